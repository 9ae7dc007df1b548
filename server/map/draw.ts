import { sharedUint16, textAt } from '../text/packed.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { type Adjacency, adjacencyOf } from './adjacency.ts'
import { betweennessOf, pagerankOf } from './centrality.ts'
import { communitiesOf, graphOf } from './communities.ts'
import type { Kept } from './kept.ts'
import { layoutOf, type Points } from './layout.ts'
import { communityNames } from './names.ts'
import { FAR, type NetworkMap } from './network-map.ts'

/** Of more change than this a map is laid out anew. */
const MOST_CHANGE = 1 / 3

/** Draws the map of a projection. What the kept layout places stays where it is, and in its community. */
export function drawMap(projection: Projection, kept: Kept | undefined): NetworkMap {
  const whole = adjacencyOf(projection, true)
  const own = adjacencyOf(projection, false)
  const placed = stillPlaced(projection, kept) ?? laidOut(whole)
  const degree = sharedUint16(entityCount(projection))
  for (let entity = 0; entity < degree.length; entity++)
    degree[entity] = Math.min(FAR, (whole.offsets[entity + 1] as number) - (whole.offsets[entity] as number))
  const { x, y, community } = placeNew(placed, whole)
  const pagerank = pagerankOf(own)
  return {
    store: projection.store,
    revision: projection.revision,
    x,
    y,
    community,
    communities: describe(projection, x, y, community, pagerank),
    degree,
    betweenness: betweennessOf(own),
    pagerank
  }
}

export function keptOf(projection: Projection, { store, x, y, community }: NetworkMap): Kept {
  const places: Kept['places'] = {}
  for (let entity = 0; entity < x.length; entity++)
    places[textAt(projection.ids, entity)] = [x[entity] as number, y[entity] as number, community[entity] as number]
  return { store, places }
}

interface Placed {
  x: Uint16Array
  y: Uint16Array
  community: Uint16Array
  /** What has no place yet. */
  fresh: number[]
}

const empty = (entities: number): Placed => ({
  x: sharedUint16(entities),
  y: sharedUint16(entities),
  community: sharedUint16(entities),
  fresh: []
})

/** What a kept layout says of this projection, where it is of the same store and most of it is still there. */
function stillPlaced(projection: Projection, kept: Kept | undefined): Placed | undefined {
  const entities = entityCount(projection)
  if (!kept || kept.store !== projection.store || entities === 0) return undefined
  const placed = empty(entities)
  for (let entity = 0; entity < entities; entity++) {
    const place = kept.places[textAt(projection.ids, entity)]
    if (!place) placed.fresh.push(entity)
    else [placed.x[entity], placed.y[entity], placed.community[entity]] = place
  }
  const known = entities - placed.fresh.length
  const gone = Object.keys(kept.places).length - known
  return placed.fresh.length > entities * MOST_CHANGE || gone > entities * MOST_CHANGE ? undefined : placed
}

/** How large entities are drawn on a map that is a thousand pixels wide: the radius of the least tied, and what the most tied have more. */
function drawnRadius(entities: number): { least: number; more: number } {
  if (entities <= 80) return { least: 7, more: 15 }
  if (entities <= 500) return { least: 4.2, more: 12.5 }
  return { least: 2.4, more: 10 }
}

/** Half of what keeps entities apart: what they are drawn with and some air, or an even share of the map. */
function radii({ offsets }: Adjacency): Float32Array {
  const degree = (entity: number): number => (offsets[entity + 1] as number) - (offsets[entity] as number)
  const entities = offsets.length - 1
  const { least, more } = drawnRadius(entities)
  const share = 0.3 * Math.sqrt(0.7 / Math.max(1, entities))
  let greatest = 1
  for (let entity = 0; entity < entities; entity++) greatest = Math.max(greatest, degree(entity))
  return Float32Array.from({ length: entities }, (_, entity) =>
    Math.max(share, ((least + more * Math.sqrt(degree(entity) / greatest)) * 1.15 + 1) / 1000)
  )
}

