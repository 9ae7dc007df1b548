import { textAt } from '../text/packed.ts'
import { FEATURES, type Features, featureAt } from './features.ts'
import { metBy, wasThere } from './met.ts'
import type { Weights } from './weights.ts'

/** Who is suggested, and what spoke for it. */
export interface Ranked {
  entity: number
  /** From 1 downwards: how likely it is beside the first. */
  score: number
  /** Whether nobody is known whom both have met. */
  isFar: boolean
  /** The features, by their place. */
  features: Float64Array
}

export interface RankOptions {
  limit: number
  /** So many more, in place of those of whom nothing can be told. */
  spare: number
  /** Share of every ten that is kept for those with whom nobody is shared, 0 to 1. */
  unexpected: number
  /** How much those who have met many are held back, 0 to 1. */
  fame: number
}

/** So many candidates are looked at, and more where a longer list is asked for. */
const LEAST_CANDIDATES = 600
const CANDIDATES_A_PLACE = 3
/** The share for the unexpected is kept in every run of so many, and in a shorter list as a whole. */
const RUN = 10

/** What one candidate comes to. */
function sum(values: Float64Array, row: number, weights: Weights): number {
  let total = 0
  for (let feature = 0; feature < FEATURES; feature++) total += (weights[feature] as number) * (values[row * FEATURES + feature] as number)
  return total
}

/** An order that has nothing to do with when somebody was written down, for those that come to the same. */
export function shuffled(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Whom of a kind one should meet, best first; `features` must have looked from the one. */
export function ranked(
  features: Features,
  entity: number,
  kind: number,
  weights: Weights,
  { limit, spare, unexpected, fame }: RankOptions
): Ranked[] {
  const { projection, ground } = features
  const met = metBy(projection, ground, entity)
  const most = Math.max(LEAST_CANDIDATES, limit * CANDIDATES_A_PLACE)
  const candidates = features.candidates(entity, kind, met, most).filter((other) => wasThere(projection, ground.asOf, other))
  const { values } = features.rows(entity, candidates)
  const sums = candidates.map((_, row) => sum(values, row, weights) - fame * (values[row * FEATURES + featureAt.circle] as number))
  const order = candidates.map((_, row) => row)
  const drawn = (row: number): number => shuffled(textAt(projection.ids, candidates[row] as number))
  order.sort((a, b) => (sums[b] as number) - (sums[a] as number) || drawn(a) - drawn(b))
  const isFar = (row: number): boolean => values[row * FEATURES + featureAt.far] === 1
  const kept = withUnexpected(order, isFar, limit + spare, Math.min(RUN, limit), unexpected)
  const greatest = sums[order[0] as number] as number
  let score = 1
  return kept.map((row) => {
    // Whoever stands in the share for the unexpected comes after those before, whatever it comes to.
    score = Math.min(score * BELOW, Math.exp((sums[row] as number) - greatest))
    return { entity: candidates[row] as number, score, isFar: isFar(row), features: values.subarray(row * FEATURES, (row + 1) * FEATURES) }
  })
}

/** Scores of one list differ, so that to sort by them changes nothing. */
const BELOW = 1 - 1e-9

/** The first `limit` of an order, so that of every run of `longest` a share is far: the last of the near ones make room for the next of the far. */
function withUnexpected(
  order: readonly number[],
  isFar: (row: number) => boolean,
  limit: number,
  longest: number,
  share: number
): number[] {
  const near = order.filter((row) => !isFar(row))
  const far = order.filter(isFar)
  const places = new Map(order.map((row, place) => [row, place]))
  const kept: number[] = []
  let [nextNear, nextFar] = [0, 0]
  while (kept.length < limit && kept.length < order.length) {
    const size = Math.min(longest, limit - kept.length)
    const run: number[] = []
    let farKept = 0
    while (run.length < size && (nextNear < near.length || nextFar < far.length)) {
      const [a, b] = [near[nextNear], far[nextFar]]
      const isOwed = far.length - nextFar > 0 && Math.round(share * size) - farKept >= size - run.length
      const takesFar = a === undefined || (b !== undefined && (isOwed || (places.get(b) as number) < (places.get(a) as number)))
      if (takesFar) {
        run.push(b as number)
        nextFar += 1
        farKept += 1
      } else {
        run.push(a)
        nextNear += 1
      }
    }
    kept.push(...run)
  }
  return kept
}
