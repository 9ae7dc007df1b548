import { type Ground, groundOf } from './matches/ground.ts'
import type { Projection } from './network/projection.ts'

const grounds = new WeakMap<Projection, Ground>()

/** What matching reads of a projection, worked out once a day. */
export function groundFor(projection: Projection, asOf: number): Ground {
  const kept = grounds.get(projection)
  if (kept?.asOf === asOf) return kept
  const ground = groundOf(projection, asOf)
  grounds.set(projection, ground)
  return ground
}
