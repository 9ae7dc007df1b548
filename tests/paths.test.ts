import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PathsAnswer } from '#contract/paths.ts'
import type { Problem } from '#contract/problem.ts'
import { appOver, embeddedApp, type TestApp, temporaryFolder } from './app.ts'
import { describeOnEngines } from './engines.ts'

/** Writes a folder of people and ties, and gives its path. */
function folderOf(path: string, people: string[], ties: string[], more: Record<string, string> = {}): string {
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'people.csv'), ['id,name', ...people.map((id) => `${id},${id}`)].join('\n'))
  writeFileSync(join(path, 'ties.csv'), ['from,relation,to,from_date,to_date', ...ties].join('\n'))
  for (const [name, text] of Object.entries(more)) writeFileSync(join(path, name), text)
  return path
}

const ways = (answer: PathsAnswer): string[] => answer.paths.map(({ steps }) => [steps[0]?.from, ...steps.map(({ to }) => to)].join(' → '))

describe('who can introduce whom', () => {
  const folder = temporaryFolder()
  let app: TestApp
  const ask = (query: string): Promise<PathsAnswer> => app.get<PathsAnswer>(`/api/paths?${query}`)

  beforeAll(async () => {
    app = await embeddedApp({ world: false })
    const path = folderOf(
      join(folder.path, 'village'),
      ['ada', 'eve', 'bob', 'zoe', 'max', 'lea', 'seul', 'ami', 'theo', 'rose', 'line', 'noe'],
      [
        'ada,KNOWS,eve,2024-01-01,',
        'eve,KNOWS,bob,2024-01-01,',
        'ada,FOLLOWS,bob,2024-01-01,',
        'zoe,WORKS_FOR,turing,2015-01-01,2016-12-31',
        'max,WORKS_FOR,turing,2018-01-01,',
        'lea,WORKS_FOR,turing,2016-06-01,2019-01-01',
        'ada,CARRIES,maree,2020-01-01,',
        'zoe,CARRIES,maree,2021-03,',
        'turing,PARTNERS_IN,maree,,',
        'seul,ABOUT,mer,,',
        'ami,ABOUT,mer,,',
        'ami,KNOWS,theo,,',
        'bob,ATTENDED,copero,,',
        'rose,ATTENDED,copero,,',
        'line,PRESENTED_AT,camp,,',
        'noe,ATTENDED,camp,,'
      ],
      {
        'organizations.csv': 'id,name\nturing,Turing 22',
        'projects.csv': 'id,name\nmaree,Marée basse',
        'events.csv': "id,name,starts_at,ends_at\ncopero,Co'péro,2021-07-06T18:30,\ncamp,Camp,2022-04-01,2022-04-03",
        'themes.csv': 'id,name\nmer,Mer'
      }
    )
    await app.run({ task: 'import', folder: path, kind: 'replace', dryRun: false })
  })
  afterAll(async () => {
    await app.stop()
    folder.remove()
  })

  it('Ève can introduce Ada to Bob, more gladly than following online would', async () => {
    const answer = await ask('from=ada&to=bob&asOf=2026-01-01')
    expect(ways(answer)).toEqual(['ada → eve → bob', 'ada → bob'])
    const [first] = answer.paths
    expect(first?.steps.map(({ ties }) => ties.map(({ relation }) => relation))).toEqual([['KNOWS'], ['KNOWS']])
    expect(first?.strength).toBeCloseTo(
      (first?.steps ?? []).reduce((product, { strength }) => product * strength, 1),
      10
    )
    expect(first?.steps[0]?.evidence[0]?.sentence).toEqual({
      fr: 'ada connaît eve, depuis janvier 2024.',
      en: 'ada knows eve, since January 2024.'
    })
  })

  it('a shared project is evidence with one tie of each, and says so in both languages', async () => {
    const {
      paths: [way]
    } = await ask('from=ada&to=zoe&alternatives=1&asOf=2026-01-01')
    const [step] = way?.steps ?? []
    expect(step?.ties.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).toEqual(['ada CARRIES maree', 'zoe CARRIES maree'])
    expect(step?.evidence[0]).toMatchObject({ shared: { id: 'maree' }, people: 2 })
    expect(step?.evidence[0]?.sentence.fr).toBe('ada et zoe portent ensemble Marée basse, depuis mars 2021.')
    expect(step?.evidence[0]?.sentence.en).toBe('ada and zoe carry Marée basse together, since March 2021.')
  })

  it('colleagues who were never there at the same time do not know each other by that', async () => {
    expect(ways(await ask('from=zoe&to=max&asOf=2026-01-01'))).toEqual(['zoe → lea → max'])
  })

  it('an undated evening is dated by its event', async () => {
    const {
      paths: [way]
    } = await ask('from=bob&to=rose&asOf=2026-01-01')
    expect(way?.steps[0]?.evidence[0]?.sentence.fr).toBe("bob et rose ont participé à Co'péro, le 6 juillet 2021.")
    expect(ways(await ask('from=bob&to=rose&asOf=2021-07-05'))).toEqual([])
    expect(ways(await ask('from=bob&to=rose&since=2021-07-07'))).toEqual([])
    expect(ways(await ask('from=bob&to=rose&since=2021-07-06'))).toEqual(['bob → rose'])
  })

  it('of who spoke and who came, says that both came, and tells the days as far as they are known', async () => {
    const sentence = async (query: string) => (await ask(query)).paths[0]?.steps[0]?.evidence[0]?.sentence
    expect(await sentence('from=line&to=noe&asOf=2026-01-01')).toEqual({
      fr: 'line et noe ont participé à Camp, du 1er avril 2022 au 3 avril 2022.',
      en: 'line and noe both attended Camp, from 1 April 2022 to 3 April 2022.'
    })
    expect((await sentence('from=noe&to=line&asOf=2022-04-02'))?.fr).toBe('noe et line participent à Camp, depuis le 1er avril 2022.')
  })

  it('starts and ends at an organization or a project through its people', async () => {
    expect(ways(await ask('from=turing&to=ada'))).toContain('turing → zoe → ada')
    expect(ways(await ask('from=eve&to=maree'))).toContain('eve → ada → maree')
    expect(ways(await ask('from=turing&to=maree'))[0]).toBe('turing → maree')
    const problem = await app.get<Problem>('/api/paths?from=copero&to=ada')
    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining('a person, an organization or a project') })
  })

  it('avoids whom and what it is asked to avoid', async () => {
    expect(ways(await ask('from=ada&to=bob&avoid=eve'))).toEqual(['ada → bob'])
    expect(ways(await ask('from=ada&to=zoe&avoid=maree'))).toEqual([])
    expect(await app.get<Problem>('/api/paths?from=ada&to=bob&avoid=eve&avoid=bob')).toMatchObject({ status: 400 })
    expect(ways(await ask('from=ada&to=bob&avoid=nobody&avoid=eve'))).toEqual(['ada → bob'])
    expect(ways(await ask('from=ada&to=bob&avoid=nobody'))).toEqual(['ada → eve → bob', 'ada → bob'])
  })

  it('answers as a day would have: what came later is not known, nor its end', async () => {
    expect(ways(await ask('from=ada&to=bob&asOf=2023-12-31'))).toEqual([])
    const then = await ask('from=zoe&to=lea&asOf=2016-07-01')
    const now = await ask('from=zoe&to=lea&asOf=2026-07-01')
    expect(then.paths[0]?.strength).toBeGreaterThan(now.paths[0]?.strength ?? 1)
    expect(then.paths[0]?.steps[0]?.evidence[0]?.sentence.fr).toBe('zoe et lea travaillent pour Turing 22, depuis juin 2016.')
    expect(now.paths[0]?.steps[0]?.evidence[0]?.sentence.fr).toBe(
      'zoe et lea ont travaillé pour Turing 22 (3 personnes), de juin 2016 à décembre 2016.'
    )
  })

  it('goes no further than it may', async () => {
    expect(ways(await ask('from=eve&to=zoe&maxHops=2'))).toEqual(['eve → ada → zoe'])
    expect(ways(await ask('from=eve&to=zoe&maxHops=1'))).toEqual([])
    expect(await app.get<Problem>('/api/paths?from=eve&to=zoe&maxHops=7')).toMatchObject({ status: 400, errors: [{ pointer: 'maxHops' }] })
  })

  it('where there is no way, names who can be reached nearest to the one sought', async () => {
    const answer = await ask('from=theo&to=seul')
    expect(answer.paths).toEqual([])
    expect(answer.nearest).toEqual([{ id: 'ami', type: 'person', name: 'ami', hops: 1 }])
    expect((await ask('from=seul&to=ada')).nearest).toEqual([])
  })

  it('names what is wrong with the question', async () => {
    expect(await app.get<Problem>('/api/paths?from=ada&to=ada')).toMatchObject({
      status: 400,
      detail: expect.stringContaining('both ends')
    })
    expect(await app.get<Problem>('/api/paths?from=ada&to=nobody')).toMatchObject({
      status: 404,
      detail: expect.stringContaining('nobody')
    })
    expect(await app.get<Problem>('/api/paths?from=ada')).toMatchObject({ status: 400, errors: [{ pointer: 'to' }] })
    expect(await app.get<Problem>('/api/paths?from=ada&to=bob&asOf=2024-02-31')).toMatchObject({
      status: 400,
      errors: [{ pointer: 'asOf' }]
    })
  })
})

