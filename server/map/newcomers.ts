import type { Adjacency } from './adjacency.ts'
import { GOLDEN, MOST_APART } from './layout.ts'
import { FAR, inSteps, type NetworkMap } from './network-map.ts'

export type Places = Pick<NetworkMap, 'x' | 'y' | 'community' | 'changes'>

/** Where those stand who know nobody: below the others. */
const LONELY = { x: 0.5, y: 0.06 }

/**
 * Gives each new entity a free spot beside those it is tied to, in the community it is tied to most; nobody else moves. `radius`: half of
 * what keeps entities apart, in shares of the map.
 */
export function placeNewcomers(fresh: readonly number[], { x, y, community }: Places, adjacency: Adjacency, radius: Float32Array): void {
  if (fresh.length === 0) return
  const { offsets, others, weights } = adjacency
  const waiting = new Set(fresh)
  const ground = new Ground(radius)
  for (let entity = 0; entity < x.length; entity++)
    if (!waiting.has(entity)) ground.take(entity, { x: (x[entity] as number) / FAR, y: (y[entity] as number) / FAR })
  let lastNumber = community.reduce((most, one) => Math.max(most, one), 0)
  for (const entity of inTurn(fresh, adjacency)) {
    const pull = new Map<number, number>()
    let [sumX, sumY, sum] = [0, 0, 0]
    for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++) {
      const [other, weight] = [others[i] as number, weights[i] as number]
      if (waiting.has(other)) continue
      pull.set(community[other] as number, (pull.get(community[other] as number) ?? 0) + weight)
      sumX += ((x[other] as number) / FAR) * weight
      sumY += ((y[other] as number) / FAR) * weight
      sum += weight
    }
    const [most] = [...pull].sort(([a, one], [b, two]) => two - one || a - b)
    community[entity] = most ? most[0] : Math.min(FAR, ++lastNumber)
    const spot = ground.freeSpot(entity, sum > 0 ? { x: sumX / sum, y: sumY / sum } : LONELY)
    ground.take(entity, spot)
    x[entity] = inSteps(spot.x)
    y[entity] = inSteps(spot.y)
    waiting.delete(entity)
  }
}

/** First those who know somebody that has a place, then those who know these, so that each stands beside somebody where that can be. */
function inTurn(fresh: readonly number[], { offsets, others }: Adjacency): number[] {
  const known = (entity: number): Uint32Array => others.subarray(offsets[entity], offsets[entity + 1])
  const waiting = new Set(fresh)
  const turns = fresh.filter((entity) => known(entity).some((other) => !waiting.has(other)))
  for (const entity of turns) waiting.delete(entity)
  let next = 0
  for (const first of [undefined, ...fresh]) {
    if (first !== undefined && waiting.delete(first)) turns.push(first)
    for (; next < turns.length; next++) for (const other of known(turns[next] as number)) if (waiting.delete(other)) turns.push(other)
  }
  return turns
}

interface Spot {
  x: number
  y: number
}

/** Who stands where, in cells, so that a free spot is found by looking at those around it only. */
class Ground {
  private readonly radius: Float32Array
  private readonly cell: number
  private readonly cells = new Map<number, (Spot & { radius: number })[]>()
  private readonly mostTries: number

  constructor(radius: Float32Array) {
    this.radius = radius
    this.cell = 2 * radius.reduce((most, one) => Math.max(most, one), 0)
    // In a large network there is not room for everybody to stand apart.
    this.mostTries = radius.length > MOST_APART ? 12 : 2000
  }

  private key(right: number, up: number): number {
    return right * 4096 + up
  }

  take(entity: number, { x, y }: Spot): void {
    const key = this.key(Math.floor(x / this.cell), Math.floor(y / this.cell))
    const held = { x, y, radius: this.radius[entity] as number }
    const others = this.cells.get(key)
    if (others) others.push(held)
    else this.cells.set(key, [held])
  }

  private isFree({ x, y }: Spot, radius: number): boolean {
    const [right, up] = [Math.floor(x / this.cell), Math.floor(y / this.cell)]
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of this.cells.get(this.key(right + dx, up + dy)) ?? [])
          if (Math.hypot(other.x - x, other.y - y) < other.radius + radius) return false
    return x > 0.005 && x < 0.995 && y > 0.005 && y < 0.995
  }

  /** The nearest spot around a point where nobody is: on a spiral outwards. */
  freeSpot(entity: number, near: Spot): Spot {
    const radius = this.radius[entity] as number
    for (let step = 1; ; step++) {
      const [far, angle] = [radius * Math.sqrt(step), step * GOLDEN]
      const spot = { x: near.x + far * Math.cos(angle), y: near.y + far * Math.sin(angle) }
      if (this.isFree(spot, radius) || step >= this.mostTries) return spot
    }
  }
}
