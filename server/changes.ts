import { type ChangeCounts, type ChangeKind, ChangesAnswer, ChangesQuery, type JournalEntry } from '#contract/changes.ts'
import type { AddAnswer } from './answers.ts'
import { entityCount, type Projection, refAt, tieAt, tieCount } from './network/projection.ts'

/** Things of one sort that moved, as many as may be shown, and how many more there are. */
interface Moved<Thing> {
  shown: (Thing & { change: ChangeKind })[]
  leftOut: number
}

/** What moved after a revision: what went first, latest first, then what was made or changed. */
function changes(projection: Projection, { since, limit }: ChangesQuery): ChangesAnswer {
  // Of a writing that moved nothing which everybody may see, nothing is told.
  const entries = projection.entries.filter(({ revision, counts }) => revision > since && isSeen(counts))
  const removals = projection.removals.filter(({ revision }) => revision > since)
  const gone = removals.filter(({ isBack }) => !isBack)
  /** Removals too old to be told one by one. */
  const untold = (what: 'entities' | 'ties', told: number): number => removedIn(entries, what) - told

  const moved = <Thing>(removed: Thing[], untoldCount: number, stamps: Stamps, tell: (place: number) => Thing): Moved<Thing> => {
    const places = placesAfter(stamps.revisedIn, stamps.count, since)
    const first = removed.slice(0, limit).map((thing) => ({ ...thing, change: 'removed' as const }))
    const rest = places.slice(0, limit - first.length).map((place) => {
      const change: ChangeKind = (stamps.createdIn[place] as number) > since ? 'created' : 'updated'
      return { ...tell(place), change }
    })
    return { shown: [...first, ...rest], leftOut: untoldCount + removed.length + places.length - first.length - rest.length }
  }

  const entities = moved(
    gone.flatMap((removal) => ('entity' in removal ? [removal.entity] : [])),
    untold('entities', removals.filter((removal) => 'entity' in removal).length),
    { count: entityCount(projection), createdIn: projection.createdIn, revisedIn: projection.revisedIn },
    (place) => refAt(projection, place)
  )
  const ties = moved(
    gone.flatMap((removal) => ('tie' in removal ? [removal.tie] : [])),
    untold('ties', removals.filter((removal) => 'tie' in removal).length),
    { count: tieCount(projection), createdIn: projection.tiesCreatedIn, revisedIn: projection.tiesRevisedIn },
    (place) => tieAt(projection, place)
  )
  return {
    revision: projection.revision,
    since,
    entries,
    entities: entities.shown,
    ties: ties.shown,
    leftOut: { entities: entities.leftOut, ties: ties.leftOut }
  }
}

const isSeen = ({ entities, ties }: ChangeCounts): boolean =>
  [entities, ties].some(({ created, updated, removed }) => created + updated + removed > 0)

interface Stamps {
  count: number
  createdIn: Uint32Array
  revisedIn: Uint32Array
}

function placesAfter(revisedIn: Uint32Array, count: number, since: number): number[] {
  const places: number[] = []
  for (let place = 0; place < count; place++) if ((revisedIn[place] as number) > since) places.push(place)
  return places
}

const removedIn = (entries: readonly JournalEntry[], what: 'entities' | 'ties'): number =>
  entries.reduce((total, { counts }) => total + counts[what].removed, 0)

export function addChanges(add: AddAnswer): void {
  add('/api/changes', { summary: 'What moved since a revision', query: ChangesQuery, answer: ChangesAnswer }, ({ query, projection }) =>
    changes(projection, query)
  )
}
