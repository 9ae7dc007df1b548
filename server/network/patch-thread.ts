import { parentPort, workerData } from 'node:worker_threads'
import { patched, type Written } from './patch.ts'
import type { Projection } from './projection.ts'

/** How the thread starts: it takes what was written into a projection. */
export interface PatchStart {
  projection: Projection
  written: Written[]
}
/** What the thread says, once; see `patched`. */
export type Patched = Projection | undefined

const { projection, written } = workerData as PatchStart
parentPort?.postMessage(patched(projection, written) satisfies Patched)
