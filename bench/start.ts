import type { Bench } from './bench.ts'
import { Client, urls } from './client.ts'
import { alone, type Figure, milliseconds } from './figures.ts'
import { startProduct } from './product.ts'
import { drawn, readSample } from './sample.ts'
import { productStore, worldOf } from './stores.ts'
import { heldFigure, loopWatch, megabytes, memoryOf, ticksOf } from './watched.ts'
import { oneOf, seeded, whole } from './world/random.ts'

const REQUESTS = 1_000
const CONNECTIONS = 4
const BARS = { answeringMs: 10_000, okMs: 30_000, memory: 1_000_000_000 }

/** How soon the product answers after its start, what memory it holds after mixed requests, and how long its event loop is held. */
export async function measureStart({ size, tell }: Bench): Promise<Figure[]> {
  const { people, all } = await readSample(await worldOf(size))
  const product = await startProduct(await productStore(size), { before: loopWatch })
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
    const ready = memoryOf(product)
    const asking = Date.now()
    await client.timedAll(paths, CONNECTIONS)
    const asked = Date.now()
    tell(`${REQUESTS} mixed requests: ${milliseconds(asked - asking)}`)
    const memory = memoryOf(product)
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
