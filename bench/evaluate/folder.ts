import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Day } from '#contract/listed.ts'
import { MeetingType } from '#contract/matches.ts'
import { diskReason } from '../../seed/folder/disk.ts'
import { faultSentence, Report } from '../../seed/folder/faults.ts'
import { readRows } from '../../seed/folder/rows.ts'

/** What is asked, of which day: `asOf` is the last day that may be known, `type` the kind of the candidates. */
const Asked = z.object({ asOf: Day, type: MeetingType })
type Asked = z.infer<typeof Asked>

/** A row of a file: where it stands, and the cells asked for. */
interface Row {
  line: number
  cells: string[]
}

/** What an evaluation folder adds to the files of a network. */
export interface EvaluationFolder extends Asked {
  path: string
  queries: Row[]
  candidates: Row[]
  /** Who met whom after the day: a query and a target. */
  truth: Row[]
}

/** The files that the import of the network leaves alone. */
export const evaluationFiles = ['candidates.csv', 'evaluation.json', 'queries.csv', 'truth.csv']

const example = '{ "asOf": "2022-01-01", "type": "person" }'

/** Throws what the report holds, a sentence a line. */
export function throwFaults({ faults, faultCount }: Report): void {
  if (faultCount === 0) return
  const more = faultCount > faults.length ? [`… and ${faultCount - faults.length} more`] : []
  throw new Error([...faults.map(faultSentence), ...more, 'Nothing was measured. Mend the files and evaluate again.'].join('\n'))
}

function readAsked(path: string, report: Report): Asked | undefined {
  const file = 'evaluation.json'
  const fault = (reason: string): undefined => void report.fault({ file, reason })
  try {
    const asked = Asked.safeParse(JSON.parse(readFileSync(join(path, file), 'utf8')))
    if (asked.success) return asked.data
    for (const { path: field, message } of asked.error.issues) fault(`${field.join('.') || 'it'}: ${message}; write ${example}`)
  } catch (error) {
    if (error instanceof SyntaxError) return fault(`is not JSON; write ${example}`)
    return fault(`${diskReason(error)}; an evaluation folder says in it what is asked, as in ${example}`)
  }
}

/** The rows of a file that has these columns, among others; none twice. */
async function readColumns(path: string, file: string, columns: readonly string[], report: Report): Promise<Row[]> {
  const rows: Row[] = []
  const seen = new Set<string>()
  let places: number[] | undefined
  const onRow = (all: string[], line: number): void => {
    if (places === undefined) {
      places = columns.map((column) => all.indexOf(column))
      const missing = columns.filter((column) => !all.includes(column))
      for (const value of missing) report.fault({ file, line, column: 'column', value, reason: 'is missing from the first line' })
      return
    }
    const cells = places.map((place) => all[place] ?? '')
    const key = JSON.stringify(cells)
    if (seen.has(key)) report.fault({ file, line, value: cells.join(', '), reason: 'stands twice; take one out' })
    seen.add(key)
    rows.push({ line, cells })
  }
  try {
    const stop = await readRows(join(path, file), { onRow, onBytes: () => undefined })
    if (stop) report.fault({ file, ...stop })
    else if (rows.length === 0) report.fault({ file, reason: `holds no row; its first line names ${columns.join(', ')}` })
  } catch (error) {
    report.fault({ file, reason: `${diskReason(error)}; an evaluation folder holds ${evaluationFiles.join(', ')}` })
  }
  return rows
}

/** Reads what a folder asks. Throws every fault as a sentence. */
export async function readEvaluation(path: string): Promise<EvaluationFolder> {
  if (!existsSync(path)) throw new Error(`${path} is not there; name the folder of an evaluation (docs/evaluation.md says what it holds).`)
  const report = new Report()
  const asked = readAsked(path, report)
  // Without it this is no evaluation folder: what else is missing need not be told.
  if (asked === undefined) throwFaults(report)
  const queries = await readColumns(path, 'queries.csv', ['id'], report)
  const candidates = await readColumns(path, 'candidates.csv', ['id'], report)
  const truth = await readColumns(path, 'truth.csv', ['query', 'target'], report)
  throwFaults(report)
  return { path, ...(asked as Asked), queries, candidates, truth }
}
