import fc from 'fast-check'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { openRelationNames, type RelationName, relations } from '#contract/vocabulary/relations.ts'
import type { TieFields } from '../../server/journal/change.ts'
import type { TestTie } from '../network.ts'

/** A network as its facts: what there is, and what ties it. */
export interface Facts {
  entities: Record<string, EntityType>
  ties: TestTie[]
}

/** A few of each kind, so that random ties meet. */
const cast: Record<string, EntityType> = {
  ada: 'person',
  bob: 'person',
  eve: 'person',
  zoe: 'person',
  turing: 'organization',
  fablab: 'organization',
  maree: 'project',
  lave: 'project',
  tremplin: 'program',
  relais: 'program',
  soiree: 'event',
  pain: 'theme',
  jeux: 'theme',
  thiers: 'territory',
  riom: 'territory',
  besoin: 'need',
  offre: 'offer'
}

const day = fc
  .integer({ min: 0, max: 11 })
  .map((quarter) => `202${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-15`)

const fields: fc.Arbitrary<TieFields> = fc
  .record({
    from_date: fc.option(day, { nil: undefined }),
    to_date: fc.option(day, { nil: undefined, freq: 2 }),
    role: fc.constantFrom(undefined, 'x')
  })
  .filter(({ from_date, to_date }) => !from_date || !to_date || from_date <= to_date)

const dated = (relation: RelationName, { role, ...dates }: TieFields): TieFields => ({
  ...(role && { role }),
  ...(relations[relation].dated !== 'undated' && Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)))
})

/** Every sentence that the vocabulary lets one say of the cast to everybody. */
const sentences = openRelationNames.flatMap((relation) => {
  const { from, to }: { from: EntityType[]; to: EntityType[] } = relations[relation]
  return Object.entries(cast).flatMap(([start, kind]) =>
    Object.entries(cast).flatMap(([end, other]) =>
      start !== end && from.includes(kind) && to.includes(other) ? [[start, relation, end] as const] : []
    )
  )
})

/** Small networks: of the cast some, among them ties of all sorts, some dated, some said twice with another role. */
export const randomFacts: fc.Arbitrary<Facts> = fc
  .record({
    left: fc.subarray(Object.keys(cast), { maxLength: 6 }),
    said: fc.uniqueArray(fc.tuple(fc.constantFrom(...sentences), fields), {
      minLength: 4,
      maxLength: 45,
      selector: ([[from, relation, to], { role, from_date }]) => JSON.stringify([from, relation, to, role, from_date])
    })
  })
  .map(({ left, said }) => {
    const entities = Object.fromEntries(Object.entries(cast).filter(([id]) => !left.includes(id)))
    const ties = said.flatMap(([[from, relation, to], fields]): TestTie[] =>
      entities[from] && entities[to] ? [[from, relation, to, dated(relation, fields)]] : []
    )
    const subject = ([from, relation, to, fields]: TestTie): string => JSON.stringify([from, relation, to, fields?.role, fields?.from_date])
    return { entities, ties: [...new Map(ties.map((tie) => [subject(tie), tie])).values()] }
  })
