import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Bench } from './bench.ts'
import { emptyFolder } from './cache.ts'
import { urls } from './client.ts'
import { type Figure, median, rate } from './figures.ts'
import { type LoadTold, loadWith } from './load.ts'
import { type Product, startProduct } from './product.ts'
import { drawn, readSample } from './sample.ts'
import { productStore, runningNeo4j, worldOf } from './stores.ts'
import { seeded } from './world/random.ts'

const CONNECTIONS = 50
const IDS = 20_000
const TURN_SECONDS = 2
const BAR = 0.25

const emptyRoute = fileURLToPath(new URL('./empty-route.ts', import.meta.url))

async function startEmptyRoute(): Promise<{ address: string; stop(): void }> {
  const child = fork(emptyRoute)
  const [port] = (await once(child, 'message')) as [number]
  return { address: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

const load = (address: string, paths: string[], seconds: number, headers: Record<string, string> = {}): Promise<LoadTold> =>
  loadWith({ address, paths, connections: CONNECTIONS, seconds, headers })

async function tagOf(product: Product, path: string): Promise<string> {
  const response = await fetch(`${product.address}${path}`)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

/** Cards and neighbours of many different things, beside a route of the same framework that does nothing. */
export async function measureCards(bench: Bench): Promise<Figure[]> {
  const { size, seconds, tell } = bench
  const { all } = await readSample(await worldOf(size))
  const ids = drawn(seeded(11), all, IDS).map(({ id }) => id)
  const cards = ids.map(urls.cardOf)
  const neighbours = ids.map(urls.neighboursOf)
  const empty = await startEmptyRoute()
  await load(empty.address, ['/'], TURN_SECONDS)

  // In turns of a few seconds: what else the machine does then weighs on both.
  const beside = async (measure: string, isJudged: boolean, run: (seconds: number) => Promise<LoadTold>): Promise<Figure> => {
    const pairs: { ours: number; beside: number }[] = []
    for (let left = seconds; left > 0; left -= TURN_SECONDS) {
      const ours = await run(TURN_SECONDS)
      const nothing = await load(empty.address, ['/'], TURN_SECONDS)
      pairs.push({ ours: ours.perSecond, beside: nothing.perSecond })
    }
    const ratio = median(pairs.map((pair) => pair.ours / pair.beside))
    const [ours, nothing] = [rate(median(pairs.map((pair) => pair.ours))), rate(median(pairs.map((pair) => pair.beside)))]
    tell(`${measure}: ${ours}; an empty route: ${nothing}`)
    const judged = isJudged && { bar: `≥ ${BAR}`, within: ratio >= BAR }
    return { measure, ours, beside: `${nothing} empty route`, ratio, ...judged }
  }

  try {
    const figures = await onProduct(await productStore(size), undefined, async (product) => {
      const cold = await load(product.address, cards, TURN_SECONDS)
      await load(product.address, neighbours, TURN_SECONDS)
      const unchanged = { 'if-none-match': await tagOf(product, cards[0] as string) }
      return [
        { measure: 'cards, first touch', ours: rate(cold.perSecond), beside: '' },
        await beside('cards', true, (turn) => load(product.address, cards, turn)),
        await beside('neighbours', true, (turn) => load(product.address, neighbours, turn)),
        await beside('cards unchanged (304)', false, (turn) => load(product.address, cards, turn, unchanged))
      ]
    })
    if (!bench.neo4j) return figures
    const server = await runningNeo4j('product', size)
    try {
      const onNeo4j = await onProduct(emptyFolder('no-store'), server.uri, async (product) => {
        await load(product.address, cards, TURN_SECONDS)
        return beside('cards, the product on Neo4j', false, (turn) => load(product.address, cards, turn))
      })
      return [...figures, onNeo4j]
    } finally {
      await server.stop()
    }
  } finally {
    empty.stop()
  }
}

async function onProduct<T>(dataFolder: string, neo4j: string | undefined, work: (product: Product) => Promise<T>): Promise<T> {
  const product = await startProduct(dataFolder, { neo4j })
  try {
    return await work(product)
  } finally {
    await product.stop()
  }
}
