import { Breath } from './breath.ts'
import type { Frontier } from './frontier.ts'
import { entityCount, otherEnd, type Projection } from './projection.ts'

/** How far the search may still walk to learn who can be reached at all. */
const MOST_ADVANCES = 2_000

/**
 * Who can be reached, in so many steps, and is nearest to `goal`: the distance to the goal counts relations of every kind, a theme or
 * a territory too, since no way of introductions leads there.
 */
export async function nearestReachable(
  projection: Projection,
  forward: Frontier,
  goal: number,
  most: number
): Promise<{ entity: number; hops: number }[]> {
  const breath = new Breath()
  forward.takeUp()
  for (let i = 0; i < MOST_ADVANCES && Number.isFinite(forward.reach()); i++) {
    if (breath.isDue()) await breath.take()
    forward.advance(() => undefined)
  }
  const reached = new Map<number, { hops: number; cost: number }>()
  for (const [label, entity] of forward.nodes.entries()) {
    const [hops, cost] = [forward.hops[label] as number, forward.costs[label] as number]
    const known = reached.get(entity)
    if (hops > 0) reached.set(entity, { hops: Math.min(hops, known?.hops ?? hops), cost: Math.min(cost, known?.cost ?? cost) })
  }
  const distances = await distancesFrom(projection, goal, reached, most, breath)
  const far = entityCount(projection)
  return [...reached]
    .map(([entity, { hops, cost }]) => ({ entity, hops, cost, distance: distances.get(entity) ?? far }))
    .sort((a, b) => a.distance - b.distance || a.hops - b.hops || a.cost - b.cost || a.entity - b.entity)
    .slice(0, most)
    .map(({ entity, hops }) => ({ entity, hops }))
}

/** Distances over all ties from `goal` to those sought, breadth first, until enough of them are found. */
async function distancesFrom(
  projection: Projection,
  goal: number,
  sought: ReadonlyMap<number, unknown>,
  enough: number,
  breath: Breath
): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  const seen = new Uint8Array(entityCount(projection))
  seen[goal] = 1
  let ring = [goal]
  for (let distance = 1; ring.length > 0 && found.size < enough; distance++) {
    const next: number[] = []
    for (const entity of ring) {
      if (breath.isDue()) await breath.take()
      for (let i = projection.incidentOffsets[entity] as number; i < (projection.incidentOffsets[entity + 1] as number); i++) {
        const other = otherEnd(projection, projection.incident[i] as number, entity)
        if (seen[other]) continue
        seen[other] = 1
        next.push(other)
        if (sought.has(other)) found.set(other, distance)
      }
    }
    ring = next
  }
  return found
}
