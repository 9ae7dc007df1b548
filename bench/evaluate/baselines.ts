import { adamicAdar } from './baselines/adamic-adar.ts'
import type { Asked, Baseline } from './baselines/baseline.ts'
import { degree } from './baselines/degree.ts'
import { pageRank, pageRankWithoutThemes } from './baselines/page-rank.ts'
import { random } from './baselines/random.ts'
import { tfIdf } from './baselines/tf-idf.ts'
import { textAt } from '../../server/text/packed.ts'
import { hashOf } from './chance.ts'
import { neighboursOf } from './past.ts'
import { MOST } from './scores.ts'

/** What is measured beside, by the name it is shown under. */
export const baselines: Record<string, Baseline> = {
  random,
  degree,
  'Adamic–Adar': adamicAdar,
  'personalised PageRank': pageRank,
  'PageRank, no themes': pageRankWithoutThemes,
  'TF-IDF': tfIdf
}

/**
 * The candidates of a query, best first: neither itself nor whom it had met. Equals stand by a hash of their ids: the order of files and of ids may
 * carry when they were written, and so what came after.
 */
export function rankingsOf(baseline: Baseline, asked: Asked): number[][] {
  const { past, queries, candidates, seed } = asked
  const score = baseline(asked)
  const chance = new Map(candidates.map((candidate) => [candidate, hashOf(seed, textAt(past.projection.ids, candidate))]))
  const byChance = [...candidates].sort((a, b) => (chance.get(a) as number) - (chance.get(b) as number))
  return queries.map((query) => {
    const scores = score(query)
    const known = new Set([query, ...neighboursOf(past.met, query)])
    return byChance
      .filter((candidate) => !known.has(candidate))
      .sort((a, b) => (scores[b] as number) - (scores[a] as number))
      .slice(0, MOST)
  })
}
