import { parentPort, workerData } from 'node:worker_threads'
import type { EngineHandle } from '../graph/engine.ts'
import { attachGraph } from '../graph/open.ts'
import { loadProjection } from './load.ts'
import type { Projection } from './projection.ts'

/** How the thread starts: it loads one projection off the event loop and hands it over, its arrays shared, not copied. */
export interface LoadStart {
  handle: EngineHandle
}
/** What the thread says, once: the projection, or in a sentence why there is none. */
export type Loaded = { projection: Projection } | { failed: string }

async function load(): Promise<Loaded> {
  const engine = await attachGraph((workerData as LoadStart).handle)
  try {
    return { projection: await loadProjection(engine) }
  } finally {
    await engine.close()
  }
}

parentPort?.postMessage(await load().catch((error): Loaded => ({ failed: error instanceof Error ? error.message : String(error) })))
