import { basename } from 'node:path'
import { dayOf } from '../../server/network/days.ts'
import { entityCount, tieCount, typeAt } from '../../server/network/projection.ts'
import { textAt } from '../../server/text/packed.ts'
import { percentile } from '../figures.ts'
import { baselines, rankingsOf } from './baselines.ts'
import { hashOf } from './chance.ts'
import { readEvaluation } from './folder.ts'
import { type Estimate, estimate, resample } from './intervals.ts'
import type { Options } from './options.ts'
import { degreeOf, nearOf, type Past, pastOf } from './past.ts'
import { productOver } from './product.ts'
import { questionsIn } from './questions.ts'
import { coverageOf, type Measure, measureNames, MOST, scoresOf } from './scores.ts'

export const OURS = 'Entremise'
const FAMOUS_SHARE = 0.01

export interface MethodFigures {
  method: string
  measures: Record<Measure, Estimate>
  /** How many different candidates stand in the ten of any query, of all. */
  coverage: number
}

/** How well the product told whom each query would meet, beside plain ways to do so. */
export interface Evaluation {
  folder: string
  asOf: string
  type: string
  seed: number
  settings: Record<string, string>
  entities: number
  ties: number
  queries: number
  candidates: number
  /** Who met whom: pairs, and how many of them were three steps apart or farther. */
  pairs: number
  farPairs: number
  /** The product first, then the baselines. */
  methods: MethodFigures[]
  /** The product's measures less those of each baseline, query by query. */
  differences: { than: string; measures: Record<Measure, Estimate> }[]
  /** How long the product took to answer one query, in milliseconds. */
  answering: { p50: number; p95: number }
  seconds: number
}

/** The candidates who have met most: one in a hundred, one at least; of equals, by chance. */
function famousOf({ projection, met }: Past, candidates: readonly number[], seed: number): Set<number> {
  const ordered = candidates
    .map((candidate) => ({ candidate, degree: degreeOf(met, candidate), chance: hashOf(seed, textAt(projection.ids, candidate)) }))
    .sort((a, b) => b.degree - a.degree || a.chance - b.chance)
  return new Set(ordered.slice(0, Math.ceil(candidates.length * FAMOUS_SHARE)).map(({ candidate }) => candidate))
}

/** For each measure the values of one method, query by query. */
type Values = Record<Measure, number[]>

const eachMeasure = <T>(of: (measure: Measure) => T): Record<Measure, T> =>
  Object.fromEntries(measureNames.map((measure) => [measure, of(measure)])) as Record<Measure, T>

/** Evaluates a folder; `tell` hears how far it is. Throws a sentence for what is wrong with the folder. */
export async function evaluate(
  { folder: path, queries: most, seed, settings }: Options,
  tell: (line: string) => void
): Promise<Evaluation> {
  const start = performance.now()
  const folder = await readEvaluation(path)
  tell(`Loading ${path} …`)
  const product = await productOver(path, tell)
  try {
    const { projection } = product
    const { queries, candidates, met } = questionsIn(projection, folder, { most, seed, tell })
    const placeById = new Map(candidates.map((candidate) => [textAt(projection.ids, candidate), candidate]))

    const times: number[] = []
    const ours: number[][] = []
    for (const query of queries) {
      if (ours.length % 100 === 0) tell(`Asking: ${ours.length} of ${queries.length} …`)
      const { type, asOf } = folder
      const parameters = { for: textAt(projection.ids, query), type, limit: String(MOST), asOf, ...settings }
      const { ids, ms } = await product.matches(parameters)
      times.push(ms)
      ours.push(ids.flatMap((id) => placeById.get(id) ?? []))
    }

    const kinds = new Set([folder.type, ...queries.map((query) => typeAt(projection, query))])
    const past = pastOf(projection, dayOf(folder.asOf), kinds)
    const rankings = new Map([[OURS, ours]])
    for (const [name, baseline] of Object.entries(baselines)) {
      tell(`Beside: ${name} …`)
      rankings.set(name, rankingsOf(baseline, { past, queries, candidates, seed }))
    }

    const near = queries.map((query) => nearOf(past, query))
    const famous = famousOf(past, candidates, seed)
    const values = new Map<string, Values>()
    for (const [method, ranked] of rankings) {
      const scores = ranked.map((ranking, query) =>
        scoresOf(ranking, {
          met: met[query] as ReadonlySet<number>,
          isFar: (candidate) => !near[query]?.has(candidate),
          isFamous: (candidate) => famous.has(candidate)
        })
      )
      values.set(
        method,
        eachMeasure((measure) => scores.map((score) => score[measure]))
      )
    }

    const draws = resample(queries.length, seed)
    const ourValues = values.get(OURS) as Values
    const pairs = met.map((targets, query) => ({ all: targets.size, far: [...targets].filter((each) => !near[query]?.has(each)).length }))
    return {
      folder: basename(path),
      asOf: folder.asOf,
      type: folder.type,
      seed,
      settings,
      entities: entityCount(projection),
      ties: tieCount(projection),
      queries: queries.length,
      candidates: candidates.length,
      pairs: pairs.reduce((sum, { all }) => sum + all, 0),
      farPairs: pairs.reduce((sum, { far }) => sum + far, 0),
      methods: [...values].map(([method, own]) => ({
        method,
        measures: eachMeasure((measure) => estimate(own[measure], draws)),
        coverage: coverageOf(rankings.get(method) ?? []) / candidates.length
      })),
      differences: [...values].slice(1).map(([than, theirs]) => ({
        than,
        measures: eachMeasure((measure) =>
          estimate(
            ourValues[measure].map((value, query) => value - (theirs[measure][query] as number)),
            draws
          )
        )
      })),
      answering: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
      seconds: (performance.now() - start) / 1_000
    }
  } finally {
    await product.stop()
  }
}
