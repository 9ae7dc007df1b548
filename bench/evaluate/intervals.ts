import { percentile } from '../figures.ts'
import { seeded, whole } from '../world/random.ts'

/** A mean over queries, and between what it lies in 95 of 100 resamplings. */
export interface Estimate {
  mean: number
  low: number
  high: number
}

const DRAWS = 1_000

/** Which queries stand in each draw: as many as there are, with repetition. The same draws serve every method, so that differences are paired. */
export function resample(queries: number, seed: number): Uint32Array[] {
  const random = seeded(seed)
  return Array.from({ length: DRAWS }, () => Uint32Array.from({ length: queries }, () => whole(random, queries)))
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The mean of a value a query, with its percentile interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). */
export function estimate(values: readonly number[], draws: readonly Uint32Array[]): Estimate {
  const means = draws.map((draw) => {
    let sum = 0
    for (const query of draw) sum += values[query] as number
    return sum / draw.length
  })
  return { mean: mean(values), low: percentile(means, 0.025), high: percentile(means, 0.975) }
}
