import type { Past } from '../past.ts'

/** What every baseline works from: the past, who is asked for and who can be suggested, by their places. */
export interface Asked {
  past: Past
  queries: readonly number[]
  candidates: readonly number[]
  seed: number
}

/** How well each entity suits a query, by its place; greater is better. Made anew, or changed by the next call. */
export type Score = (query: number) => Float64Array

/** A plain way to suggest somebody, to be measured beside. */
export type Baseline = (asked: Asked) => Score
