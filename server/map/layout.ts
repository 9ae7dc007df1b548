import type { UndirectedGraph } from 'graphology'
import { UndirectedGraph as Graph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { communitiesOf } from './communities.ts'

export interface Points {
  x: Float64Array
  y: Float64Array
}

/** Above so many, only communities are drawn by forces, and their members around their middle. */
const MOST_BY_FORCES = 20_000
/** Above so many, names tell communities, and who stands on whom is not seen. */
export const MOST_APART = 3000
/** Members of a community as small as this stand in a round; those of a larger one have forces among them, for so long. */
const FEW = 9
const ITERATIONS_WITHIN = 90
/** The radius of a community is so many times the root of its size. */
const ROOM = 0.9

/** The more there are, the longer each iteration takes. */
const iterationsFor = (entities: number): number => (entities < 1000 ? 500 : entities < 5000 ? 200 : 60)

/** The golden angle: points at this angle one after the other fill a disc evenly. */
export const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/**
 * Where each entity is: communities apart, those tied close together (ForceAtlas2: Jacomy et al., PLoS ONE 9(6), 2014, from Louvain's
 * communities on). The same network has the same layout each time.
 */
export function layoutOf(graph: UndirectedGraph, community: Uint16Array, radius: Float32Array): Points {
  let points = inFrame(
    graph.order <= MOST_BY_FORCES ? byForces(graph, community, iterationsFor(graph.order)) : byCommunities(graph, community)
  )
  if (graph.order > MOST_APART) return points
  // What is pushed apart may leave the frame: fitted again it is a little closer, and less and less so.
  for (let round = 0; round < 4; round++) points = fitted(apart(points, radius))
  return apart(points, radius)
}

/** Members of each community around its middle, communities around that of the largest. */
function seedOf(community: Uint16Array): Points {
  const [sizes, seen] = [new Map<number, number>(), new Map<number, number>()]
  for (const one of community) sizes.set(one, (sizes.get(one) ?? 0) + 1)
  const spread = Math.sqrt(community.length) * 2
  const x = new Float64Array(community.length)
  const y = new Float64Array(community.length)
  for (const [entity, one] of community.entries()) {
    const rank = seen.get(one) ?? 0
    seen.set(one, rank + 1)
    const [far, near] = [spread * Math.sqrt(one), Math.sqrt(rank)]
    x[entity] = far * Math.cos(one * GOLDEN) + near * Math.cos(rank * GOLDEN)
    y[entity] = far * Math.sin(one * GOLDEN) + near * Math.sin(rank * GOLDEN)
  }
  return { x, y }
}

function byForces(graph: UndirectedGraph, community: Uint16Array, iterations: number): Points {
  const seed = seedOf(community)
  graph.forEachNode((node) => {
    graph.mergeNodeAttributes(node, { x: seed.x[Number(node)], y: seed.y[Number(node)] })
  })
  const entities = graph.order
  const placed = forceAtlas2(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: {
      linLogMode: true,
      gravity: 0.6,
      scalingRatio: 2,
      barnesHutOptimize: entities > 600,
      barnesHutTheta: 0.8,
      slowDown: entities < 1000 ? 6 : 2
    }
  })
  return {
    x: Float64Array.from({ length: entities }, (_, entity) => placed[entity]?.x ?? 0),
    y: Float64Array.from({ length: entities }, (_, entity) => placed[entity]?.y ?? 0)
  }
}

/** Communities by forces among them, with room for their members; these by forces within the room. */
function byCommunities(graph: UndirectedGraph, community: Uint16Array): Points {
  const count = community.reduce((most, one) => Math.max(most, one), 0) + 1
  const among = new Graph()
  const sizes = new Uint32Array(count)
  for (const one of community) sizes[one] = (sizes[one] as number) + 1
  for (let one = 0; one < count; one++) {
    const far = Math.sqrt(one) * 40
    among.addNode(one, { x: far * Math.cos(one * GOLDEN), y: far * Math.sin(one * GOLDEN), size: Math.sqrt(sizes[one] as number) })
  }
  graph.forEachEdge((_edge, { weight }, source, target) => {
    const [a, b] = [community[Number(source)] as number, community[Number(target)] as number]
    if (a !== b) among.updateEdge(a, b, (held) => ({ weight: ((held.weight as number) ?? 0) + (weight as number) }))
  })
  const placed = forceAtlas2(among, {
    iterations: 120,
    getEdgeWeight: 'weight',
    settings: { adjustSizes: true, gravity: 1, scalingRatio: 10, barnesHutOptimize: count > 1000, edgeWeightInfluence: 0.5, slowDown: 4 }
  })
  const room = Float32Array.from(sizes, (size) => Math.sqrt(size) * ROOM)
  const middles = apart(
    { x: Float64Array.from(sizes, (_, one) => placed[one]?.x ?? 0), y: Float64Array.from(sizes, (_, one) => placed[one]?.y ?? 0) },
    room.map((radius) => radius * 1.12)
  )
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [entity, one] of community.entries()) members[one]?.push(entity)
  const [x, y] = [new Float64Array(community.length), new Float64Array(community.length)]
  for (const [one, list] of members.entries()) {
    const within = inDisc(list.length < FEW ? seedOf(new Uint16Array(list.length)) : membersByForces(graph, list))
    for (const [place, entity] of list.entries()) {
      x[entity] = (middles.x[one] as number) + (within.x[place] as number) * (room[one] as number)
      y[entity] = (middles.y[one] as number) + (within.y[place] as number) * (room[one] as number)
    }
  }
  return { x, y }
}

