import neo4j, { type Session } from 'neo4j-driver'
import type { Bench } from './bench.ts'
import { Client, urls } from './client.ts'
import { type Figure, milliseconds, percentile } from './figures.ts'
import { startProduct } from './product.ts'
import { drawn, type Named, readSample } from './sample.ts'
import { productStore, runningNeo4j, worldOf } from './stores.ts'
import { seeded } from './world/random.ts'

const PAIRS = 100
const WARMING = 20
const TIMEOUT_MS = 30_000
const LEAST_P95_BAR_MS = 50

/** Three ways with what holds them, as Cypher has them: the fewest ties, the strongest first. Two people who share a thing are two ties apart. */
const waysInCypher = `
  MATCH (start:Entity {id: $from}), (end:Entity {id: $to})
  MATCH way = allShortestPaths((start)-[:KNOWS|CARRIES|WORKS_FOR*..12]-(end))
  WITH way, reduce(strength = 1.0, tie IN relationships(way) | strength * tie.strength) AS strength
  ORDER BY strength DESC
  LIMIT 3
  RETURN strength, [node IN nodes(way) | {id: node.id, name: node.name}] AS nodes,
    [tie IN relationships(way) | {relation: type(tie), role: tie.role, from_date: tie.from_date, to_date: tie.to_date}] AS ties`

/** Undefined where the database gave up. */
async function timedInCypher(session: Session, from: string, to: string): Promise<number | undefined> {
  const start = performance.now()
  try {
    await session.run(waysInCypher, { from, to }, { timeout: TIMEOUT_MS })
    return performance.now() - start
  } catch (error) {
    if (error instanceof neo4j.Neo4jError && error.code.includes('TransactionTimedOut')) return undefined
    throw error
  }
}

/** Ways with evidence through HTTP, beside Neo4j's shortest paths through its driver, on the same pairs of people in turn. */
export async function measureWays({ size, neo4j: isThere, tell }: Bench): Promise<Figure[]> {
  const { people } = await readSample(await worldOf(size))
  const random = seeded(7)
  const pairs = drawn(random, people, PAIRS + WARMING).map((from) => [from, drawn(random, people, 1)[0] as Named] as const)
  const different = pairs.filter(([from, to]) => from.id !== to.id)
  const server = isThere ? await runningNeo4j('plain', size) : undefined
  const product = await startProduct(await productStore(size)).catch(async (error) => {
    await server?.stop()
    throw error
  })
  const driver = server && neo4j.driver(server.uri)
  const session = driver?.session()
  const client = new Client(product.address)
  const [ours, theirs]: [number[], number[]] = [[], []]
  let timeouts = 0
  try {
    for (const [turn, [from, to]] of different.entries()) {
      const took = await client.timed(urls.waysBetween(from.id, to.id))
      const tookInCypher = session && (await timedInCypher(session, from.id, to.id))
      if (turn < WARMING) continue
      ours.push(took)
      if (session && tookInCypher === undefined) timeouts += 1
      if (session) theirs.push(tookInCypher ?? TIMEOUT_MS)
    }
  } finally {
    client.close()
    await session?.close()
    await driver?.close()
    await server?.stop()
    await product.stop()
  }
  if (timeouts > 0) tell(`${timeouts} of ${theirs.length} queries of Neo4j were given up after ${TIMEOUT_MS / 1_000} s`)
  return [
    waysFigure('p50', percentile(ours, 0.5), percentile(theirs, 0.5), (their) => 3 * their, '≤ 3'),
    waysFigure('p95', percentile(ours, 0.95), percentile(theirs, 0.95), (their) => Math.max(3 * their, LEAST_P95_BAR_MS), '≤ 3, or 50 ms'),
    waysFigure('slowest', Math.max(...ours), Math.max(...theirs))
  ]
}

function waysFigure(share: string, ours: number, theirs: number, most?: (their: number) => number, bar?: string): Figure {
  const figure = { measure: `three ways, ${share}`, ours: milliseconds(ours) }
  if (!Number.isFinite(theirs)) return { ...figure, beside: '' }
  const judged = most && { bar, within: ours <= most(theirs) }
  return { ...figure, beside: `${milliseconds(theirs)} Neo4j`, ratio: ours / theirs, ...judged }
}
