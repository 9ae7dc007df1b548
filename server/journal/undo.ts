import type { Engine, Reader } from '../graph/engine.ts'
import { type Change, type EntityChange, subjectOf, type TieChange, tieSubject } from './change.ts'
import { changesOf, type Entry, entriesSince } from './entry.ts'
import { readHead } from './open.ts'
import { allIds, entitiesOf, inRuns, type StoredEntity, type StoredTie, tiesOf } from './stored.ts'
import { StoreMoved, write, type Writing } from './write.ts'

/** A batch cannot be taken back; the message names it, why, and the next step. */
export class UndoRefused extends Error {
  override name = 'UndoRefused'
}

/** There is no such batch. */
export class UnknownBatch extends UndoRefused {}

const MOST_NAMED = 5
const MOST_TRIES = 5

/** Takes a batch back, as a batch of its own. Refused where something later rests on it; nothing is lost then. */
export async function undo(engine: Engine, batch: string, writing: Pick<Writing, 'by' | 'onProgress'>): Promise<Entry> {
  for (let tries = 1; ; tries++) {
    const { revision: base } = await readHead(engine)
    const { entry, changes } = await inverse(engine, batch)
    try {
      return await write(engine, changes, { ...writing, kind: 'undo', label: entry.label, undoes: batch, base })
    } catch (error) {
      if (!(error instanceof StoreMoved) || tries === MOST_TRIES) throw error
    }
  }
}

async function inverse(reader: Reader, batch: string): Promise<{ entry: Entry; changes: Change[] }> {
  const entries = await entriesSince(reader, 0)
  const entry = entries.find((candidate) => candidate.batch === batch)
  if (!entry) {
    const latest = entries
      .slice(-MOST_NAMED)
      .reverse()
      .map((known) => known.batch)
    throw new UnknownBatch(
      `There is no batch ${batch}; ${latest.length ? `the latest are ${latest.join(', ')}` : 'nothing was written yet'}.`
    )
  }
  const undoneBy = undoings(entries)
  const undone = undoneBy.get(batch)
  if (undone) throw new UndoRefused(`The batch ${batch} was taken back already, by ${undone}; to have it again, take back ${undone}.`)

  const kept = await changesOf(reader, entry.revision)
  const touched = kept.filter(({ before }) => before !== null)
  const made = await madeIn(reader, entry, kept)
  const changes: Change[] = [...made.ties.map(takeAwayTie), ...made.entities.map(takeAwayEntity), ...touched.map(bringBack)]

  const obstacles = [
    ...(await laterTouches(reader, [...changes, ...kept], entries, entry, undoneBy)),
    ...(await standingAgain(reader, changes, entries, entry)),
    ...(await danglingTies(reader, made, entries, entry))
  ]
  if (obstacles.length > 0) {
    const more = obstacles.length > MOST_NAMED ? ` and ${obstacles.length - MOST_NAMED} more` : ''
    throw new UndoRefused(
      `The batch ${batch} cannot be taken back, because later ones rest on it: ${obstacles.slice(0, MOST_NAMED).join('; ')}${more}. Take those back first.`
    )
  }
  return { entry, changes }
}

/** Which batches are taken back now, and by which: an undoing that was itself undone does not count. */
function undoings(entries: readonly Entry[]): Map<string, string> {
  const undoneBy = new Map<string, string>()
  for (const { batch, undoes } of entries.toReversed()) if (undoes && !undoneBy.has(batch)) undoneBy.set(undoes, batch)
  return undoneBy
}

interface Made {
  entities: StoredEntity[]
  ties: StoredTie[]
}

/** What the entry made or brought back, as it stands now. */
async function madeIn(reader: Reader, entry: Entry, kept: readonly Change[]): Promise<Made> {
  const broughtBack = new Map(kept.filter(({ before }) => before === null).map((change) => [subjectOf(change), change.created_in]))
  const isMade = (subject: string, createdIn: number): boolean => createdIn === entry.revision || createdIn === broughtBack.get(subject)
  const made: Made = { entities: [], ties: [] }
  const candidates = entry.complete ? subjectsMade(kept) : await allIds(reader)
  for (const ids of inRuns(candidates)) {
    made.entities.push(...(await entitiesOf(reader, ids)).filter(({ id, created_in }) => isMade(id, created_in)))
    made.ties.push(...(await tiesOf(reader, ids)).filter((tie) => isMade(tieSubject(tie), tie.created_in)))
  }
  return made
}

