import { isUtf8 } from 'node:buffer'

const NEW_LINE = 0x0a

const count = (bytes: Buffer, byte: number): number => {
  let found = 0
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found++
  return found
}

/** Where the last character of the bytes starts: it may go on in the next piece of the file. */
function lastCharacter(bytes: Buffer): number {
  let at = bytes.length - 1
  while (at > 0 && at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return Math.max(at, 0)
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 0
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEW_LINE, start)
    if (!isUtf8(bytes.subarray(start, end === -1 ? bytes.length : end))) break
    start = end === -1 ? bytes.length : end + 1
  }
  return line
}

const isUtf16 = (start: Buffer): boolean => {
  const [first, second, third, fourth] = start
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return (
    marked || (first === 0 && second !== 0 && third === 0 && fourth !== 0) || (first !== 0 && second === 0 && third !== 0 && fourth === 0)
  )
}

/** What is wrong with the bytes of a file, and on which line. */
interface BadBytes {
  line?: number
  reason: string
}

/** Looks at a file piece by piece; gives what is wrong as soon as it is seen, `last` telling that no piece follows. */
export function byteCheck(): (piece: Buffer, last: boolean) => BadBytes | undefined {
  let held: Buffer = Buffer.alloc(0)
  let line = 1
  let started = false
  return (piece, last) => {
    if (!started && isUtf16(piece)) return { reason: 'is written in UTF-16; save it as UTF-8' }
    started = true
    const zero = piece.indexOf(0)
    if (zero !== -1) return { line: line + count(piece.subarray(0, zero), NEW_LINE), reason: 'holds a NUL byte: it is binary, not text' }
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : piece
    const end = last ? bytes.length : lastCharacter(bytes)
    const judged = bytes.subarray(0, end)
    if (!isUtf8(judged)) {
      return { line: line + lineOfBadByte(judged), reason: 'holds a byte that is not UTF-8; save the file as UTF-8' }
    }
    line += count(judged, NEW_LINE)
    held = bytes.subarray(end)
    return undefined
  }
}
