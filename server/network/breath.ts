import { setImmediate } from 'node:timers/promises'

/** How long work may hold the event loop before others have their turn, in milliseconds. */
const LONGEST_HOLD_MS = 8

/** Lets long work on the event loop pause now and then, so that other questions are answered meanwhile. */
export class Breath {
  private since = performance.now()

  /** Whether the work has held the loop long enough; asked once a small step. */
  isDue(): boolean {
    return performance.now() - this.since > LONGEST_HOLD_MS
  }

  /** Pauses until others had their turn. */
  async take(): Promise<void> {
    await setImmediate()
    this.since = performance.now()
  }
}
