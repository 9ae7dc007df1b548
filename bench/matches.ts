import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import neo4j, { type Session } from 'neo4j-driver'
import type { MatchesAnswer } from '#contract/matches.ts'
import type { Bench } from './bench.ts'
import { discard, emptyFolder } from './cache.ts'
import { Client, urls } from './client.ts'
import { type Figure, milliseconds, percentile } from './figures.ts'
import { type Product, startProduct } from './product.ts'
import { drawn, type Named, readSample } from './sample.ts'
import { productStore, runningNeo4j, worldOf } from './stores.ts'
import { heldFigure, loopWatch, megabytes, memoryOf, ticksOf, untilCalm } from './watched.ts'
import { oneOf, seeded } from './world/random.ts'

const PEOPLE = 100
const WARMING = 40
const TIMEOUT_MS = 30_000
const BARS = { p50: 1, p95: 3 }
const LOOK_EVERY_MS = 50
const CARD_EVERY_MS = 5
const PATIENCE_MS = 600_000

const importer = fileURLToPath(new URL('../seed/import.ts', import.meta.url))

/** Friends of friends by how many friends are shared, as anybody would ask for them. */
const friendsOfFriends = `
  MATCH (me:Entity {id: $id})-[:KNOWS]-(friend)-[:KNOWS]-(other)
  WHERE other <> me AND NOT (me)-[:KNOWS]-(other)
  RETURN other.id AS id, other.name AS name, count(*) AS shared
  ORDER BY shared DESC LIMIT 10`

/** The same, where those who carry a project together, or work for the same organization, are friends too. */
const metOfMet = `
  MATCH (me:Entity {id: $id})
  CALL (me) {
    MATCH (me)-[:KNOWS]-(friend) RETURN friend
    UNION MATCH (me)-[:CARRIES]->()<-[:CARRIES]-(friend) RETURN friend
    UNION MATCH (me)-[:WORKS_FOR]->()<-[:WORKS_FOR]-(friend) RETURN friend
  }
  WITH me, collect(friend) AS friends
  UNWIND friends AS friend
  CALL (friend) {
    MATCH (friend)-[:KNOWS]-(other) RETURN other
    UNION MATCH (friend)-[:CARRIES]->()<-[:CARRIES]-(other) RETURN other
    UNION MATCH (friend)-[:WORKS_FOR]->()<-[:WORKS_FOR]-(other) RETURN other
  }
  WITH me, friends, other, count(*) AS shared
  WHERE other <> me AND NOT other IN friends
  RETURN other.id AS id, other.name AS name, shared
  ORDER BY shared DESC LIMIT 10`

/** What Neo4j took; as long as it was waited for where it gave up. */
async function timedInCypher(session: Session, query: string, id: string): Promise<number> {
  const start = performance.now()
  try {
    await session.run(query, { id }, { timeout: TIMEOUT_MS })
  } catch (error) {
    if (!(error instanceof neo4j.Neo4jError && error.code.includes('TransactionTimedOut'))) throw error
  }
  return performance.now() - start
}

/** Suggestions with their reasons, beside friends of friends in Neo4j; how soon they hold what was written, and what that holds up. */
export async function measureMatches(bench: Bench): Promise<Figure[]> {
  const { size } = bench
  const { people } = await readSample(await worldOf(size))
  // What is written here is not kept.
  const data = emptyFolder('matches')
  cpSync(await productStore(size), data, { recursive: true })
  try {
    const product = await startProduct(data, { before: loopWatch })
    const client = new Client(product.address, 2)
    try {
      const calm = await untilCalm(product)
      bench.tell(`ok after ${milliseconds(product.moments.ok - product.moments.started)}, nothing more to do ${milliseconds(calm)} later`)
      const asked = await askedInTurn(bench, client, people)
      const memory = memoryOf(product)
      const kept = memory
        ? [{ measure: 'memory after suggestions', ours: megabytes(memory.now), beside: `most ${megabytes(memory.most)}` }]
        : []
      const { started, ok } = product.moments
      const start = { measure: 'start to ok, suggestions made', ours: milliseconds(ok - started), beside: '' }
      return [...asked, start, ...kept, ...(await written(product, client, data, people))]
    } finally {
      client.close()
      await product.stop()
    }
  } finally {
    discard(data)
  }
}

