import type { Community } from '#contract/network.ts'
import { packedCount, sharedUint16, textAt } from '../text/packed.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { type Adjacency, adjacencyOf } from './adjacency.ts'
import { betweennessOf, pagerankOf } from './centrality.ts'
import { communitiesOf, graphOf } from './communities.ts'
import type { Kept } from './kept.ts'
import { layoutOf } from './layout.ts'
import { communityNames } from './names.ts'
import { FAR, inSteps, type NetworkMap } from './network-map.ts'
import { type Places, placeNewcomers } from './newcomers.ts'

/** Of more change than this, since it was laid out, a map is laid out anew. */
const MOST_CHANGE = 1 / 3

/** Draws the map of a projection. What the kept layout places stays where it is, and in its community. */
export function drawMap(projection: Projection, kept: Kept | undefined): NetworkMap {
  const whole = adjacencyOf(projection, true)
  const own = adjacencyOf(projection, false)
  const radius = radii(whole)
  const { fresh, ...placed } = stillPlaced(projection, kept) ?? laidOut(whole, radius)
  placeNewcomers(fresh, placed, whole, radius)
  const degree = sharedUint16(entityCount(projection))
  for (let entity = 0; entity < degree.length; entity++)
    degree[entity] = Math.min(FAR, (whole.offsets[entity + 1] as number) - (whole.offsets[entity] as number))
  const pagerank = pagerankOf(own)
  return {
    store: projection.store,
    revision: projection.revision,
    ...placed,
    communities: describe(projection, placed, pagerank),
    degree,
    betweenness: betweennessOf(own),
    pagerank
  }
}

interface Layout extends Places {
  changes: number
  /** What has no place yet. */
  fresh: number[]
}

const empty = (entities: number): Layout => ({
  x: sharedUint16(entities),
  y: sharedUint16(entities),
  community: sharedUint16(entities),
  changes: 0,
  fresh: []
})

/** What a kept layout says of this projection, where it is of the same store and not too much has changed since all was laid out. */
function stillPlaced(projection: Projection, kept: Kept | undefined): Layout | undefined {
  const entities = entityCount(projection)
  if (!kept || kept.store !== projection.store || entities === 0) return undefined
  const layout = empty(entities)
  const former = new Map(Array.from({ length: packedCount(kept.ids) }, (_, place) => [textAt(kept.ids, place), place]))
  for (let entity = 0; entity < entities; entity++) {
    const place = former.get(textAt(projection.ids, entity))
    if (place === undefined) layout.fresh.push(entity)
    else for (const axis of ['x', 'y', 'community'] as const) layout[axis][entity] = kept[axis][place] as number
  }
  const gone = former.size - (entities - layout.fresh.length)
  layout.changes = kept.changes + layout.fresh.length + gone
  return layout.changes > entities * MOST_CHANGE ? undefined : layout
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

function laidOut(whole: Adjacency, radius: Float32Array): Layout {
  const graph = graphOf(whole)
  const layout = empty(graph.order)
  if (graph.order === 0) return layout
  layout.community.set(communitiesOf(graph))
  const points = layoutOf(graph, layout.community, radius)
  layout.x.set(points.x.map(inSteps))
  layout.y.set(points.y.map(inSteps))
  return layout
}

function describe(projection: Projection, { x, y, community }: Places, pagerank: Float32Array): Community[] {
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
