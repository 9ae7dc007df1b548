import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { alone, type Figure, milliseconds, percentile } from './figures.ts'
import type { Tick } from './loop-watch.ts'
import type { Product } from './product.ts'

/** Imported ahead of a product whose loop is watched. */
export const loopWatch = new URL('./loop-watch.ts', import.meta.url)

const MOST_HELD_MS = 50

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Memory of a process as Linux counts it, now and at its most; undefined elsewhere. */
export function memoryOf({ process: { pid } }: Product): { now: number; most: number } | undefined {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return undefined
  const status = readFileSync(path, 'utf8')
  const bytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
  return { now: bytes('VmRSS'), most: bytes('VmHWM') }
}

const CALM_EVERY_MS = 1_000
const CALM_SHARE = 0.1

/** Waits until a product has nothing more to do after its start, as Linux counts it; elsewhere not at all. Gives how long that took. */
export async function untilCalm({ process: { pid } }: Product): Promise<number> {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 0
  // The fourteenth and fifteenth field, in hundredths of a second; the second may hold spaces.
  const used = (): number => {
    const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return 10 * (Number(fields[11]) + Number(fields[12]))
  }
  const start = Date.now()
  for (let before = used(), now = Number.POSITIVE_INFINITY; ; before = now) {
    await sleep(CALM_EVERY_MS)
    now = used()
    if (now - before < CALM_EVERY_MS * CALM_SHARE) return Date.now() - start
  }
}

/** Asks the watch in the server for all it has noted. */
export async function ticksOf({ process: child }: Product): Promise<Tick[]> {
  child.send('tell')
  const [ticks] = (await once(child, 'message')) as [Tick[]]
  return ticks
}

/** How long the loop was held at most between two moments; what waited for a core is taken off, and told. */
export function heldFigure(during: string, ticks: readonly Tick[], from: number, to: number): Figure {
  const own = ticks.flatMap(({ at, held, waited }) => {
    // Of what began before the window only the part inside counts.
    const inside = Math.min(held, at - from)
    return at > from && at - held < to ? [{ inside, own: Math.max(0, inside - waited) }] : []
  })
  const most = Math.max(0, ...own.map((tick) => tick.own))
  const withWaiting = Math.max(0, ...own.map(({ inside }) => inside))
  const p99 = percentile(
    own.map((tick) => tick.own),
    0.99
  )
  const figure = alone(`loop held at most, ${during}`, milliseconds(most), most, MOST_HELD_MS, `< ${MOST_HELD_MS} ms`)
  return { ...figure, beside: `p99 ${milliseconds(p99)}; with waiting for a core ${milliseconds(withWaiting)}` }
}
