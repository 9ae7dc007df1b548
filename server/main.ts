import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
// Of all the server only this file knows seed/: it puts the rooms together, and what loads folders is one of them.
import { Task } from '../seed/task.ts'
import type { TaskNews, TaskStart } from '../seed/task-thread.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { type DoorNews, openDoor } from './door.ts'
import { type Engine, StoreHeld } from './graph/engine.ts'
import { openGraph, placeName } from './graph/open.ts'
import { openJournal } from './journal/open.ts'
import { followNetwork, type LiveNetwork } from './network/live.ts'
import { LiveMap } from './map/live-map.ts'
import { LiveMatching } from './matches/live-matching.ts'
import { dayOf, today } from './network/days.ts'
import { entityCount, tieCount } from './network/projection.ts'
import { buildPages, pagesFolder } from './pages.ts'
import { forgetRunning, newSecret, noteRunning } from './running.ts'
import { runThread } from './thread.ts'

const TRY_STORE_EVERY_MS = 2_000
const world = fileURLToPath(new URL('../seed/world', import.meta.url))
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The graph once it is open, and the projection that follows it. */
interface OpenGraph {
  engine: Engine
  network: LiveNetwork
}

let trouble: string | undefined

/** Tells once what keeps the graph from answering, and once that it is over. */
function tellTrouble(error: unknown): void {
  const sentence = error === undefined ? undefined : messageOf(error)
  if (sentence === undefined && trouble !== undefined) say('The graph answers again.')
  if (sentence !== undefined && sentence !== trouble) complain(sentence)
  trouble = sentence
}

/** Opens the graph, waiting for as long as it takes where it is away, or held by another server. */
async function openWhenThere({ graph }: Config, onOpen: () => void): Promise<OpenGraph> {
  for (;;) {
    try {
      const engine = await openGraph(graph)
      const opened = await followFromStart(engine, onOpen).catch(async (error) => {
        await engine.close()
        throw error
      })
      tellTrouble(undefined)
      return opened
    } catch (error) {
      // What a Neo4j refuses now it may grant later; a store of this machine that cannot be opened stays so.
      if (graph.engine === 'embedded' && !(error instanceof StoreHeld)) throw error
      tellTrouble(error)
      await pause(TRY_STORE_EVERY_MS)
    }
  }
}

/** The projection of a graph; the demonstration is loaded into one that was never written. */
async function followFromStart(engine: Engine, onOpen: () => void): Promise<OpenGraph> {
  onOpen()
  const { revision } = await openJournal(engine)
  if (revision === 0) await runBeside(engine, { task: 'import', folder: world, kind: 'demonstration', dryRun: false }, () => undefined)
  const network = followNetwork(engine, tellTrouble)
  try {
    await network.refresh()
  } catch (error) {
    await network.close()
    throw error
  }
  return { engine, network }
}

/** Runs a task in a thread of its own. */
async function runBeside(engine: Engine, task: Task, tell: (news: DoorNews) => void): Promise<void> {
  const handle = await engine.share()
  let failed: string | undefined
  await runThread<TaskNews>(
    new URL('../seed/task-thread.ts', import.meta.url),
    { workerData: { handle, task } satisfies TaskStart, transferList: handle.engine === 'embedded' ? [handle.port] : [] },
    (news) => {
      if ('failed' in news) failed = news.failed
      else tell(news)
    }
  )
  if (failed !== undefined) throw new Error(failed)
}

/** Listens, or throws the sentence that says why not. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} of ${host} is taken; stop what uses it, or choose another with PORT.`)
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`The server cannot listen on ${host} port ${port}; check HOST and PORT.`)
    throw error
  }
  const address = app.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

async function start(): Promise<void> {
  const config = readConfig()
  process.on('exit', () => forgetRunning(config.dataFolder))
  await buildPages(say)

  let graph: OpenGraph | undefined
  const maps = new LiveMap(join(config.dataFolder, 'layout.json'))
  const matchings = new LiveMatching()
  const app = await buildApp({
    source: {
      engine: config.graph.engine,
      projection: () => graph?.network.current(),
      map: (projection) => maps.of(projection),
      matching: (projection, asOf) => matchings.of(projection, asOf),
      isMatching: () => matchings.isReady,
      lessons: () => matchings.lateLessons,
      isAway: () => trouble !== undefined,
      graph: () => graph
    },
    token: config.token,
    pages: pagesFolder,
    logger: { level: 'error' }
  })
  // Before the store is touched: where the port is taken, nothing has happened.
  const address = await listen(app, config)

  const secret = newSecret()
  const door = await openDoor(secret, async (asked, tell) => {
    const { engine, network } = await opening
    // The outcome is told once answers hold it.
    let outcome: DoorNews | undefined
    await runBeside(engine, Task.parse(asked), (news) => {
      if ('outcome' in news) outcome = news
      else tell(news)
    })
    await network.refresh().catch(tellTrouble)
    if (outcome) tell(outcome)
  })
  // Noted once it is open: the note of a server that waits for another one would hide that other.
  const opening = openWhenThere(config, () =>
    noteRunning(config.dataFolder, { address: door.address, secret, pid: process.pid, graph: placeName(config.graph) })
  )

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), 8_000).unref()
    await Promise.allSettled([door.close(), app.close()])
    await graph?.network.close()
    await graph?.engine.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

  say(`Entremise is at ${address}`)
  graph = await opening
  const projection = graph.network.current()
  // Worked out before the first asks for it; the server is not said to be there before it suggests.
  if (projection) void maps.of(projection).catch(complain)
  if (projection) await matchings.of(projection, dayOf(today())).catch(complain)
  if (projection) say(`${entityCount(projection)} entities and ${tieCount(projection)} ties, revision ${projection.revision}.`)
}

start().catch((error) => {
  complain(messageOf(error))
  process.exit(1)
})
