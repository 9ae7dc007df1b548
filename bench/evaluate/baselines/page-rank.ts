import { entityCount, typeAt } from '../../../server/network/projection.ts'
import { joined, type Neighbours, neighboursOf, type Past } from '../past.ts'
import type { Baseline, Score } from './baseline.ts'

const RESTART = 0.15
/** Where no more than this moves in a step, the walk has settled. */
const SETTLED = 1e-6

/** Along every tie, those to themes and territories too. */
export const pageRank: Baseline = ({ past }) => walkAlong(past.tied)

/** Without themes and territories, through which an unweighted walk is soon with everybody. */
export const pageRankWithoutThemes: Baseline = ({ past }) => walkAlong(withoutThemes(past))

function withoutThemes({ projection, tied }: Past): Neighbours {
  const isKept = (entity: number): boolean => !['theme', 'territory'].includes(typeAt(projection, entity))
  const kept = Array.from(
    { length: entityCount(projection) },
    (_, entity) => new Set(isKept(entity) ? neighboursOf(tied, entity).filter(isKept) : [])
  )
  return joined(kept)
}

/**
 * Where a walk along all ties is found that begins anew at the query now and then: personalised PageRank (Haveliwala, "Topic-sensitive PageRank", 2002),
 * by power iteration, every tie counting the same.
 */
function walkAlong({ offsets, others }: Neighbours): Score {
  const count = offsets.length - 1
  let now = new Float64Array(count)
  let next = new Float64Array(count)
  return (query) => {
    now.fill(0)
    now[query] = 1
    for (let moved = 1; moved > SETTLED; ) {
      next.fill(0)
      let lost = 0
      for (let entity = 0; entity < count; entity++) {
        const mass = now[entity] as number
        if (mass === 0) continue
        const from = offsets[entity] as number
        const to = offsets[entity + 1] as number
        // From where no tie leads on, the walk begins anew.
        if (from === to) lost += mass
        const part = ((1 - RESTART) * mass) / (to - from)
        for (let i = from; i < to; i++) next[others[i] as number] = (next[others[i] as number] as number) + part
      }
      next[query] = (next[query] as number) + RESTART * (1 - lost) + lost
      moved = 0
      for (let entity = 0; entity < count; entity++) moved += Math.abs((next[entity] as number) - (now[entity] as number))
      ;[now, next] = [next, now]
    }
    return now
  }
}
