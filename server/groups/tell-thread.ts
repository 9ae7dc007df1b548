import { parentPort, workerData } from 'node:worker_threads'
import type { NetworkMap } from '../map/network-map.ts'
import type { Projection } from '../network/projection.ts'
import { type Told, tell } from './tell.ts'

/** How the thread starts: of what network it tells, as which day knew it. */
export interface TellStart {
  projection: Projection
  map: NetworkMap
  asOf: number
}

const { projection, map, asOf } = workerData as TellStart
// What the thread says, once.
parentPort?.postMessage(tell(projection, map, asOf) satisfies Told)
