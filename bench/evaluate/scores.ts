/** How many are looked at first, and how many in all: what a person reads, and what an answer holds. */
const FIRST = 10
const IN_VIEW = 50
/** The most that the API answers; no ranking is looked at farther. */
export const MOST = 200

/** What is measured of a ranking, in the order of the table; docs/evaluation.md says each in plain words. */
export const measures = {
  hit10: 'hit@10',
  recall50: 'recall@50',
  mrr: 'MRR',
  ndcg10: 'NDCG@10',
  far10: 'far in the ten',
  farHit10: 'true far one',
  fame10: 'fame in the ten'
} as const
export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as Measure[]

/** What one ranking, for one query, is held against. */
export interface Truth {
  /** Those who did meet the query afterwards. */
  met: ReadonlySet<number>
  isFar(candidate: number): boolean
  isFamous(candidate: number): boolean
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** What finding somebody at a rank, from 0 on, is worth: Järvelin and Kekäläinen, "Cumulated gain-based evaluation" (2002). */
const gain = (rank: number): number => 1 / Math.log2(rank + 2)

/** The measures of a ranking, best first. An empty one scores 0 throughout. */
export function scoresOf(ranking: readonly number[], { met, isFar, isFamous }: Truth): Record<Measure, number> {
  const ten = ranking.slice(0, FIRST)
  const first = ranking.findIndex((candidate) => met.has(candidate))
  let gained = 0
  for (const [rank, candidate] of ten.entries()) if (met.has(candidate)) gained += gain(rank)
  let ideal = 0
  for (let rank = 0; rank < Math.min(FIRST, met.size); rank++) ideal += gain(rank)
  return {
    hit10: first >= 0 && first < FIRST ? 1 : 0,
    recall50: share(ranking.slice(0, IN_VIEW).filter((candidate) => met.has(candidate)).length, met.size),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: share(gained, ideal),
    far10: ten.filter(isFar).length / FIRST,
    farHit10: ten.some((candidate) => met.has(candidate) && isFar(candidate)) ? 1 : 0,
    fame10: ten.filter(isFamous).length / FIRST
  }
}

/** How many different ones stand in the ten of any ranking. */
export const coverageOf = (rankings: readonly (readonly number[])[]): number =>
  new Set(rankings.flatMap((ranking) => ranking.slice(0, FIRST))).size
