import type { NetworkMap } from '../map/network-map.ts'
import type { Projection } from '../network/projection.ts'
import type { Acquainted } from './acquainted.ts'
import type { Crossing, Openness } from './crossings.ts'

/** What questions are made of. */
export interface Ground {
  projection: Projection
  map: NetworkMap
  acquainted: Acquainted
  /** A day, as in days.ts. */
  asOf: number
  /** Between communities, and of each community by its number. */
  crossings: readonly Crossing[]
  opennesses: readonly Openness[]
}
