import type { Acquaintance } from './acquaintance.ts'
import { Heap } from './heap.ts'
import { sharedStrength } from './strength.ts'

/**
 * How much a way shares with earlier ones: four bits an earlier way, the number of people in between that both go through. Seven
 * earlier ways fit.
 */
export const BITS_A_WAY = 4
const MASK = (1 << BITS_A_WAY) - 1

/** Whether no count of `a` is above that of `b`. */
function sharesNoMore(a: number, b: number): boolean {
  for (let rest = a, other = b; rest > 0; rest >>= BITS_A_WAY, other >>= BITS_A_WAY) if ((rest & MASK) > (other & MASK)) return false
  return true
}

/** The greatest count. */
function mostShared(shared: number): number {
  let most = 0
  for (let rest = shared; rest > 0; rest >>= BITS_A_WAY) most = Math.max(most, rest & MASK)
  return most
}

/** What a search from one end must respect. */
export interface FrontierRules {
  maxHops: number
  /** The other end: a way stops there. */
  goal: number
  /** How many steps this side goes as long as no way is known: the two sides together go all the steps that a way may have. */
  firstHops: number
  /** By person, 1 in the bits of each earlier way that goes through them; absent for the first way. */
  sharing?: Map<number, number>
}

/**
 * One side of a search from both ends: walks out from `root` in order of cost (−ln strength), step after step. A label is a walk
 * to a node; of the walks to a node only those are kept that could still be part of the best way (see `beats`).
 */
export class Frontier {
  readonly nodes: number[] = []
  readonly hops: number[] = []
  readonly costs: number[] = []
  readonly parents: number[] = []
  readonly shared: number[] = []
  /** Who comes to meet this side, and what a walk may cost that could still be part of a better way than the best known. */
  opposite: Frontier | undefined
  limit = Number.POSITIVE_INFINITY
  /** The cheapest walk that was not followed because of the limit. */
  cheapestLeft = Number.POSITIVE_INFINITY
  private readonly root: number
  private readonly acquaintance: Acquaintance
  private readonly rules: FrontierRules
  private readonly queue = new Heap()
  /** Labels put off until a way is known. */
  private putOff: number[] | undefined = []
  /** The labels of each node, latest first: the first plus one, and after each the next plus one. */
  private readonly firstAt: Int32Array
  private readonly nextAt: number[] = []
  /** Entries into crowds, waiting in the queue as ~ their place: the label they come from, the crowd, the tie to it. */
  private readonly entries: { label: number; thing: number; tie: number }[] = []
  /** The ties to a crowd that no entry of a class has reached yet; the class is what the labels it makes must be told apart by. */
  private readonly unreached = new Map<string, number[]>()

  constructor(acquaintance: Acquaintance, root: number, rules: FrontierRules) {
    this.acquaintance = acquaintance
    this.root = root
    this.rules = rules
    this.firstAt = new Int32Array(acquaintance.view.projection.kinds.length)
    this.addLabel(root, 0, 0, -1, 0)
  }

  /** A way still to be found costs no less than this and the other side's together, once nothing is put off. */
  reach(): number {
    return this.queue.top()
  }

  /** How much there is to do. */
  load(): number {
    return this.queue.size
  }

  /** Goes on with what was put off. */
  takeUp(): void {
    for (const label of this.putOff ?? []) this.queue.push(label, this.costs[label] as number)
    this.putOff = undefined
  }

  /** Whether some walk has come to a node. */
  has(node: number): boolean {
    return this.firstAt[node] !== 0
  }

  /** Calls `see` with each label of a node. */
  eachLabel(node: number, see: (label: number) => void): void {
    for (let label = this.firstAt[node] as number; label > 0; label = this.nextAt[label - 1] as number) see(label - 1)
  }

  /** Goes one label, or one entry into a crowd, further; calls `found` with every new label. */
  advance(found: (label: number) => void): void {
    const item = this.queue.pop()
    if (item < 0) {
      this.walkThroughCrowd(~item, found)
      return
    }
    const node = this.nodes[item] as number
    const hops = this.hops[item] as number
    if (this.isBeaten(item) || node === this.rules.goal || hops >= this.rules.maxHops) return
    if (node !== this.root && !this.acquaintance.view.isPerson(node)) return
    if (this.putOff && hops >= this.rules.firstHops) {
      this.putOff.push(item)
      return
    }
    const { others, costs, crowds } = this.acquaintance.stepsFrom(node)
    for (let i = 0; i < others.length; i++) this.step(item, others[i] as number, costs[i] as number, found)
    for (const [thing, tie] of crowds) this.enter(item, thing, tie)
  }

