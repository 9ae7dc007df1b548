import { entityCount, type Network, nameAt } from './network.ts'
import { sizesOf } from './sizes.ts'

/** Of more than these, names would not all find room however they are spread. */
const MOST_SPREAD = 150
const MOST_WITH_NAMES = 60

/** The frame that entities are spread over: pixels of a usual map, wider than high as the layout is. */
const WIDTH = 1000
const HEIGHT = 740
const RIM = 30
/** How much evenness counts beside where entities are on the whole map. */
const EVENNESS = 0.6
const ROUNDS = 80
const LETTER = 7.2
const LONGEST = 34

interface Box {
  x: number
  y: number
  halfWidth: number
  halfHeight: number
}

/**
 * The same few entities with room for their names. What is left of something on the whole map stays left of it, what is above stays above,
 * so that a part is known again: the order along each axis is kept (Misue et al., "Layout adjustment and the mental map", 1995), and boxes
 * that cover each other are pushed apart.
 */
export function spread(network: Network): Network {
  const count = entityCount(network)
  if (count < 2 || count > MOST_SPREAD) return network
  const boxes = boxesOf(network, evened(network.x, WIDTH), evened(network.y, HEIGHT))
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(boxes)) break
  return {
    ...network,
    x: inFrame(
      boxes.map(({ x }) => x),
      1
    ),
    y: inFrame(
      boxes.map(({ y }) => y),
      HEIGHT / WIDTH
    )
  }
}

/** Places along an axis, between where they are and evenly one after the other. */
function evened(places: Uint16Array, length: number): number[] {
  const order = [...places.keys()].sort((a, b) => (places[a] as number) - (places[b] as number) || a - b)
  const [least, most] = [places[order[0] as number] as number, places[order.at(-1) as number] as number]
  const out = new Array<number>(places.length)
  for (const [rank, entity] of order.entries()) {
    const own = ((places[entity] as number) - least) / Math.max(1, most - least)
    out[entity] = length * ((1 - EVENNESS) * own + EVENNESS * ((rank + 0.5) / order.length))
  }
  return out
}

/** What each entity covers: its form, and where there are few its name beside it. */
function boxesOf(network: Network, xs: number[], ys: number[]): Box[] {
  const sizes = sizesOf(network, 'degree')
  const isNamed = entityCount(network) <= MOST_WITH_NAMES
  return xs.map((x, entity) => {
    const radius = (sizes[entity] as number) + 4
    const name = isNamed ? Math.min(LONGEST, nameAt(network, entity).length) * LETTER : 0
    return { x, y: ys[entity] as number, halfWidth: radius + name / 2, halfHeight: Math.max(radius, isNamed ? 15 : 0) }
  })
}

/** Pushes each two boxes that cover each other apart, along the axis where that moves them less. Whether any did. */
function pushApart(boxes: Box[]): boolean {
  let hasMoved = false
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const across = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x)
      const along = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y)
      if (across <= 0 || along <= 0) continue
      hasMoved = true
      const axis = along <= across ? 'y' : 'x'
      const step = (Math.min(across, along) / 2 + 0.5) * (a[axis] <= b[axis] ? 1 : -1)
      a[axis] -= step
      b[axis] += step
    }
  return hasMoved
}

/** Coordinates of the map, from rim to rim of so much of it. */
function inFrame(places: number[], share: number): Uint16Array {
  const [least, most] = [Math.min(...places), Math.max(...places)]
  const room = share * (1 - (2 * RIM) / WIDTH)
  return Uint16Array.from(places, (place) => 65_535 * (0.5 + ((place - least) / Math.max(1, most - least) - 0.5) * room))
}
