import type { Acquaintance } from './acquaintance.ts'
import { Breath } from './breath.ts'
import { BITS_A_WAY, Frontier, type FrontierRules } from './frontier.ts'

/** A way: the nodes it goes through, both ends included, and the product of its steps' strengths. */
export interface Way {
  nodes: number[]
  strength: number
}

/** Between which entities (by place) ways are sought, of how many steps at the most, and how many ways. */
export interface WaysAsked {
  from: number
  to: number
  maxHops: number
  alternatives: number
}

/** How many partial ways `lookThrough` may look at before it leaves it at the best way it has. */
const MOST_LOOKS = 5_000

/**
 * The strongest way, then each strongest one that shares at most half of the people in between with every earlier one. The first is
 * exact: the greatest product of strengths within `maxHops`. So are the others, unless two walks that cross promise a stronger one and
 * looking for it takes more than `MOST_LOOKS` looks: then it is the best found until there. Search from both ends in order of cost,
 * with the number of hops as a resource (labels as in Desrochers and Soumis, "A generalized permanent labelling algorithm", INFOR 26,
 * 1988).
 */
export async function strongestWays(acquaintance: Acquaintance, asked: WaysAsked): Promise<{ ways: Way[]; forward: Frontier }> {
  const first = new Meeting(acquaintance, asked, [])
  const ways: Way[] = []
  const breath = new Breath()
  let way = await first.strongest(breath)
  while (way) {
    ways.push(way)
    way = ways.length < asked.alternatives ? await new Meeting(acquaintance, asked, ways).strongest(breath) : undefined
  }
  return { ways, forward: first.forward }
}

/** Walks out from both ends until no better meeting of two walks is left to be found. */
class Meeting {
  readonly forward: Frontier
  private readonly backward: Frontier
  private readonly acquaintance: Acquaintance
  private readonly asked: WaysAsked
  private readonly earlier: readonly Way[]
  private readonly sharing: Map<number, number>
  private best: { nodes: number[]; cost: number } | undefined
  /** The cheapest meeting, even of two walks that cross: no way can be cheaper. */
  private bound = Number.POSITIVE_INFINITY

  constructor(acquaintance: Acquaintance, asked: WaysAsked, earlier: readonly Way[]) {
    this.acquaintance = acquaintance
    this.asked = asked
    this.earlier = earlier
    this.sharing = new Map()
    for (const [place, way] of earlier.entries()) {
      for (const node of way.nodes.slice(1, -1)) this.sharing.set(node, (this.sharing.get(node) ?? 0) | (1 << (place * BITS_A_WAY)))
    }
    const { from, to, maxHops } = asked
    const rules = { maxHops, ...(earlier.length > 0 && { sharing: this.sharing }) } satisfies Partial<FrontierRules>
    this.forward = new Frontier(acquaintance, from, { ...rules, goal: to, firstHops: Math.ceil(maxHops / 2) })
    this.backward = new Frontier(acquaintance, to, { ...rules, goal: from, firstHops: Math.floor(maxHops / 2) })
    this.forward.opposite = this.backward
    this.backward.opposite = this.forward
  }

  async strongest(breath: Breath): Promise<Way | undefined> {
    // As long as no way is known, cost cannot end the search, only steps can: each side goes half of them.
    await this.walkUntil(breath, () => this.best !== undefined || this.forward.load() + this.backward.load() === 0)
    if (this.best || this.bound < Number.POSITIVE_INFINITY) {
      this.forward.takeUp()
      this.backward.takeUp()
      await this.walkUntil(breath, () => this.forward.reach() + this.backward.reach() >= (this.best?.cost ?? Number.POSITIVE_INFINITY))
      if (this.bound < (this.best?.cost ?? Number.POSITIVE_INFINITY)) this.lookThrough()
    }
    return this.best && { nodes: this.best.nodes, strength: this.strengthOf(this.best.nodes) }
  }

