import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { relations } from '#contract/vocabulary/relations.ts'
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts'
import type { GraphPlace } from '../server/graph/open.ts'
import { cached, discard, emptyFolder, keep, versionOf } from './cache.ts'
import type { Took } from './clock.ts'
import type { ImportAsked, ImportTold, Side } from './import-process.ts'
import { type Size, sizes } from './world/society.ts'
import { writeWorld } from './world/write.ts'

const worldVersion = versionOf('bench/world')
const storeVersion = versionOf('bench/world', 'cypher', 'server/journal')
const importer = fileURLToPath(new URL('./import-process.ts', import.meta.url))

/** The folder of CSV files of an ecosystem. */
export const worldOf = (size: Size): Promise<string> => cached(`world-${size}`, worldVersion, (folder) => writeWorld(folder, size))

/** Imports a folder in a process of its own; gives what it took from the first file, or the first statement, to the end of the commit. */
async function importInto(place: GraphPlace, side: Side, world: string): Promise<Took> {
  const child = fork(importer)
  const ended = once(child, 'exit')
  child.send({ side, world, place } satisfies ImportAsked)
  const [told] = (await Promise.race([once(child, 'message'), ended.then(([code]) => [{ failed: `The import ended with ${code}.` }])])) as [
    ImportTold
  ]
  await ended
  if ('failed' in told) throw new Error(told.failed)
  return told
}

const embeddedName = (side: Side, size: Size): string => `embedded-${side}-${size}`
const neo4jName = (side: Side, size: Size): string => `neo4j-${side}-${size}`

async function fillEmbedded(folder: string, side: Side, world: string): Promise<Took> {
  return importInto({ engine: 'embedded', path: join(folder, 'graph.grafeo') }, side, world)
}

/** A large import is one transaction, which Neo4j holds in its heap. */
const heapFor = (size: Size): string => (sizes[size] > 100_000 ? '8g' : '1g')

async function fillNeo4j(folder: string, side: Side, size: Size): Promise<Took> {
  const server = await startNeo4j({ dataFolder: folder, heap: heapFor(size) })
  try {
    const took = await importInto({ engine: 'neo4j', settings: { uri: server.uri } }, side, await worldOf(size))
    if (side === 'plain') await giveStrengths(server.uri)
    return took
  } finally {
    await server.stop()
  }
}

/** Notes on every tie what it is worth, for Neo4j to order ways by. */
async function giveStrengths(uri: string): Promise<void> {
  const driver = neo4j.driver(uri)
  const session = driver.session()
  for (const relation of ['KNOWS', 'CARRIES', 'WORKS_FOR'] as const) {
    const text = `MATCH ()-[tie:${relation}]->() CALL (tie) { SET tie.strength = $worth } IN TRANSACTIONS OF 50000 ROWS`
    await session.run(text, { worth: relations[relation].worth })
  }
  await session.close()
  await driver.close()
}

/** Imports into a new store of the embedded engine and gives what it took; the product's is kept for the other measures. */
export async function timedEmbedded(side: Side, size: Size): Promise<Took> {
  const name = embeddedName(side, size)
  const folder = emptyFolder(`${name}.partial`)
  const took = await fillEmbedded(folder, side, await worldOf(size))
  if (side === 'product') keep(folder, name, storeVersion)
  else discard(folder)
  return took
}

/** The same on a new Neo4j; both sides are kept. */
export async function timedNeo4j(side: Side, size: Size): Promise<Took> {
  const folder = emptyFolder(`${neo4jName(side, size)}.partial`)
  const took = await fillNeo4j(folder, side, size)
  keep(folder, neo4jName(side, size), storeVersion)
  return took
}

/** The data folder of a product that holds the ecosystem. */
export const productStore = (size: Size): Promise<string> =>
  cached(embeddedName('product', size), storeVersion, async (folder) => void (await fillEmbedded(folder, 'product', await worldOf(size))))

/** The data folder of a product that holds a folder of somebody else's. */
export const storeOf = (name: string, world: string): Promise<string> =>
  cached(
    `embedded-${name}`,
    versionOf(world, 'cypher', 'server/journal'),
    async (folder) => void (await fillEmbedded(folder, 'product', world))
  )

/** A Neo4j that holds the ecosystem as the product, or as anybody, writes it. */
export async function runningNeo4j(side: Side, size: Size): Promise<Neo4jServer> {
  const dataFolder = await cached(neo4jName(side, size), storeVersion, async (folder) => void (await fillNeo4j(folder, side, size)))
  return startNeo4j({ dataFolder, heap: heapFor(size) })
}
