import { createReadStream } from 'node:fs'

const QUOTE = 0x22
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const BYTE_ORDER_MARK = Buffer.from('\ufeff')

/** What is wrong with the quotes of a row; each line is where the quote stands. */
type BrokenQuote =
  | { is: 'never closed'; opened: number }
  | { is: 'closed early'; opened: number; closed: number }
  | { is: 'inside a cell'; line: number }

type State = 'start of cell' | 'bare cell' | 'quoted cell' | 'quote in quoted cell' | 'after quoted cell' | 'broken'

/** Quotes as in RFC 4180, section 2, with blanks around the cell forgiven. */
function next(state: State, byte: number, separator: number): State {
  const isEnd = byte === separator || byte === LINE_FEED || byte === CARRIAGE_RETURN
  const isBlank = byte === 0x20 || byte === 0x09
  switch (state) {
    case 'start of cell':
      if (byte === QUOTE) return 'quoted cell'
      return isEnd || isBlank ? state : 'bare cell'
    case 'bare cell':
      if (byte === QUOTE) return 'broken'
      return isEnd ? 'start of cell' : state
    case 'quoted cell':
      return byte === QUOTE ? 'quote in quoted cell' : state
    default:
      // Two quotes stand for one.
      if (state === 'quote in quoted cell' && byte === QUOTE) return 'quoted cell'
      if (isEnd) return 'start of cell'
      return isBlank ? 'after quoted cell' : 'broken'
  }
}

/**
 * Finds the quote that breaks the row starting at line `row`. Only asked once csv-parse has refused that row: it knows that a quote is
 * wrong, not where it opened.
 */
export async function findBrokenQuote(path: string, separator: string, row: number): Promise<BrokenQuote | undefined> {
  const separatorByte = separator.charCodeAt(0)
  let state: State = 'start of cell'
  let [line, opened, closed, previous] = [1, 0, 0, 0]
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const isMarked = previous === 0 && piece.subarray(0, 3).equals(BYTE_ORDER_MARK)
    for (const byte of isMarked ? piece.subarray(3) : piece) {
      if (line >= row) {
        const after = next(state, byte, separatorByte)
        if (after === 'broken') return state === 'bare cell' ? { is: 'inside a cell', line } : { is: 'closed early', opened, closed }
        if (state === 'start of cell' && after === 'quoted cell') opened = line
        if (after === 'quote in quoted cell') closed = line
        state = after
      }
      if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && previous !== CARRIAGE_RETURN)) line++
      previous = byte
    }
  }
  return state === 'quoted cell' ? { is: 'never closed', opened } : undefined
}
