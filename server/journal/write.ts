import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import type { Engine, Parameters, Transaction } from '../graph/engine.ts'
import { type Query, query } from '../graph/query.ts'
import { type Change, checkChange, countChanges, type EntityChange, type Fields, type TieChange } from './change.ts'
import { type Entry, writeEntry } from './entry.ts'

/** The store moved between reading it and writing to it: read it again and try once more. */
export class StoreMoved extends Error {
  override name = 'StoreMoved'
}

export interface Writing {
  /** What kind of writing this is; with the revision it names the batch: `import-4`. */
  kind: 'import' | 'replace' | 'undo' | 'demonstration' | 'decision'
  by: string
  /** What brought it, in words people read: the name of a folder. */
  label: string
  /** The revision that the changes were worked out from. */
  base: number
  undoes?: string
  onProgress?(done: number, total: number): void
}

const ROWS_AT_ONCE = 5_000

type RowOf<C extends Change> = (change: C) => Parameters

/** The only door for writes: checks the changes, applies all of them or none, and enters them in the journal. Throws `StoreMoved`. */
export async function write(engine: Engine, changes: readonly Change[], writing: Writing): Promise<Entry> {
  for (const change of changes) checkChange(change)
  const counts = countChanges(changes)
  return engine.write(async (transaction) => {
    const [next] = await transaction.read<{ revision: number }>(query('journal/advance'))
    const revision = next?.revision
    if (revision !== writing.base + 1)
      throw new StoreMoved(`The store is at revision ${(revision ?? 0) - 1}, not ${writing.base} any more.`)
    await apply(transaction, changes, revision, writing.onProgress)
    const { kind, by, label, undoes = null } = writing
    const entry = { revision, at: new Date().toISOString(), by, batch: `${kind}-${revision}`, label, undoes, counts }
    await writeEntry(transaction, entry, changes)
    return { ...entry, complete: true }
  })
}

async function apply(
  transaction: Transaction,
  changes: readonly Change[],
  revision: number,
  onProgress?: Writing['onProgress']
): Promise<void> {
  let done = 0
  const send = async <C extends Change>(statement: Query, sent: readonly C[], row: RowOf<C>): Promise<void> => {
    for (let start = 0; start < sent.length; start += ROWS_AT_ONCE) {
      const rows = sent.slice(start, start + ROWS_AT_ONCE).map(row)
      const [answer] = await transaction.read<{ changed: number }>(statement, { rows })
      if (answer?.changed !== rows.length) throw new StoreMoved(`${statement.name} found ${answer?.changed ?? 0} of ${rows.length} things.`)
      done += rows.length
      onProgress?.(done, changes.length)
    }
  }
  const sorted = sortChanges(changes)

  // What goes goes first: an id or a tie may be made anew in the same writing.
  for (const relation of relationNames) {
    await send(query('ties/remove', { RELATION: relation }), sorted.gone.ties.get(relation) ?? [], ({ from, to, key }) => ({
      from,
      to,
      key
    }))
  }
  await send(query('entities/remove'), sorted.gone.entities, ({ id }) => ({ id }))
  for (const type of types) {
    await send(
      query('entities/create', { LABEL: kinds[type].label }),
      sorted.made.entities.get(type) ?? [],
      ({ id, after, created_in }) => ({
        fields: { ...known(after), id, ...stamps(revision, created_in) }
      })
    )
  }
  await send(query('entities/update'), sorted.moved.entities, ({ id, after }) => ({ id, fields: { ...after, revised_in: revision } }))
  for (const relation of relationNames) {
    await send(
      query('ties/create', { RELATION: relation }),
      sorted.made.ties.get(relation) ?? [],
      ({ from, to, key, after, created_in }) => ({
        from,
        to,
        fields: { ...known(after), key, ...stamps(revision, created_in) }
      })
    )
    await send(query('ties/update', { RELATION: relation }), sorted.moved.ties.get(relation) ?? [], ({ from, to, key, after }) => ({
      from,
      to,
      key,
      fields: { ...after, revised_in: revision }
    }))
  }
}

/** The revision that makes a thing; where an undo brings it back, also the one that first made it. What was never moved was last moved when it was made. */
const stamps = (revision: number, createdIn: number | undefined): Parameters =>
  createdIn === undefined || createdIn === revision ? { created_in: revision } : { created_in: createdIn, revised_in: revision }

/** A new thing has no empty values. */
const known = (fields: Fields | TieChange['after']): Parameters =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== undefined))

/** Changes by what is said for them to the database: one statement a kind, a relation and a way of changing. */
function sortChanges(changes: readonly Change[]) {
  const made = { entities: new Map<EntityType, EntityChange[]>(), ties: new Map<RelationName, TieChange[]>() }
  const moved = { entities: [] as EntityChange[], ties: new Map<RelationName, TieChange[]>() }
  const gone = { entities: [] as EntityChange[], ties: new Map<RelationName, TieChange[]>() }
  for (const change of changes) {
    if (change.of === 'tie') push((change.before === null ? made : change.after === null ? gone : moved).ties, change.relation, change)
    else if (change.before === null) push(made.entities, change.type, change)
    else (change.after === null ? gone : moved).entities.push(change)
  }
  return { made, moved, gone }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
