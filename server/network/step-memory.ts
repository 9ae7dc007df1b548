import type { View } from './view.ts'

/** Where one step leads from an entity. */
export interface Steps {
  /** Everybody but those whom only crowds join, and what the step to each costs: −ln of its strength. */
  others: number[]
  costs: number[]
  /** Each crowd, and the entity's tie to it. */
  crowds: [thing: number, tie: number][]
}

/** How many steps are remembered at the most, about 16 bytes each; then all are forgotten. */
const MOST_STEPS = 3_000_000

/** Steps worked out before, and who is in which crowd. */
export class StepMemory {
  readonly steps = new Map<number, Steps>()
  /** The ties of a person to crowds. */
  readonly crowdTies = new Map<number, readonly number[]>()
  /** The ties by which people share a thing. */
  readonly sharers = new Map<number, readonly number[]>()
  private size = 0

  /** Keeps the steps of an entity. */
  remember(entity: number, steps: Steps): void {
    this.size += steps.others.length
    if (this.size > MOST_STEPS) {
      this.steps.clear()
      this.crowdTies.clear()
      this.sharers.clear()
      this.size = steps.others.length
    }
    this.steps.set(entity, steps)
  }
}

const memories = new WeakMap<View, StepMemory>()

/** What questions at a view's horizon share. */
export function memoryOf(view: View): StepMemory {
  const known = memories.get(view)
  if (known) return known
  const memory = new StepMemory()
  memories.set(view, memory)
  return memory
}
