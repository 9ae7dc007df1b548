import { setImmediate } from 'node:timers/promises'

/** How long work may hold the event loop before others have their turn, in milliseconds. */
const LONGEST_HOLD_MS = 8
/** How many small steps go by between two looks at the clock. */
const STEPS_A_LOOK = 16

/** Lets long work on the event loop pause now and then, so that other questions are answered meanwhile. */
export class Breath {
  private since = performance.now()
  private steps = 0

  /** Whether the work has held the loop long enough; asked once a small step. */
  isDue(): boolean {
    this.steps += 1
    return this.steps % STEPS_A_LOOK === 0 && performance.now() - this.since > LONGEST_HOLD_MS
  }

  /** Pauses until others had their turn. */
  async take(): Promise<void> {
    await setImmediate()
    this.since = performance.now()
  }
}
