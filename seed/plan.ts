import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import type { Reader } from '../server/graph/engine.ts'
import { type Change, type Fields, type TieFields, tieKey } from '../server/journal/change.ts'
import { allIds, entitiesOf, inRuns, type StoredEntity, type StoredTie, tiesOf } from '../server/journal/stored.ts'

/** What a folder says once it has been read and checked. */
export interface Wanted {
  entities: { id: string; type: EntityType; fields: Record<string, string | number> }[]
  ties: { relation: RelationName; from: string; to: string; fields: TieFields }[]
}

export interface Plan {
  changes: Change[]
  /** Entities and ties of the folder that the store holds already, as they are. */
  unchanged: number
}

const tieName = (tie: { from: string; relation: string; to: string }, key: string): string =>
  `${tie.from}\u0000${tie.relation}\u0000${tie.to}\u0000${key}`

/**
 * Works out what must move for the store to hold the folder. Nothing is removed and an empty cell says nothing; with `replace`
 * the store holds exactly the folder afterwards.
 */
export async function planChanges(reader: Reader, wanted: Wanted, replace: boolean): Promise<Plan> {
  const stored = await readStored(reader, wanted, replace)
  const plan: Plan = { changes: [], unchanged: 0 }
  /** Ids that name another kind of thing from now on: the old thing goes with all its ties, the new one is made. */
  const retyped = new Set<string>()

  for (const { id, type, fields } of wanted.entities) {
    const now = stored.entities.get(id)
    if (now && now.type !== type) retyped.add(id)
    if (!now || now.type !== type) plan.changes.push({ of: 'entity', id, type, before: null, after: fields })
    else {
      const moved = difference(now.fields, fields, replace)
      if (moved) plan.changes.push({ of: 'entity', id, type, ...moved })
      else plan.unchanged += 1
      stored.entities.delete(id)
    }
  }
  for (const { relation, from, to, fields } of wanted.ties) {
    const key = tieKey(fields)
    const name = tieName({ from, relation, to }, key)
    const now = retyped.has(from) || retyped.has(to) ? undefined : stored.ties.get(name)
    if (!now) {
      plan.changes.push({ of: 'tie', relation, from, to, key, before: null, after: fields })
      continue
    }
    const moved = difference(now.fields as Fields, fields as Fields, replace)
    if (moved) plan.changes.push({ of: 'tie', relation, from, to, key, ...moved })
    else plan.unchanged += 1
    stored.ties.delete(name)
  }
  if (replace) {
    for (const { relation, from, to, key, fields, created_in } of stored.ties.values()) {
      plan.changes.push({ of: 'tie', relation, from, to, key, before: fields, after: null, created_in })
    }
    for (const { id, type, fields, created_in } of stored.entities.values()) {
      plan.changes.push({ of: 'entity', id, type, before: fields, after: null, created_in })
    }
  }
  return plan
}

async function readStored(reader: Reader, wanted: Wanted, replace: boolean) {
  const entities = new Map<string, StoredEntity>()
  const ties = new Map<string, StoredTie>()
  const all = await allIds(reader)
  const present = new Set(all)
  const asked = replace
    ? all
    : [...new Set([...wanted.entities.map(({ id }) => id), ...wanted.ties.map(({ from }) => from)])].filter((id) => present.has(id))
  for (const ids of inRuns(asked)) {
    for (const entity of await entitiesOf(reader, ids)) entities.set(entity.id, entity)
    for (const tie of await tiesOf(reader, ids)) ties.set(tieName(tie, tie.key), tie)
  }
  return { entities, ties }
}

/** What of `wanted` is new; with `replace` also what it no longer says. Undefined where nothing moves. */
function difference(now: Fields, wanted: Fields, replace: boolean): { before: Fields; after: Fields } | undefined {
  const before: Fields = {}
  const after: Fields = {}
  for (const [name, value] of Object.entries(wanted)) {
    if (now[name] === value) continue
    before[name] = now[name] ?? null
    after[name] = value
  }
  if (replace) {
    for (const [name, value] of Object.entries(now)) {
      if (name in wanted) continue
      before[name] = value
      after[name] = null
    }
  }
  return Object.keys(after).length > 0 ? { before, after } : undefined
}