/** Each person once, so that no answer is one that was kept. */
async function askedInTurn({ size, neo4j: isThere }: Bench, client: Client, people: readonly Named[]): Promise<Figure[]> {
  const ids = [...new Set(drawn(seeded(19), people, 2 * (PEOPLE + WARMING)).map(({ id }) => id))].slice(0, PEOPLE + WARMING)
  const server = isThere ? await runningNeo4j('plain', size) : undefined
  const driver = server && neo4j.driver(server.uri)
  const session = driver?.session()
  const [ours, friends, met]: [number[], number[], number[]] = [[], [], []]
  try {
    for (const [turn, id] of ids.entries()) {
      const took = await client.timed(urls.matchesFor(id))
      const theirs = session && [await timedInCypher(session, friendsOfFriends, id), await timedInCypher(session, metOfMet, id)]
      if (turn < WARMING) continue
      ours.push(took)
      friends.push(theirs?.[0] ?? Number.NaN)
      met.push(theirs?.[1] ?? Number.NaN)
    }
  } finally {
    await session?.close()
    await driver?.close()
    await server?.stop()
  }
  return (['p50', 'p95'] as const).flatMap((share) => {
    const at = share === 'p50' ? 0.5 : 0.95
    const [our, their, wide] = [ours, friends, met].map((times) => percentile(times, at)) as [number, number, number]
    const figure = { measure: `suggestions with reasons, ${share}`, ours: milliseconds(our) }
    if (!isThere) return [{ ...figure, beside: '' }]
    return [
      {
        ...figure,
        beside: `${milliseconds(their)} Neo4j, friends of friends`,
        ratio: our / their,
        bar: `≤ ${BARS[share]}`,
        within: our / their <= BARS[share]
      },
      { ...figure, beside: `${milliseconds(wide)} Neo4j, also by projects and organizations`, ratio: our / wide }
    ]
  })
}

/** How soon a new tie and a new card count, while cards are asked for; and a day that nobody looked back to. */
async function written(product: Product, client: Client, data: string, people: readonly Named[]): Promise<Figure[]> {
  const one = oneOf(seeded(23), people)
  const before = await matches(product, one.id)
  const other = before?.matches[0]?.id as string
  const tie = await whileCards(client, people, async () => {
    await decide(product, [one.id, other])
    const after = (await matches(product, one.id)) as MatchesAnswer
    if (after.revision <= (before?.revision ?? 0) || after.matches.some(({ id }) => id === other))
      throw new Error('A tie that was written does not count in the next answer.')
  })
  const folder = join(data, 'newcomer')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'people.csv'),
    `id,name,bio,themes\nnewcomer-of-the-bench,Nina Neuve,Énergie et jeu vidéo pour la ville.,Énergie\n`
  )
  const card = await whileCards(client, people, async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', importer, folder], {
      env: { ...process.env, ENTREMISE_DATA: data },
      stdio: 'ignore'
    })
    const [code] = (await once(child, 'exit')) as [number]
    if (code !== 0) throw new Error(`The import of a card ended with ${code}.`)
    await until(async () => (await matches(product, 'newcomer-of-the-bench')) !== undefined)
  })
  const past = await whileCards(client, people, () => client.timed(urls.matchesFor(one.id, { asOf: '2024-01-01' })))
  const ticks = await ticksOf(product)
  return [
    { name: 'a new tie', ...tie },
    { name: 'a new card', ...card },
    { name: 'another day, learnt anew', ...past }
  ].flatMap(({ name, from, to, cards }) => [
    {
      measure: `${name}, until suggestions hold it`,
      ours: milliseconds(to - from),
      beside: `a card meanwhile: p50 ${milliseconds(percentile(cards, 0.5))}, p99 ${milliseconds(percentile(cards, 0.99))}`
    },
    heldFigure(name, ticks, from, to)
  ])
}

async function matches({ address }: Product, id: string): Promise<MatchesAnswer | undefined> {
  const response = await fetch(`${address}${urls.matchesFor(id)}`)
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`Suggestions were answered with ${response.status}: ${await response.text()}`)
  return (await response.json()) as MatchesAnswer
}

async function decide({ address }: Product, between: [string, string]): Promise<void> {
  const response = await fetch(`${address}/api/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ between, decision: 'acquainted' })
  })
  if (!response.ok) throw new Error(`A decision was answered with ${response.status}: ${await response.text()}`)
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error('What was written did not count after ten minutes.')
    await sleep(LOOK_EVERY_MS)
  }
}

/** Asks for cards one after the other for as long as some work takes. */
async function whileCards(
  client: Client,
  people: readonly Named[],
  work: () => Promise<unknown>
): Promise<{ from: number; to: number; cards: number[] }> {
  const random = seeded(29)
  const cards: number[] = []
  const from = Date.now()
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      cards.push(await client.timed(urls.cardOf(oneOf(random, people).id)))
      await sleep(CARD_EVERY_MS)
    }
  })()
  try {
    await work()
  } finally {
    isOver = true
    await asking
  }
  return { from, to: Date.now(), cards }
}
