import type { Reader } from '../graph/engine.ts'
import { type Head, readHead } from './open.ts'

/** How often a reading is begun again because the store was written meanwhile. */
const MOST_TRIES = 20

/**
 * Reads the store in as many statements as `read` takes, all at one revision: it is begun again where the store was written meanwhile. `read`
 * gives undefined where it sees that for itself.
 */
export async function readAtOneRevision<T>(reader: Reader, read: (head: Head) => Promise<T | undefined>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const head = await readHead(reader)
    const done = await read(head)
    if (done !== undefined && (await readHead(reader)).revision === head.revision) return done
    if (tries === MOST_TRIES)
      throw new Error(`The store was written ${MOST_TRIES} times while it was read; wait until the imports are over.`)
  }
}
