import { parentPort, workerData } from 'node:worker_threads'
import type { Projection } from '../network/projection.ts'
import { drawMap, keptOf } from './draw.ts'
import { type Kept, keep, readKept } from './kept.ts'
import type { NetworkMap } from './network-map.ts'

/** How the thread starts: what to draw, and what it goes on from: a layout at hand, or the file that keeps one. */
export interface DrawStart {
  projection: Projection
  kept: Kept | undefined
  file: string | undefined
}
/** What the thread says, once. */
export interface Drawn {
  map: NetworkMap
  kept: Kept
}

const { projection, kept, file } = workerData as DrawStart
const former = kept ?? (file === undefined ? undefined : await readKept(file))
const map = drawMap(projection, former)
const now = keptOf(projection, map)
if (file !== undefined) await keep(file, now)
parentPort?.postMessage({ map, kept: now } satisfies Drawn)