const inSteps = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * FAR)

function laidOut(whole: Adjacency): Placed {
  const graph = graphOf(whole)
  const placed = empty(graph.order)
  if (graph.order === 0) return placed
  placed.community.set(communitiesOf(graph))
  const points = layoutOf(graph, placed.community, radii(whole))
  placed.x.set(points.x.map(inSteps))
  placed.y.set(points.y.map(inSteps))
  return placed
}

/** Places each new entity in a free spot beside those it is tied to, in the community it is tied to most; nobody else moves. */
function placeNew({ x, y, community, fresh }: Placed, { offsets, others, weights }: Adjacency): Omit<Placed, 'fresh'> {
  const waiting = new Set(fresh)
  let lastNumber = community.reduce((most, one) => Math.max(most, one), 0)
  const points: Points = { x: Float64Array.from(x, (at) => at / FAR), y: Float64Array.from(y, (at) => at / FAR) }
  for (const entity of fresh) {
    const pull = new Map<number, number>()
    let [sumX, sumY, sum] = [0, 0, 0]
    for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++) {
      const [other, weight] = [others[i] as number, weights[i] as number]
      if (waiting.has(other)) continue
      pull.set(community[other] as number, (pull.get(community[other] as number) ?? 0) + weight)
      sumX += (points.x[other] as number) * weight
      sumY += (points.y[other] as number) * weight
      sum += weight
    }
    const [most] = [...pull].sort(([a, one], [b, two]) => two - one || a - b)
    community[entity] = most ? most[0] : Math.min(FAR, ++lastNumber)
    const spot = freeSpot(points, waiting, sum > 0 ? { x: sumX / sum, y: sumY / sum } : { x: 0.5, y: 0.06 })
    points.x[entity] = spot.x
    points.y[entity] = spot.y
    x[entity] = inSteps(spot.x)
    y[entity] = inSteps(spot.y)
    waiting.delete(entity)
  }
  return { x, y, community }
}

/** How far others are at the least from a spot that is free. */
const AIR = 0.014

/** The nearest spot around a point where nobody is: on a spiral outwards. */
function freeSpot(points: Points, waiting: ReadonlySet<number>, near: { x: number; y: number }): { x: number; y: number } {
  for (let step = 1; ; step++) {
    const [far, angle] = [AIR * 0.6 * Math.sqrt(step), step * 2.399963]
    const spot = { x: near.x + far * Math.cos(angle), y: near.y + far * Math.sin(angle) }
    const isInside = spot.x > 0.005 && spot.x < 0.995 && spot.y > 0.005 && spot.y < 0.995
    const isFree =
      isInside && !points.x.some((x, other) => !waiting.has(other) && Math.hypot(x - spot.x, (points.y[other] as number) - spot.y) < AIR)
    if (isFree || step > 2000) return spot
  }
}

function describe(projection: Projection, x: Uint16Array, y: Uint16Array, community: Uint16Array, pagerank: Float32Array) {
  const members = new Map<number, number[]>()
  for (const [entity, one] of community.entries()) {
    const list = members.get(one)
    if (list) list.push(entity)
    else members.set(one, [entity])
  }
  const count = community.reduce((most, one) => Math.max(most, one), 0) + 1
  const names = communityNames(projection, community, pagerank, count)
  return [...members]
    .map(([id, list]) => {
      const middle = (axis: Uint16Array): number =>
        (Uint16Array.from(list, (entity) => axis[entity] as number).sort()[list.length >> 1] ?? 0) / FAR
      const [mx, my] = [middle(x), middle(y)]
      const far = Float64Array.from(list, (entity) => Math.hypot((x[entity] as number) / FAR - mx, (y[entity] as number) / FAR - my)).sort()
      return { id, name: names[id] as string, size: list.length, x: mx, y: my, radius: (far[Math.floor(far.length * 0.8)] ?? 0) + 0.01 }
    })
    .sort((a, b) => b.size - a.size || a.id - b.id)
}