/** The members of a community by the forces among them alone. */
function membersByForces(graph: UndirectedGraph, members: number[]): Points {
  const within = new Graph()
  for (const place of members.keys()) within.addNode(place)
  const placeOf = new Map(members.map((entity, place) => [String(entity), place]))
  for (const [place, entity] of members.entries())
    graph.forEachEdge(entity, (_edge, { weight }, source, target) => {
      const other = placeOf.get(source === String(entity) ? target : source)
      if (other !== undefined && place < other) within.addEdge(place, other, { weight })
    })
  return byForces(within, communitiesOf(within), ITERATIONS_WITHIN)
}

/** Points in a disc of radius one around their middle, as evenly far out as they are many there. */
function inDisc({ x, y }: Points): Points {
  const [middleX, middleY] = [middle(x), middle(y)]
  const far = Float64Array.from(x, (_, i) => Math.hypot((x[i] as number) - middleX, (y[i] as number) - middleY))
  const order = [...far.keys()].sort((a, b) => (far[a] as number) - (far[b] as number) || a - b)
  const reach = new Float64Array(far.length)
  for (const [rank, place] of order.entries()) {
    const even = Math.sqrt((rank + 0.5) / far.length)
    const own = (far[place] as number) / ((far[order.at(-1) as number] as number) || 1)
    reach[place] = (even * 0.4 + own * 0.6) / ((far[place] as number) || 1)
  }
  return {
    x: x.map((at, i) => (at - middleX) * (reach[i] as number)),
    y: y.map((at, i) => (at - middleY) * (reach[i] as number))
  }
}

/** The map is so much wider than high, and has a rim. */
const ASPECT = 1.35
const RIM = 0.03

/** Turned so that it lies across, what is far out brought nearer, and fitted into the frame of the map. */
function inFrame({ x, y }: Points): Points {
  const count = x.length
  const [middleX, middleY] = [middle(x), middle(y)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [(x[i] as number) - middleX, (y[i] as number) - middleY]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  const turn = -Math.atan2(2 * xy, xx - yy) / 2
  const far = Float64Array.from(x, (_, i) => Math.hypot((x[i] as number) - middleX, (y[i] as number) - middleY))
  const usual = far.toSorted()[Math.floor(count * 0.9)] || 1
  const turned: Points = { x: new Float64Array(count), y: new Float64Array(count) }
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [(x[i] as number) - middleX, (y[i] as number) - middleY]
    const reach = (far[i] as number) / usual
    // Beyond the usual reach distance counts for less and less.
    const nearer = reach > 1 ? (1 + 0.35 * Math.log(reach)) / reach : 1
    turned.x[i] = (dx * Math.cos(turn) - dy * Math.sin(turn)) * nearer
    turned.y[i] = (dx * Math.sin(turn) + dy * Math.cos(turn)) * nearer
  }
  return fitted(turned)
}

const fitted = ({ x, y }: Points): Points => ({ x: scaled(x, 1), y: scaled(y, 1 / ASPECT) })

const middle = (values: Float64Array): number => values.toSorted()[Math.floor(values.length / 2)] ?? 0

/** From rim to rim of so much of the unit, around its middle. */
function scaled(values: Float64Array, share: number): Float64Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const room = share * (1 - 2 * RIM)
  return values.map((value) => 0.5 + (most > least ? (value - least) / (most - least) - 0.5 : 0) * room)
}

const ROUNDS = 120

/** Pushes apart what would be drawn one over the other; `radius` in the unit of the map. */
function apart({ x, y }: Points, radius: Float32Array): Points {
  const cell = 2 * radius.reduce((most, one) => Math.max(most, one), 0.001)
  for (let round = 0; round < ROUNDS; round++) {
    const cells = new Map<number, number[]>()
    const keyOf = (i: number, right = 0, up = 0): number =>
      (Math.floor((x[i] as number) / cell) + right + 1000) * 4000 + Math.floor((y[i] as number) / cell) + up + 1000
    for (let i = 0; i < x.length; i++) {
      const key = keyOf(i)
      const members = cells.get(key)
      if (members) members.push(i)
      else cells.set(key, [i])
    }
    let moved = 0
    for (let i = 0; i < x.length; i++)
      for (const right of [-1, 0, 1])
        for (const up of [-1, 0, 1]) for (const j of cells.get(keyOf(i, right, up)) ?? []) if (j > i && push(x, y, radius, i, j)) moved++
    if (moved === 0) break
  }
  return { x, y }
}

function push(x: Float64Array, y: Float64Array, radius: Float32Array, i: number, j: number): boolean {
  const wanted = (radius[i] as number) + (radius[j] as number)
  let [dx, dy] = [(x[j] as number) - (x[i] as number), (y[j] as number) - (y[i] as number)]
  const distance = Math.hypot(dx, dy)
  if (distance >= wanted) return false
  if (distance < 1e-9) [dx, dy] = [Math.cos(i * GOLDEN), Math.sin(i * GOLDEN)]
  const step = ((wanted - distance) / 2 + 1e-6) / Math.max(distance, distance < 1e-9 ? 1 : 0)
  x[i] = (x[i] as number) - dx * step
  y[i] = (y[i] as number) - dy * step
  x[j] = (x[j] as number) + dx * step
  y[j] = (y[j] as number) + dy * step
  return true
}
