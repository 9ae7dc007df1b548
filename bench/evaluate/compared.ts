import { type Estimate, estimate, resample } from './intervals.ts'
import { coverageOf, type Measure, measureNames, scoresOf, type Truth } from './scores.ts'

/** One way to suggest somebody, over all queries. */
export interface MethodFigures {
  method: string
  measures: Record<Measure, Estimate>
  /** How many different candidates stand in the ten of any query. */
  suggested: number
}

/** The measures of the first method less those of another, query by query. */
export interface Difference {
  than: string
  measures: Record<Measure, Estimate>
}

const eachMeasure = <T>(of: (measure: Measure) => T): Record<Measure, T> =>
  Object.fromEntries(measureNames.map((measure) => [measure, of(measure)])) as Record<Measure, T>

/** Holds the rankings of each method, one a query, against what came true for that query. */
export function compared(
  rankings: ReadonlyMap<string, readonly (readonly number[])[]>,
  truths: readonly Truth[],
  seed: number
): { methods: MethodFigures[]; differences: Difference[] } {
  const draws = resample(truths.length, seed)
  const valued = [...rankings].map(([method, ranked]) => {
    const scores = truths.map((truth, query) => scoresOf(ranked[query] ?? [], truth))
    return { method, suggested: coverageOf(ranked), values: eachMeasure((measure) => scores.map((score) => score[measure])) }
  })
  const [first, ...others] = valued
  const less = (values: readonly number[], other: readonly number[]): number[] => values.map((value, i) => value - (other[i] as number))
  return {
    methods: valued.map(({ method, suggested, values }) => ({
      method,
      measures: eachMeasure((measure) => estimate(values[measure], draws)),
      suggested
    })),
    differences: others.map(({ method, values }) => ({
      than: method,
      measures: eachMeasure((measure) => estimate(less(first?.values[measure] ?? [], values[measure]), draws))
    }))
  }
}
