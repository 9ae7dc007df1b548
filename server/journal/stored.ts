import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import type { Reader } from '../graph/engine.ts'
import { query } from '../graph/query.ts'
import type { Fields, TieFields } from './change.ts'

/** An entity as the graph holds it, with the revisions that made it and last moved it. */
export interface StoredEntity {
  id: string
  type: EntityType
  fields: Record<string, string | number>
  created_in: number
  revised_in: number
}

/** A tie as the graph holds it. */
export interface StoredTie {
  relation: RelationName
  from: string
  to: string
  key: string
  fields: TieFields
  created_in: number
  revised_in: number
}

/** How many entities are read at once: more would only be held in memory longer. */
const IDS_AT_ONCE = 5_000

const typeOfLabel = new Map<string, EntityType>(types.map((type) => [kinds[type].label, type]))

/** `revised_in` is kept once a thing was moved after it was made. */
type Stamps = { created_in: number; revised_in?: number | null }

/** Ids in runs that one statement takes. */
export function* inRuns(ids: readonly string[], size = IDS_AT_ONCE): Generator<string[]> {
  for (let start = 0; start < ids.length; start += size) yield ids.slice(start, start + size)
}

/** Ids of all entities, in order. */
export async function allIds(reader: Reader): Promise<string[]> {
  return (await reader.read<{ id: string }>(query('entities/ids'))).map(({ id }) => id)
}

/** The entities among `ids` that exist; of a few thousand ids at the most. */
export async function entitiesOf(reader: Reader, ids: string[]): Promise<StoredEntity[]> {
  const rows = await reader.read<{ id: string; labels: string[]; fields: Fields & Stamps }>(query('entities/by-ids'), { ids })
  return rows.map(({ id, labels, fields: { id: _, created_in, revised_in, ...fields } }) => {
    const type = labels.map((label) => typeOfLabel.get(label)).find((type) => type !== undefined)
    if (!type) throw new Error(`The entity ${id} has no label of the vocabulary, only ${labels.join(', ')}.`)
    return { id, type, fields: fields as StoredEntity['fields'], created_in, revised_in: revised_in ?? created_in }
  })
}

/** The id of each entity of a type that has one of these names, by its name; of a few thousand names at the most. */
export async function idsByName(reader: Reader, type: EntityType, names: string[]): Promise<Map<string, string>> {
  const rows = await reader.read<{ name: string; id: string }>(query('entities/named', { LABEL: kinds[type].label }), { names })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

type TieRow = Omit<StoredTie, 'fields' | keyof Stamps> & Stamps & Record<keyof TieFields, string | number | null>

/** The ties that start from `ids`, or with `around` also those that end there, each once; of a few thousand ids at the most. */
export async function tiesOf(reader: Reader, ids: string[], around = false): Promise<StoredTie[]> {
  const rows = await reader.read<TieRow>(query(around ? 'ties/around-ids' : 'ties/from-ids'), { ids })
  return rows.map(({ from, relation, to, key, created_in, revised_in, ...values }) => {
    const fields: Record<string, string | number> = {}
    for (const name in values) {
      const value = values[name as keyof TieFields]
      if (value !== null) fields[name] = value
    }
    return { from, relation, to, key, fields: fields as TieFields, created_in, revised_in: revised_in ?? created_in }
  })
}