/** Ids of the entities made, and of those that the ties made start from. */
function subjectsMade(kept: readonly Change[]): string[] {
  const made = kept.filter(({ before }) => before === null)
  return [...new Set(made.map((change) => (change.of === 'entity' ? change.id : change.from)))]
}

const takeAwayEntity = ({ id, type, fields, created_in }: StoredEntity): EntityChange => ({
  of: 'entity',
  id,
  type,
  before: fields,
  after: null,
  created_in
})

const takeAwayTie = ({ relation, from, to, key, fields, created_in }: StoredTie): TieChange => ({
  of: 'tie',
  relation,
  from,
  to,
  key,
  before: fields,
  after: null,
  created_in
})

/** The way back of a move or a removal. */
function bringBack(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change
}

/** Things that an entry after this one moved or took away, unless that entry was itself taken back. */
async function laterTouches(
  reader: Reader,
  changes: readonly Change[],
  entries: readonly Entry[],
  entry: Entry,
  undoneBy: Map<string, string>
): Promise<string[]> {
  const subjects = new Set(changes.map(subjectOf))
  const ends = new Set(changes.flatMap((change) => (change.of === 'tie' ? [change.from, change.to] : [])))
  const later = entries.filter(({ revision }) => revision > entry.revision)
  const batches = new Set(later.map(({ batch }) => batch))
  const cancelled = new Set(
    later.flatMap(({ batch }) => {
      const by = undoneBy.get(batch)
      return by && batches.has(by) ? [batch, by] : []
    })
  )
  const touches: string[] = []
  for (const { revision, batch } of later) {
    if (cancelled.has(batch)) continue
    for (const change of await changesOf(reader, revision)) {
      const isGone = change.after === null
      const isOfEntry = subjects.has(subjectOf(change)) || (isGone && change.created_in === entry.revision)
      const isEnd = isGone && change.of === 'entity' && ends.has(change.id)
      if (change.before !== null && (isOfEntry || isEnd)) touches.push(`${batch} ${isGone ? 'took away' : 'changed'} ${spoken(change)}`)
    }
  }
  return touches
}

/** Things to bring back that a later entry made anew; a large entry does not keep what it made, so the store is asked. */
async function standingAgain(reader: Reader, changes: readonly Change[], entries: readonly Entry[], entry: Entry): Promise<string[]> {
  const goes = new Set(changes.filter(({ after }) => after === null).map(subjectOf))
  const back = new Map<string, Change>()
  for (const change of changes) if (change.before === null && !goes.has(subjectOf(change))) back.set(subjectOf(change), change)
  const again: string[] = []
  for (const ids of inRuns([...new Set([...back.values()].map((change) => (change.of === 'entity' ? change.id : change.from)))])) {
    const standing = [
      ...(await entitiesOf(reader, ids)).map((entity) => ({ ...entity, subject: entity.id })),
      ...(await tiesOf(reader, ids)).map((tie) => ({ ...tie, subject: tieSubject(tie) }))
    ]
    for (const { subject, ...thing } of standing) {
      const change = back.get(subject)
      if (change) again.push(`${batchOf(thing, entries, entry)} made ${spoken(change)} anew`)
    }
  }
  return again
}

/** Ties made by others on the entities that would go. */
async function danglingTies(reader: Reader, made: Made, entries: readonly Entry[], entry: Entry): Promise<string[]> {
  const going = new Set(made.ties.map(tieSubject))
  const dangling: string[] = []
  for (const ids of inRuns(made.entities.map(({ id }) => id))) {
    for (const tie of await tiesOf(reader, ids, true)) {
      if (!going.has(tieSubject(tie))) dangling.push(`${batchOf(tie, entries, entry)} tied "${tie.from}" ${tie.relation} "${tie.to}"`)
    }
  }
  return dangling
}

/** The later batch that a thing stands by: the one that made it, or that brought it back. */
function batchOf({ created_in, revised_in }: StoredEntity | StoredTie, entries: readonly Entry[], { revision }: Entry): string {
  const since = created_in > revision ? created_in : revised_in
  return entries.find((entry) => entry.revision === since)?.batch ?? `revision ${since}`
}

const spoken = (change: Change): string =>
  change.of === 'entity' ? `"${change.id}"` : `"${change.from}" ${change.relation} "${change.to}"`
