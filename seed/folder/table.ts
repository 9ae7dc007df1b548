import { diskReason, type KnownFile } from './disk.ts'
import type { Report } from './faults.ts'
import { unknownWord } from './nearest.ts'
import { readRows } from './rows.ts'

const LARGEST_CELL = 1_000_000

/** Where each column stands in a row. */
export type Columns = ReadonlyMap<string, number>
export type Row = (cells: string[], line: number) => void

export interface Table {
  columns: readonly string[]
  required: readonly string[]
  /** Called once the header is read; gives what is called with every row. */
  begin(columns: Columns): Row
}

function readHeader(cells: string[], line: number, file: string, { columns, required }: Table, report: Report): Columns | undefined {
  const found = new Map<string, number>()
  const unknownColumn = unknownWord(columns)
  for (const [at, column] of cells.entries()) {
    // A column without a name is let pass as long as nothing stands in it: spreadsheets leave such behind.
    if (column === '') continue
    if (!columns.includes(column)) report.fault({ file, line, column: 'column', value: column, reason: unknownColumn(column) })
    else if (found.has(column)) report.fault({ file, line, column: 'column', value: column, reason: 'stands twice' })
    else found.set(column, at)
  }
  const missing = required.filter((column) => !found.has(column))
  for (const column of missing) {
    report.fault({ file, line, column: 'column', value: column, reason: 'is missing from the first line, which names the columns' })
  }
  return missing.length === 0 ? found : undefined
}

/** Which of a row's cells stands in no column, if one that is not empty does. */
function strayCell(cells: string[], header: string[]): number {
  if (cells.length <= header.length && !header.includes('')) return -1
  return cells.findIndex((cell, at) => cell !== '' && (header[at] ?? '') === '')
}

/** Where the cells of a row stand that are too large, and their bytes. */
function largeCells(cells: string[]): { at: number; bytes: number }[] {
  // No code unit takes more than three bytes: most cells need no count.
  if (cells.every((cell) => cell.length * 3 <= LARGEST_CELL)) return []
  return cells.map((cell, at) => ({ at, bytes: Buffer.byteLength(cell) })).filter(({ bytes }) => bytes > LARGEST_CELL)
}

/** Reads one file of the folder; false where it could not be judged to its end. */
export async function readTable(known: KnownFile, table: Table, report: Report, onBytes: (count: number) => void): Promise<boolean> {
  const { file, path } = known
  let header: string[] | undefined
  let row: Row | undefined

  const onRow = (cells: string[], line: number) => {
    if (header === undefined) {
      header = cells
      const columns = readHeader(cells, line, file, table, report)
      row = columns && table.begin(columns)
      return
    }
    if (row === undefined) return
    let isReadable = true
    for (const { at, bytes } of largeCells(cells)) {
      const column = header[at] || undefined
      const reason = `holds ${bytes} bytes; a cell holds 1 MB (1,000,000 bytes) at the most`
      report.fault({ file, line, ...(column && { column }), value: cells[at], reason })
      cells[at] = ''
      if (column && table.required.includes(column)) isReadable = false
    }
    const stray = strayCell(cells, header)
    if (stray !== -1) {
      const named = header.filter((name) => name !== '').length
      report.fault({ file, line, value: cells[stray], reason: `cell ${stray + 1} stands in no column; the first line names ${named}` })
    }
    if (isReadable) row(cells, line)
  }

  try {
    const stop = await readRows(path, { onBytes, onRow })
    const isBlank = header === undefined
    if (stop) report.fault({ file, ...stop })
    else if (isBlank) report.fault({ file, reason: `is empty; its first line must name its columns: ${table.columns.join(', ')}` })
    return !stop && (isBlank || row !== undefined)
  } catch (error) {
    report.fault({ file, reason: diskReason(error) })
    return false
  }
}