  /** Goes further on the side with less to do, until it is done. */
  private async walkUntil(breath: Breath, isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      if (breath.isDue()) await breath.take()
      const isForward = this.backward.load() === 0 || (this.forward.load() > 0 && this.forward.load() <= this.backward.load())
      const [side, other] = isForward ? [this.forward, this.backward] : [this.backward, this.forward]
      if (this.best) side.limit = this.best.cost - other.reach()
      side.advance((label) => this.meet(side, label, other))
    }
  }

  /** Joins a new walk with those that came to the same node from the other end. */
  private meet(side: Frontier, label: number, other: Frontier): void {
    const node = side.nodes[label] as number
    other.eachLabel(node, (opposite) => {
      const hops = (side.hops[label] as number) + (other.hops[opposite] as number)
      const cost = (side.costs[label] as number) + (other.costs[opposite] as number)
      if (hops > this.asked.maxHops || cost >= (this.best?.cost ?? Number.POSITIVE_INFINITY)) return
      const shared = (side.shared[label] as number) + (other.shared[opposite] as number) - (this.sharing.get(node) ?? 0)
      if (!this.isApart(hops, shared)) return
      this.bound = Math.min(this.bound, cost)
      const walks = [side.walk(label), other.walk(opposite)] as const
      const [out, back] = side === this.forward ? walks : [walks[1], walks[0]]
      const nodes = [...out, ...back.reverse().slice(1)]
      if (new Set(nodes).size === nodes.length) this.best = { nodes, cost }
    })
  }

  /** Whether a way of so many hops shares at most half of the people in between with each earlier one, and is none of them. */
  private isApart(hops: number, shared: number): boolean {
    const between = hops - 1
    return this.earlier.every((way, place) => {
      if (way.nodes.length === 2 && hops === 1) return false
      return 2 * ((shared >> (place * BITS_A_WAY)) & ((1 << BITS_A_WAY) - 1)) <= between
    })
  }

  /**
   * The cheapest meeting was one of walks that cross, so a way dearer than it may have been passed over: looks through all ways
   * cheaper than the best found, depth first, cut by what the walks from the other end say is still to come.
   */
  private lookThrough(): void {
    const { from, to, maxHops } = this.asked
    const reach = Math.min(this.backward.reach(), this.backward.cheapestLeft)
    let looks = 0
    const restFrom = (node: number, hopsLeft: number): number => {
      let rest = reach
      this.backward.eachLabel(node, (label) => {
        if ((this.backward.hops[label] as number) <= hopsLeft) rest = Math.min(rest, this.backward.costs[label] as number)
      })
      return rest
    }
    const look = (nodes: number[], cost: number, shared: number): void => {
      looks += 1
      if (looks > MOST_LOOKS) return
      const node = nodes.at(-1) as number
      const hops = nodes.length - 1
      if (node === to) {
        if (cost < (this.best?.cost ?? Number.POSITIVE_INFINITY) && this.isApart(hops, shared)) this.best = { nodes: [...nodes], cost }
        return
      }
      if (hops === maxHops || (node !== from && !this.acquaintance.view.isPerson(node))) return
      const { others, costs, crowds } = this.acquaintance.stepsFrom(node)
      const next = new Map(others.map((other, i) => [other, costs[i] as number]))
      for (const [thing, tie] of crowds) {
        for (const other of this.acquaintance.sharersOf(thing)) {
          const member = this.acquaintance.view.projection.starts[other] as number
          const step = -Math.log(this.acquaintance.sharing(tie, other, this.acquaintance.view.peopleAt(thing)))
          if (step < (next.get(member) ?? Number.POSITIVE_INFINITY)) next.set(member, step)
        }
      }
      for (const [other, step] of [...next].sort((a, b) => a[1] - b[1])) {
        const further = cost + step
        if (nodes.includes(other) || further + restFrom(other, maxHops - hops - 1) >= (this.best?.cost ?? Number.POSITIVE_INFINITY))
          continue
        look([...nodes, other], further, shared + (this.sharing.get(other) ?? 0))
      }
    }
    look([from], 0, 0)
  }

  private strengthOf(nodes: readonly number[]): number {
    let strength = 1
    for (let i = 1; i < nodes.length; i++) strength *= this.acquaintance.stepStrength(nodes[i - 1] as number, nodes[i] as number)
    return strength
  }
}
