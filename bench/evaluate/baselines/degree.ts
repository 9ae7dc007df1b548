import { entityCount } from '../../../server/network/projection.ts'
import { degreeOf } from '../past.ts'
import type { Baseline } from './baseline.ts'

/** Those who have met most, whoever asks. */
export const degree: Baseline = ({ past: { projection, met } }) => {
  const scores = Float64Array.from({ length: entityCount(projection) }, (_, entity) => degreeOf(met, entity))
  return () => scores
}
