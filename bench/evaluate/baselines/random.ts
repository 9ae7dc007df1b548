import { entityCount } from '../../../server/network/projection.ts'
import { textAt } from '../../../server/text/packed.ts'
import { seeded } from '../../world/random.ts'
import { hashOf } from '../chance.ts'
import type { Baseline } from './baseline.ts'

/** Anybody. */
export const random: Baseline = ({ past: { projection }, candidates, seed }) => {
  const scores = new Float64Array(entityCount(projection))
  return (query) => {
    const draw = seeded(hashOf(seed, textAt(projection.ids, query)))
    for (const candidate of candidates) scores[candidate] = draw()
    return scores
  }
}
