import type { Acquaintance } from './acquaintance.ts'
import { Heap } from './heap.ts'

/** How much a way shares with earlier ones: four bits an earlier way, the number of people in between that both go through. */
export const BITS_A_WAY = 4
const MASK = (1 << BITS_A_WAY) - 1

/** Whether no count of `a` is above that of `b`. */
function sharesNoMore(a: number, b: number): boolean {
  for (let rest = a, other = b; rest > 0; rest >>= BITS_A_WAY, other >>= BITS_A_WAY) if ((rest & MASK) > (other & MASK)) return false
  return true
}

/** What a search from one end must respect. */
export interface FrontierRules {
  maxHops: number
  /** The other end: a way stops there. */
  goal: number
  /** By person, 1 in the bits of each earlier way that goes through them; absent for the first way. */
  sharing?: Map<number, number>
}

/**
 * One side of a search from both ends: walks out from `root` in order of cost (−ln strength), step after step. A label is a walk
 * to a node; of two walks to a node only those are kept that could still be the better one: no costlier, no longer (for the first way; for the
 * later ones, whose length decides how much they may share: of the same length), sharing no more.
 */
export class Frontier {
  readonly nodes: number[] = []
  readonly hops: number[] = []
  readonly costs: number[] = []
  readonly parents: number[] = []
  readonly shared: number[] = []
  private readonly root: number
  private readonly acquaintance: Acquaintance
  private readonly rules: FrontierRules
  private readonly queue = new Heap()
  /** Labels of each node reached. */
  private readonly labelsAt = new Map<number, number[]>()

  constructor(acquaintance: Acquaintance, root: number, rules: FrontierRules) {
    this.acquaintance = acquaintance
    this.root = root
    this.rules = rules
    this.addLabel(root, 0, 0, -1, 0)
  }

  /** A way still to be found costs no less than this and the other side's together. */
  reach(): number {
    return this.queue.top()
  }

  labelsOf(node: number): readonly number[] {
    return this.labelsAt.get(node) ?? []
  }

  reached(): IterableIterator<number> {
    return this.labelsAt.keys()
  }

  /** Goes one label further; calls `found` with every new label. */
  advance(found: (label: number) => void): void {
    const item = this.queue.pop()
    const inCrowd = item < 0
    const label = inCrowd ? ~item : item
    if (!inCrowd && this.isBeaten(label)) return
    const node = this.nodes[label] as number
    if (node === this.rules.goal || (this.hops[label] as number) >= this.rules.maxHops) return
    if (node !== this.root && !this.acquaintance.isPerson(node)) return
    const cost = this.costs[label] as number
    const step = (other: number, strength: number): void => {
      if (other === this.root || (other !== this.rules.goal && !this.acquaintance.isPerson(other))) return
      const shared = (this.shared[label] as number) + (this.rules.sharing?.get(other) ?? 0)
      const made = this.addLabel(other, (this.hops[label] as number) + 1, cost - Math.log(strength), label, shared)
      if (made >= 0) found(made)
    }
    if (inCrowd) {
      this.acquaintance.eachInCrowd(node, step)
      return
    }
    const { crowd } = this.acquaintance.eachClose(node, step)
    // Half of what the step costs at least: put off from both sides, it must not count twice in what is still to come.
    if (crowd > 0) this.queue.push(~label, cost - Math.log(crowd) / 2)
  }

  /** The nodes from the root to a label's. */
  walk(label: number): number[] {
    const nodes: number[] = []
    for (let at = label; at >= 0; at = this.parents[at] as number) nodes.push(this.nodes[at] as number)
    return nodes.reverse()
  }

  private addLabel(node: number, hops: number, cost: number, parent: number, shared: number): number {
    const others = this.labelsAt.get(node)
    if (others) for (const other of others) if (this.beats(other, hops, cost, shared)) return -1
    const label = this.nodes.length
    this.nodes.push(node)
    this.hops.push(hops)
    this.costs.push(cost)
    this.parents.push(parent)
    this.shared.push(shared)
    if (others) others.push(label)
    else this.labelsAt.set(node, [label])
    this.queue.push(label, cost)
    return label
  }

  private beats(label: number, hops: number, cost: number, shared: number): boolean {
    const labelHops = this.hops[label] as number
    return (
      (this.costs[label] as number) <= cost &&
      (this.rules.sharing ? labelHops === hops : labelHops <= hops) &&
      sharesNoMore(this.shared[label] as number, shared)
    )
  }

  /** Whether a better label came to the same node since this one was made. */
  private isBeaten(label: number): boolean {
    for (const other of this.labelsAt.get(this.nodes[label] as number) ?? []) {
      if (other > label && this.beats(other, this.hops[label] as number, this.costs[label] as number, this.shared[label] as number))
        return true
    }
    return false
  }
}