const SHORTEST = `MATCH p = allShortestPaths((start:Entity {id: $from})-[:KNOWS*..6]-(end:Entity {id: $to}))
RETURN length(p) AS hops, count(p) AS ways`

describeOnEngines('ways of acquaintance alone', (open) => {
  it('are as short as plain Cypher finds them', async () => {
    const folder = temporaryFolder()
    const app = await appOver((await open()).engine)
    const people = Array.from({ length: 16 }, (_, i) => `p${i}`)
    const pairs = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)).filter(([a, b]) => a < b),
      {
        minLength: 8,
        maxLength: 26,
        selector: ([a, b]) => `${a} ${b}`
      }
    )
    let round = 0
    await fc.assert(
      fc.asyncProperty(pairs, async (known) => {
        round += 1
        const path = folderOf(
          join(folder.path, String(round)),
          people,
          known.map(([a, b]) => `${a},KNOWS,${b},,`)
        )
        await app.run({ task: 'import', folder: path, kind: 'replace', dryRun: false })
        for (const to of people.slice(1)) {
          const [shortest] = await app.engine.read<{ hops: number }>({ name: 'shortest', text: SHORTEST }, { from: 'p0', to })
          const answer = await app.get<PathsAnswer>(`/api/paths?from=p0&to=${to}&alternatives=1`)
          expect(answer.paths[0]?.steps.length).toBe(shortest?.hops)
        }
      }),
      { numRuns: 8 }
    )
    await app.stop()
    folder.remove()
  }, 120_000)
})

const ldbc = join(process.env.TEST_DATA ?? '', 'ldbc-knows')

describe.runIf(existsSync(ldbc))('a network of 1,357 people whose shortest ways are known', () => {
  it('has the expected number of steps in all 500 cases', async () => {
    const app = await embeddedApp({ world: false, checked: false })
    await app.run({ task: 'import', folder: ldbc, kind: 'replace', dryRun: false })
    const cases = readFileSync(join(ldbc, 'expected_shortest_paths.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(cases).toHaveLength(500)
    for (const [source, target, distance] of cases) {
      const { paths } = await app.get<PathsAnswer>(`/api/paths?from=${source}&to=${target}`)
      expect(paths[0]?.steps.length).toBe(Number(distance))
    }
    await app.stop()
  }, 120_000)
})
