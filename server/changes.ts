import type { z } from 'zod'
import { type ChangeKind, ChangesAnswer, ChangesQuery, type JournalEntry } from '#contract/changes.ts'
import type { AddAnswer } from './answers.ts'
import { entityCount, type Projection, refAt, tieAt, tieCount } from './network/projection.ts'

/** What moved after a revision, latest first. */
function changes(projection: Projection, { since, limit }: z.infer<typeof ChangesQuery>): ChangesAnswer {
  const kindOf = (createdIn: number): ChangeKind => (createdIn > since ? 'created' : 'updated')
  const moved = (count: number, revisedIn: Uint32Array): number[] => {
    const places: number[] = []
    for (let place = 0; place < count; place++) if ((revisedIn[place] as number) > since) places.push(place)
    return places
  }
  const entities = moved(entityCount(projection), projection.revisedIn)
  const ties = moved(tieCount(projection), projection.tiesRevisedIn)
  const entries = projection.entries.filter(({ revision }) => revision > since)
  const removals = projection.removals.filter(({ revision }) => revision > since)
  const goneEntities = removals.flatMap((removal) => ('entity' in removal ? [{ ...removal.entity, change: 'removed' as const }] : []))
  const goneTies = removals.flatMap((removal) => ('tie' in removal ? [{ ...removal.tie, change: 'removed' as const }] : []))
  return {
    revision: projection.revision,
    since,
    entries,
    entities: [
      ...goneEntities.slice(0, limit),
      ...entities
        .slice(0, Math.max(0, limit - goneEntities.length))
        .map((place) => ({ ...refAt(projection, place), change: kindOf(projection.createdIn[place] as number) }))
    ],
    ties: [
      ...goneTies.slice(0, limit),
      ...ties
        .slice(0, Math.max(0, limit - goneTies.length))
        .map((place) => ({ ...tieAt(projection, place), change: kindOf(projection.tiesCreatedIn[place] as number) }))
    ],
    leftOut: {
      entities: Math.max(0, removedIn(entries, 'entities') + entities.length - limit),
      ties: Math.max(0, removedIn(entries, 'ties') + ties.length - limit)
    }
  }
}

const removedIn = (entries: readonly JournalEntry[], what: 'entities' | 'ties'): number =>
  entries.reduce((total, { counts }) => total + counts[what].removed, 0)

export function addChanges(add: AddAnswer): void {
  add('/api/changes', { summary: 'What moved since a revision', query: ChangesQuery, answer: ChangesAnswer }, ({ query, projection }) =>
    changes(projection, query)
  )
}
