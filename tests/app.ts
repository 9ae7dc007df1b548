import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { runTask, type Task } from '../seed/task.ts'
import { buildApp, type AppOptions } from '../server/app.ts'
import { openEmbedded } from '../server/graph/embedded.ts'
import type { Engine } from '../server/graph/engine.ts'
import { openJournal } from '../server/journal/open.ts'
import { followNetwork, type LiveNetwork } from '../server/network/live.ts'
import { LiveMap } from '../server/map/live-map.ts'
import { LiveMatching } from '../server/matches/live-matching.ts'
import { buildPages, pagesFolder } from '../server/pages.ts'

/** The demonstration world. */
const worldFolder = fileURLToPath(new URL('../seed/world', import.meta.url))

/** A folder that goes away with the test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'entremise-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** An application over a graph, as the tests ask it. */
export interface TestApp {
  app: FastifyInstance
  engine: Engine
  network: LiveNetwork
  /** Asks the API; the answer's body, parsed. */
  get<A = never>(path: string, headers?: Record<string, string>): Promise<A>
  run(task: Task): ReturnType<typeof runTask>
  stop(): Promise<void>
}

/** Options of the application, and the file that keeps the layout of its map where there is one. */
type TestOptions = Partial<AppOptions> & { layoutFile?: string }

/** The application over an engine, without a port; every answer is held against its schema. */
export async function appOver(engine: Engine, { layoutFile, ...options }: TestOptions = {}): Promise<TestApp> {
  await openJournal(engine)
  const network = followNetwork(engine, () => undefined)
  await network.refresh()
  const maps = new LiveMap(layoutFile)
  const matchings = new LiveMatching()
  const app = await buildApp({
    source: {
      engine: engine.name,
      projection: () => network.current(),
      map: (projection) => maps.of(projection),
      matching: (projection, asOf) => matchings.of(projection, asOf),
      isMatching: () => true,
      isAway: () => false,
      graph: () => ({ engine, network })
    },
    checked: true,
    ...options
  })
  return {
    app,
    engine,
    network,
    async get<A>(path: string, headers: Record<string, string> = {}) {
      const response = await app.inject({ url: path, headers })
      return response.json() as A
    },
    async run(task) {
      const outcome = await runTask(engine, task, () => undefined)
      await network.refresh()
      return outcome
    },
    async stop() {
      await app.close()
      await maps.close()
      await matchings.close()
      await network.close()
      await engine.close()
    }
  }
}

/** The application over a new embedded store, with the demonstration world or an empty one. */
export async function embeddedApp({ world = true, ...options }: { world?: boolean } & TestOptions = {}): Promise<TestApp> {
  const folder = temporaryFolder()
  const tested = await appOver(await openEmbedded(join(folder.path, 'graph.grafeo')), options)
  if (world) await tested.run({ task: 'import', folder: worldFolder, kind: 'demonstration', dryRun: false })
  return {
    ...tested,
    stop: async () => {
      await tested.stop()
      folder.remove()
    }
  }
}

/** The whole application on a free port, pages and all. */
export async function startApp(options: { world?: boolean } & TestOptions = {}): Promise<{ url: string; stop(): Promise<void> }> {
  await buildPages(() => undefined)
  const tested = await embeddedApp({ pages: pagesFolder, ...options })
  await tested.app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `http://127.0.0.1:${(tested.app.server.address() as AddressInfo).port}`, stop: tested.stop }
}
