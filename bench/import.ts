import type { Bench } from './bench.ts'
import type { Took } from './clock.ts'
import { type Figure, median, milliseconds } from './figures.ts'
import type { Side } from './import-process.ts'
import { timedEmbedded, timedNeo4j } from './stores.ts'
import { sizes } from './world/society.ts'

const BAR = 2

/** What the checks, the plan and the journal cost: the import of a folder beside the plain load of its rows. */
export async function measureImport({ size, neo4j, tell }: Bench): Promise<Figure[]> {
  const beside = async (engine: string, timed: typeof timedEmbedded, rounds: number): Promise<Record<Side, Took[]>> => {
    const took: Record<Side, Took[]> = { plain: [], product: [] }
    for (let round = 0; round < rounds; round++) {
      for (const side of round % 2 === 0 ? (['plain', 'product'] as const) : (['product', 'plain'] as const)) {
        const one = await timed(side, size)
        tell(`${side} import on ${engine}: ${milliseconds(one.time)}, ${milliseconds(one.processor)} of processor time here`)
        took[side].push(one)
      }
    }
    return took
  }
  const isLong = sizes[size] > 100_000
  const embedded = await beside('embedded', timedEmbedded, isLong ? 1 : 3)
  const figures = [
    importFigure('import on embedded', embedded, 'time', true),
    importFigure('its processor time', embedded, 'processor', false)
  ]
  if (neo4j) figures.push(importFigure('import on Neo4j', await beside('Neo4j', timedNeo4j, isLong ? 1 : 2), 'time', true))
  return figures
}

function importFigure(measure: string, took: Record<Side, Took[]>, what: keyof Took, isJudged: boolean): Figure {
  const [ours, plain] = [median(took.product.map((one) => one[what])), median(took.plain.map((one) => one[what]))]
  const ratio = ours / plain
  const judged = isJudged && { bar: `≤ ${BAR}`, within: ratio <= BAR }
  return { measure, ours: milliseconds(ours), beside: `${milliseconds(plain)} plain`, ratio, ...judged }
}
