import { Report } from '../../seed/folder/faults.ts'
import { placeOf, type Projection } from '../../server/network/projection.ts'
import { drawn } from './chance.ts'
import { type EvaluationFolder, throwFaults } from './folder.ts'

/** What is asked of a network, by the places of its entities. */
export interface Questions {
  queries: number[]
  candidates: number[]
  /** For each query, those it did meet afterwards. */
  met: ReadonlySet<number>[]
}

/**
 * Finds what a folder asks in the network it was loaded into; `most` queries, drawn by chance. Throws a sentence for every id that is not there.
 * `tell` hears what can be evaluated all the same.
 */
export function questionsIn(
  projection: Projection,
  { queries, candidates, truth }: EvaluationFolder,
  { most, seed, tell }: { most: number | undefined; seed: number; tell(line: string): void }
): Questions {
  const report = new Report()
  const placed = (file: string, column: string, value: string, line: number): number => {
    const place = placeOf(projection, value)
    if (place < 0) report.fault({ file, line, column, value, reason: 'no file of the network has this id; mend it, or take the line out' })
    return place
  }
  const asked = queries.map(({ line, cells: [id = ''] }) => placed('queries.csv', 'id', id, line))
  const suggested = candidates.map(({ line, cells: [id = ''] }) => placed('candidates.csv', 'id', id, line))
  const metBy = new Map(asked.map((query) => [query, new Set<number>()]))
  const canBeFound = new Set(suggested)
  let useless = 0
  for (const {
    line,
    cells: [query = '', target = '']
  } of truth) {
    const met = metBy.get(placed('truth.csv', 'query', query, line))
    const found = placed('truth.csv', 'target', target, line)
    if (met && canBeFound.has(found)) met.add(found)
    else useless++
  }
  throwFaults(report)

  if (useless > 0) tell(`truth.csv: ${useless} of ${truth.length} lines join no query to a candidate; they are left out.`)
  const alone = asked.filter((query) => metBy.get(query)?.size === 0).length
  if (alone > 0) tell(`truth.csv: ${alone} of ${asked.length} queries met nobody; each counts as not found.`)
  const chosen = most === undefined || most >= asked.length ? asked : drawn(asked, most, seed)
  return { queries: chosen, candidates: suggested, met: chosen.map((query) => metBy.get(query) ?? new Set()) }
}
