import type { JournalEntry } from '#contract/changes.ts'
import type { Reader } from '../graph/engine.ts'
import { type Change, type EntityChange, isOpen, type TieChange, tieSubject } from '../journal/change.ts'
import { changesOf, type Entry, entriesSince } from '../journal/entry.ts'
import { readAtOneRevision } from '../journal/one-revision.ts'
import type { Head } from '../journal/open.ts'
import { allIds, entitiesOf, inRuns, tiesOf } from '../journal/stored.ts'
import { ProjectionBuilder } from './build.ts'
import { nameOf } from './name.ts'
import type { Projection, Removal } from './projection.ts'

/** How many of the latest removals, of entities and of ties, are told one by one; of older ones only how many. */
export const MOST_REMOVALS = 1_000

/** Reads the whole graph as it was at one revision. */
export const loadProjection = (reader: Reader): Promise<Projection> => readAtOneRevision(reader, (head) => readAt(reader, head))

/** Undefined where an entity went while it was read. */
async function readAt(reader: Reader, head: Head): Promise<Projection | undefined> {
  // Each engine has its own order of texts; places follow this one on both.
  const ids = (await allIds(reader)).sort()
  const builder = new ProjectionBuilder(ids)
  for await (const { read: ties } of readAhead(ids, (run) => tiesOf(reader, run))) for (const tie of ties) builder.addTie(tie)
  for (const run of inRuns(builder.idsToName())) for (const entity of await entitiesOf(reader, run)) builder.nameEnd(entity)
  for await (const { run, read: entities } of readAhead(ids, (ids) => entitiesOf(reader, ids))) {
    const byId = new Map(entities.map((entity) => [entity.id, entity]))
    for (const id of run) {
      const entity = byId.get(id)
      if (!entity) return undefined
      builder.addEntity(entity)
    }
  }
  const entries = await entriesSince(reader, 0)
  return builder.build({
    ...head,
    removals: await latestRemovals(reader, entries, new Set(ids)),
    entries: entries.map(toldEntry)
  })
}

/** Reads run after run, the next while the one before is worked on. */
async function* readAhead<T>(ids: readonly string[], read: (run: string[]) => Promise<T>): AsyncGenerator<{ run: string[]; read: T }> {
  let next: { run: string[]; reading: Promise<T> } | undefined
  for (const run of inRuns(ids)) {
    const reading = read(run)
    // Told when its turn comes; not before, as a fault that nobody waits for.
    reading.catch(() => undefined)
    if (next) yield { run: next.run, read: await next.reading }
    next = { run, reading }
  }
  if (next) yield { run: next.run, read: await next.reading }
}

/** An entry of the journal as everybody may see it. */
export const toldEntry = ({ revision, at, batch, label, counts: { entities, ties } }: Entry): JournalEntry => ({
  revision,
  at,
  batch,
  label,
  counts: { entities, ties }
})

async function latestRemovals(reader: Reader, entries: readonly Entry[], ids: ReadonlySet<string>): Promise<Removal[]> {
  const entities: { revision: number; change: EntityChange }[] = []
  const ties: { revision: number; change: TieChange }[] = []
  for (const { revision, counts } of entries.toReversed()) {
    if (entities.length >= MOST_REMOVALS && ties.length >= MOST_REMOVALS) break
    if (counts.entities.removed + counts.ties.removed === 0) continue
    for (const change of await changesOf(reader, revision)) {
      if (change.after !== null || !isOpen(change)) continue
      if (change.of === 'entity' && entities.length < MOST_REMOVALS) entities.push({ revision, change })
      if (change.of === 'tie' && ties.length < MOST_REMOVALS) ties.push({ revision, change })
    }
  }
  const present = await presentTies(
    reader,
    ties.map(({ change }) => change)
  )
  return [
    ...entities.map(({ revision, change }) => removalOf(change, revision, ids.has(change.id))),
    ...ties.map(({ revision, change }) => removalOf(change, revision, present.has(tieSubject(change))))
  ]
}

/** Which of these ties are there again. */
async function presentTies(reader: Reader, changes: readonly TieChange[]): Promise<Set<string>> {
  const present = new Set<string>()
  for (const run of inRuns([...new Set(changes.map(({ from }) => from))])) {
    for (const tie of await tiesOf(reader, run)) present.add(tieSubject(tie))
  }
  return present
}

/** What went, as it is told. */
export function removalOf(change: Change, revision: number, isBack: boolean): Removal {
  if (change.of === 'entity') {
    const fields = change.before as Record<string, string | number>
    return { revision, isBack, entity: { id: change.id, type: change.type, name: nameOf({ id: change.id, fields }) } }
  }
  const { relation, from, to } = change
  return { revision, isBack, tie: { relation, from, to, ...(change.before as object) } }
}
