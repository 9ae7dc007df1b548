import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type { Bench } from './bench.ts'
import { Client, urls } from './client.ts'
import { alone, type Figure, milliseconds, percentile } from './figures.ts'
import type { Tick } from './loop-watch.ts'
import { type Product, startProduct } from './product.ts'
import { drawn, readSample } from './sample.ts'
import { productStore, worldOf } from './stores.ts'
import { oneOf, seeded, whole } from './world/random.ts'

const REQUESTS = 1_000
const CONNECTIONS = 4
const BARS = { answeringMs: 10_000, okMs: 30_000, memory: 1_000_000_000, heldMs: 50 }

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Memory of a process as Linux counts it, now and at its most; undefined elsewhere. */
function memoryOf(pid: number): { now: number; most: number } | undefined {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return undefined
  const status = readFileSync(path, 'utf8')
  const bytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
  return { now: bytes('VmRSS'), most: bytes('VmHWM') }
}

/** Asks the watch in the server for all it has noted. */
async function ticksOf({ process: child }: Product): Promise<Tick[]> {
  child.send('tell')
  const [ticks] = (await once(child, 'message')) as [Tick[]]
  return ticks
}

/** How long the loop was held at most between two moments; what waited for a core is taken off, and told. */
function heldFigure(during: string, ticks: readonly Tick[], from: number, to: number): Figure {
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
  const figure = alone(`loop held at most, ${during}`, milliseconds(most), most, BARS.heldMs, `< ${BARS.heldMs} ms`)
  return { ...figure, beside: `p99 ${milliseconds(p99)}; with waiting for a core ${milliseconds(withWaiting)}` }
}

/** How soon the product answers after its start, what memory it holds after mixed requests, and how long its event loop is held. */
export async function measureStart({ size, tell }: Bench): Promise<Figure[]> {
  const { people, all } = await readSample(await worldOf(size))
  const product = await startProduct(await productStore(size), { before: new URL('./loop-watch.ts', import.meta.url) })
  const random = seeded(17)
  const requests = [
    () => urls.cardOf(oneOf(random, all).id),
    () => urls.neighboursOf(oneOf(random, all).id),
    () => urls.searchFor(oneOf(random, all).name.slice(0, 1 + whole(random, 8))),
    () => urls.waysBetween(...(drawn(random, people, 2).map(({ id }) => id) as [string, string]))
  ]
  const paths = Array.from({ length: REQUESTS }, (_, i) => (requests[i % requests.length] as () => string)())
  const client = new Client(product.address, CONNECTIONS)
  try {
    const { started, listening, answering, ok } = product.moments
    const ready = memoryOf(product.process.pid as number)
    const asking = Date.now()
    await client.timedAll(paths, CONNECTIONS)
    const asked = Date.now()
    tell(`${REQUESTS} mixed requests: ${milliseconds(asked - asking)}`)
    const memory = memoryOf(product.process.pid as number)
    const ticks = await ticksOf(product)
    return [
      alone('start to first answer', milliseconds(answering - started), answering - started, BARS.answeringMs, '< 10 s'),
      alone('start to ok', milliseconds(ok - started), ok - started, BARS.okMs, '< 30 s'),
      ...(memory && ready
        ? [
            {
              ...alone(`memory after ${REQUESTS} requests`, megabytes(memory.now), memory.now, BARS.memory, '< 1 GB'),
              beside: `${megabytes(ready.now)} when ok; most ${megabytes(memory.most)}`
            }
          ]
        : []),
      heldFigure('listening to ok', ticks, listening, ok),
      heldFigure('during requests', ticks, asking, asked)
    ]
  } finally {
    client.close()
    await product.stop()
  }
}
