import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { type CsvError, parse } from 'csv-parse'
import { byteCheck } from './encoding.ts'
import { findBrokenQuote } from './quotes.ts'

/** Why a file is not read to its end. */
interface Break {
  line?: number
  reason: string
}

interface Reading {
  /** Each row with something in it: its cells, trimmed, and the line where it starts. The cells are the caller's to keep. */
  onRow(cells: string[], line: number): void
  onBytes(count: number): void
  /** The most bytes a row may hold; a quote left open in a large file is told at this size instead of filling memory. */
  longestRow?: number
}

const PIECE = 256 * 1024
const LONGEST_ROW = 64 * 1024 * 1024
const unread = 'the rest of the file is not judged'

/** A comma, or a semicolon where the first written line holds more of them outside quotes. */
function separatorOf(start: string): string {
  const [header = ''] = start
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1)
  return header.split(';').length > header.split(',').length ? ';' : ','
}

const lineBreaks = (cell: string): number => (cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0)

async function breakOf(error: CsvError, path: string, separator: string, row: number): Promise<Break> {
  const quote = await findBrokenQuote(path, separator, row)
  if (quote?.is === 'never closed') return { line: quote.opened, reason: `a quote opens here and never closes; ${unread}` }
  if (quote?.is === 'closed early') {
    const where = quote.closed === quote.opened ? '' : ` on line ${quote.closed}`
    return {
      line: quote.opened,
      reason: `a quote opens here and text follows where it closes${where}; write a quote inside a cell twice; ${unread}`
    }
  }
  if (quote?.is === 'inside a cell') {
    return {
      line: quote.line,
      reason: `a quote stands inside a cell; put the cell between quotes and write the inner one twice; ${unread}`
    }
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') return { line: row, reason: `the row is too long; is a quote left open? ${unread}` }
  return { line: row, reason: `is not a row of CSV; ${unread}` }
}

/**
 * Streams the rows of a CSV file (RFC 4180; comma or semicolon, UTF-8 with or without a byte order mark, any line end, blank lines
 * skipped). Gives what stopped it, if anything did. Throws as the file system does.
 */
export async function readRows(path: string, { onRow, onBytes, longestRow = LONGEST_ROW }: Reading): Promise<Break | undefined> {
  let nextLine = 1
  let index = 0
  let failed: CsvError | undefined
  let separator = ','

  const open = (start: Buffer) => {
    separator = separatorOf(start.toString())
    const parser = parse({
      bom: true,
      delimiter: separator,
      max_record_size: longestRow,
      // csv-parse would drop the good rows of a piece with its first error; skipped instead, the error tells how many were good.
      on_skip: (error) => {
        failed ??= error
        return undefined
      },
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_records_with_error: true,
      trim: true
    })
    parser.on('data', (cells: string[]) => {
      if (failed && index >= Number(failed.records)) return
      index++
      const line = nextLine
      let isBlank = true
      nextLine++
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] ?? ''
        if (cell === '') continue
        nextLine += lineBreaks(cell)
        cells[at] = cell.trim()
        isBlank &&= cells[at] === ''
      }
      if (!isBlank) onRow(cells, line)
    })
    return parser
  }

  const check = byteCheck()
  let parser: ReturnType<typeof open> | undefined
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    const bad = check(piece, false)
    if (bad) return { ...bad, reason: `${bad.reason}; ${unread}` }
    parser ??= open(piece)
    if (!parser.write(piece)) await once(parser, 'drain')
    if (failed) break
    onBytes(piece.length)
  }
  const bad = check(Buffer.alloc(0), true)
  if (bad && !failed) return { ...bad, reason: `${bad.reason}; ${unread}` }
  if (!parser) return undefined
  parser.end()
  await once(parser, 'end')
  return failed && breakOf(failed, path, separator, nextLine)
}
