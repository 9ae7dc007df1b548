import { parentPort, workerData } from 'node:worker_threads'
import type { Projection } from '../network/projection.ts'
import { drawMap } from './draw.ts'
import { type Kept, keep, keptOf, readKept } from './kept.ts'
import type { NetworkMap } from './network-map.ts'

/** How the thread starts: what to draw, and what it goes on from: a layout at hand, or the file that keeps one. */
export interface DrawStart {
  projection: Projection
  kept: Kept | undefined
  file: string | undefined
}

const { projection, kept, file } = workerData as DrawStart
const former = kept ?? (file === undefined ? undefined : await readKept(file))
const map = drawMap(projection, former)
if (file !== undefined) await keep(file, keptOf(projection, map))
// What the thread says, once.
parentPort?.postMessage(map satisfies NetworkMap)
