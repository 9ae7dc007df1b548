import { existsSync, openSync, readSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Imported ahead of the server: notes how long its event loop was held, and sends all of it to the process that started the server
 * when that asks. The system tells how long the thread waited for a core meanwhile, which is the machine's doing and not the server's.
 */
export interface Tick {
  /** Milliseconds since 1970. */
  at: number
  /** Milliseconds that passed beyond those the timer was set to. */
  held: number
  /** Milliseconds of these that the thread waited for a core. */
  waited: number
}

const EVERY_MS = 2

/** Reads off how long this thread has waited for a core, in milliseconds; Linux counts it, elsewhere it stays 0. */
function openWaited(): () => number {
  const path = `/proc/self/task/${process.pid}/schedstat`
  if (!existsSync(path)) return () => 0
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(64)
  return () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0)).split(' ')[1]) / 1e6
}

if (isMainThread && process.send) {
  const ticks: Tick[] = []
  const readWaited = openWaited()
  let last = performance.now()
  let lastWaited = readWaited()
  setInterval(() => {
    const now = performance.now()
    const waited = readWaited()
    ticks.push({ at: performance.timeOrigin + now, held: Math.max(0, now - last - EVERY_MS), waited: waited - lastWaited })
    last = now
    lastWaited = waited
  }, EVERY_MS).unref()
  process.on('message', () => process.send?.(ticks))
  process.channel?.unref()
}
