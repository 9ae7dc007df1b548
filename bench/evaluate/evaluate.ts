import { basename } from 'node:path'
import { dayOf } from '../../server/network/days.ts'
import { entityCount, tieCount, typeAt } from '../../server/network/projection.ts'
import { textAt } from '../../server/text/packed.ts'
import { percentile } from '../figures.ts'
import { baselines, rankingsOf } from './baselines.ts'
import { hashOf } from './chance.ts'
import { compared, type Difference, type MethodFigures } from './compared.ts'
import { type EvaluationFolder, readEvaluation } from './folder.ts'
import type { Options } from './options.ts'
import { degreeOf, nearOf, neighboursOf, type Past, pastOf } from './past.ts'
import { type Product, productOver } from './product.ts'
import { type Questions, questionsIn } from './questions.ts'
import { MOST } from './scores.ts'

/** What the product is called among the methods. */
export const OURS = 'Entremise'
const FAMOUS_SHARE = 0.01

/** How well the product told whom each query would meet, beside plain ways to do so. */
export interface Evaluation {
  folder: string
  asOf: string
  type: string
  seed: number
  /** Parameters of the API that were given. */
  settings: Record<string, string>
  entities: number
  ties: number
  queries: number
  candidates: number
  /** Who met whom: pairs, and how many of them were three steps apart or farther. */
  pairs: number
  farPairs: number
  /** How many of the product's suggestions had met the query by then; none should. */
  alreadyMet: number
  /** The product first, then the baselines. */
  methods: MethodFigures[]
  differences: Difference[]
  /** How long the product took to answer one query, in milliseconds. */
  answering: { p50: number; p95: number }
  seconds: number
}

type Tell = (line: string) => void
type Asked = Pick<EvaluationFolder, 'asOf' | 'type'> & Pick<Options, 'settings'>

/** What the product answers to each query: the candidates it suggests, best first, and how long each answer took. */
async function ask(product: Product, { queries, candidates }: Questions, { asOf, type, settings }: Asked, tell: Tell) {
  const idOf = (entity: number): string => textAt(product.projection.ids, entity)
  const places = new Map(candidates.map((candidate) => [idOf(candidate), candidate]))
  const times: number[] = []
  const rankings: number[][] = []
  for (const query of queries) {
    if (rankings.length % 100 === 0) tell(`Asking: ${rankings.length} of ${queries.length} …`)
    const { ids, ms } = await product.matches({ for: idOf(query), type, limit: String(MOST), asOf, ...settings })
    times.push(ms)
    rankings.push(ids.flatMap((id) => places.get(id) ?? []))
  }
  return { rankings, times }
}

/** The candidates who have met most: one in a hundred, one at least; of equals, by chance. */
function famousOf({ projection, met }: Past, candidates: readonly number[], seed: number): Set<number> {
  const ordered = candidates
    .map((candidate) => ({ candidate, degree: degreeOf(met, candidate), chance: hashOf(seed, textAt(projection.ids, candidate)) }))
    .sort((a, b) => b.degree - a.degree || a.chance - b.chance)
  return new Set(ordered.slice(0, Math.ceil(candidates.length * FAMOUS_SHARE)).map(({ candidate }) => candidate))
}

/** Evaluates a folder; `tell` hears how far it is. Throws a sentence for what is wrong with the folder. */
export async function evaluate({ folder: path, queries: most, seed, settings }: Options, tell: Tell): Promise<Evaluation> {
  const start = performance.now()
  const folder = await readEvaluation(path)
  const { asOf, type } = folder
  tell(`Loading ${path} …`)
  const product = await productOver(path, tell)
  try {
    const { projection } = product
    const questions = questionsIn(projection, folder, { most, seed, tell })
    const { queries, candidates } = questions
    const ours = await ask(product, questions, { asOf, type, settings }, tell)

    const past = pastOf(projection, dayOf(asOf), new Set([type, ...queries.map((query) => typeAt(projection, query))]))
    const rankings = new Map([[OURS, ours.rankings]])
    for (const [name, baseline] of Object.entries(baselines)) {
      tell(`Beside: ${name} …`)
      rankings.set(name, rankingsOf(baseline, { past, queries, candidates, seed }))
    }

    const famous = famousOf(past, candidates, seed)
    const truths = queries.map((query, i) => {
      const near = nearOf(past, query)
      return {
        met: questions.met[i] as ReadonlySet<number>,
        isFar: (candidate: number) => !near.has(candidate),
        isFamous: (candidate: number) => famous.has(candidate)
      }
    })
    const pairs = truths.flatMap(({ met, isFar }) => [...met].map(isFar))
    return {
      folder: basename(path),
      asOf,
      type,
      seed,
      settings,
      entities: entityCount(projection),
      ties: tieCount(projection),
      queries: queries.length,
      candidates: candidates.length,
      pairs: pairs.length,
      farPairs: pairs.filter((isFar) => isFar).length,
      alreadyMet: ours.rankings.flatMap((ranking, i) => {
        const met = new Set(neighboursOf(past.met, queries[i] as number))
        return ranking.filter((candidate) => met.has(candidate))
      }).length,
      ...compared(rankings, truths, seed),
      answering: { p50: percentile(ours.times, 0.5), p95: percentile(ours.times, 0.95) },
      seconds: (performance.now() - start) / 1_000
    }
  } finally {
    await product.stop()
  }
}
