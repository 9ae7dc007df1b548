import { entityCount } from '../../../server/network/projection.ts'
import { degreeOf, neighboursOf } from '../past.ts'
import type { Baseline } from './baseline.ts'

/** Contacts in common, each for less the more it has met (Adamic and Adar, "Friends and neighbors on the Web", Social Networks 25, 2003). */
export const adamicAdar: Baseline = ({ past: { projection, met } }) => {
  const scores = new Float64Array(entityCount(projection))
  return (query) => {
    scores.fill(0)
    for (const contact of neighboursOf(met, query)) {
      // Who has met one only is nobody's contact in common.
      const worth = 1 / Math.log(Math.max(2, degreeOf(met, contact)))
      for (const other of neighboursOf(met, contact)) scores[other] = (scores[other] as number) + worth
    }
    return scores
  }
}