  /** The nodes from the root to a label's. */
  walk(label: number): number[] {
    const nodes: number[] = []
    for (let at = label; at >= 0; at = this.parents[at] as number) nodes.push(this.nodes[at] as number)
    return nodes.reverse()
  }

  private step(label: number, other: number, cost: number, found: (label: number) => void): void {
    if (other === this.root || (other !== this.rules.goal && !this.acquaintance.view.isPerson(other))) return
    const whole = (this.costs[label] as number) + cost
    // Where the other side has been, the two must be looked at together; elsewhere it has yet to come, at what it costs.
    if (this.isBeyond(whole) && !this.opposite?.has(other)) return
    const shared = (this.shared[label] as number) + (this.rules.sharing?.get(other) ?? 0)
    const made = this.addLabel(other, (this.hops[label] as number) + 1, whole, label, shared)
    if (made >= 0) found(made)
  }

  /** Waits at the door of a crowd: half of the step is done, and costs what this side has a part in. */
  private enter(label: number, thing: number, tie: number): void {
    const { view } = this.acquaintance
    const half = sharedStrength(view.strength(tie), 1, Math.sqrt(view.peopleAt(thing) - 1) + 1)
    const cost = (this.costs[label] as number) - Math.log(half)
    if (this.isBeyond(cost)) return
    this.entries.push({ label, thing, tie })
    this.queue.push(~(this.entries.length - 1), cost)
  }

  /**
   * Reaches everybody in a crowd who was there at the same time and whom no cheaper entry has reached: since what two share is worth
   * the product of what each brings, a later entry cannot reach them for less.
   */
  private walkThroughCrowd(entry: number, found: (label: number) => void): void {
    const { label, thing, tie } = this.entries[entry] as { label: number; thing: number; tie: number }
    const name = `${thing} ${this.hops[label]} ${this.shared[label]}`
    const ties = this.unreached.get(name) ?? this.acquaintance.sharersOf(thing)
    const people = this.acquaintance.view.peopleAt(thing)
    const left: number[] = []
    for (const other of ties) {
      const member = this.acquaintance.view.projection.starts[other] as number
      const strength = member === this.nodes[label] ? 0 : this.acquaintance.sharing(tie, other, people)
      if (strength > 0) this.step(label, member, -Math.log(strength), found)
      else left.push(other)
    }
    this.unreached.set(name, left)
  }

  private isBeyond(cost: number): boolean {
    if (cost < this.limit) return false
    this.cheapestLeft = Math.min(this.cheapestLeft, cost)
    return true
  }

  private addLabel(node: number, hops: number, cost: number, parent: number, shared: number): number {
    for (let other = this.firstAt[node] as number; other > 0; other = this.nextAt[other - 1] as number) {
      if (this.beats(other - 1, hops, cost, shared)) return -1
    }
    const label = this.nodes.length
    this.nodes.push(node)
    this.hops.push(hops)
    this.costs.push(cost)
    this.parents.push(parent)
    this.shared.push(shared)
    this.nextAt.push(this.firstAt[node] as number)
    this.firstAt[node] = label + 1
    this.queue.push(label, cost)
    return label
  }

  /**
   * Whether a walk makes another to the same node needless: it costs no more, is no longer and shares no more with earlier ways. A
   * shorter walk leaves fewer people in between, so that its way may share fewer: it beats a longer one only where every way that
   * goes on from here has people enough. Somebody shared later takes a step to get to and one to go on, and a way of at most six steps
   * may share two: s + 2 steps are enough where s are shared already. At the goal a walk is a whole way, allowed or not by its length.
   */
  private beats(label: number, hops: number, cost: number, shared: number): boolean {
    const labelHops = this.hops[label] as number
    if ((this.costs[label] as number) > cost || labelHops > hops) return false
    const labelShared = this.shared[label] as number
    if (!sharesNoMore(labelShared, shared)) return false
    if (labelHops === hops || !this.rules.sharing) return true
    return this.nodes[label] !== this.rules.goal && labelHops >= mostShared(labelShared) + 2
  }

  /** Whether a better label came to the same node since this one was made. */
  private isBeaten(label: number): boolean {
    const [hops, cost, shared] = [this.hops[label] as number, this.costs[label] as number, this.shared[label] as number]
    for (let other = this.firstAt[this.nodes[label] as number] as number; other > label + 1; other = this.nextAt[other - 1] as number) {
      if (this.beats(other - 1, hops, cost, shared)) return true
    }
    return false
  }
}
