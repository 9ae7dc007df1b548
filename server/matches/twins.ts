import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import type { Projection } from '../network/projection.ts'
import { type Contexts, eachShared } from './contexts.ts'
import { eachOf } from './rows.ts'

/** What two projects share: people, sponsors and programmes, each as a share of those that either has (Jaccard), by what they tell. */
export function sharedByTwins(projection: Projection, contexts: Contexts, one: number, other: number): number {
  const both = new Map<number, number>()
  eachShared(contexts, one, other, (thing) => {
    const kind = projection.kinds[thing] as number
    both.set(kind, (both.get(kind) ?? 0) + 1)
  })
  let total = 0
  for (const [kind, count] of both) {
    const either = contextsOfKind(projection, contexts, one, kind) + contextsOfKind(projection, contexts, other, kind) - count
    total += (twinShares[types[kind] as EntityType] ?? 0) * (count / either)
  }
  return total
}

const twinShares: Partial<Record<EntityType, number>> = { person: 0.25, organization: 0.1, program: 0.05, event: 0.03, territory: 0.03 }

function contextsOfKind({ kinds }: Projection, { offsets, things }: Contexts, entity: number, kind: number): number {
  let count = 0
  eachOf(offsets, entity, (at) => {
    if (kinds[things[at] as number] === kind) count += 1
  })
  return count
}
