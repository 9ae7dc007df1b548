import fc from 'fast-check'

/** Folders of the CSV form over a few ids, so that one after the other they make, move, retype and take away the same things. */
const ids = ['a', 'b', 'c', 'd', 'e']
const file = (columns: string, rows: string[]): string => [columns, ...rows].join('\n')
const cell = (...values: string[]) => fc.constantFrom('', ...values)

const people = fc
  .record({ name: cell('Ada', 'Bob'), city: cell('Thiers'), themes: cell('bread', 'bread|toys'), territory: cell('Thiers') })
  .map(({ name, city, themes, territory }) => ['people', `${name},${city},${themes},${territory}`] as const)
const projects = fc
  .record({ name: cell('Marée basse'), stage: cell('idea', 'running'), started_on: cell('2024', '2024-03') })
  .map(({ name, stage, started_on }) => ['projects', `${name},${stage},${started_on}`] as const)
const tie = fc.record({
  from: fc.constantFrom(...ids),
  to: fc.constantFrom(...ids),
  role: cell('friend'),
  from_date: cell('2023'),
  strength: cell('0', '0.5', '1'),
  source: cell('Ada')
})

/** Small folders. One is refused now and then: an id may be of another kind in the store, and a careless tie may lead anywhere. */
export const randomFolder: fc.Arbitrary<Record<string, string>> = fc
  .record({
    entities: fc.dictionary(fc.constantFrom(...ids), fc.oneof({ weight: 6, arbitrary: people }, { weight: 1, arbitrary: projects })),
    ties: fc.array(tie, { maxLength: 8 }),
    careless: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
  })
  .map(({ entities, ties, careless }) => {
    const rowsOf = (wanted: string): string[] =>
      Object.entries(entities).flatMap(([id, [kind, fields]]) => (kind === wanted ? [`${id},${fields}`] : []))
    const tieRows = ties.flatMap(({ from, to, ...fields }) => {
      const [start, end] = [entities[from]?.[0], entities[to]?.[0]]
      const fits = start === 'people' && end !== undefined && from !== to
      return fits || careless ? [[from, end === 'projects' ? 'CARRIES' : 'KNOWS', to, ...Object.values(fields)].join(',')] : []
    })
    return {
      'people.csv': file('id,name,city,themes,territory', rowsOf('people')),
      'projects.csv': file('id,name,stage,started_on', rowsOf('projects')),
      'ties.csv': file('from,relation,to,role,from_date,strength,source', tieRows)
    }
  })
