import { encodeQR } from 'qr'

/** A QR code (ISO/IEC 18004) to be drawn: how many squares wide it is, and the dark ones as the `d` of a path, a unit each. */
export interface Code {
  size: number
  d: string
}

/** What is longer makes squares too small for the eye of a phone. */
const LONGEST = 1200

/** An address as a code that a phone reads from a screen, a poster or a wall; none of one that is too long. */
export function codeOf(address: string): Code | undefined {
  if (address.length > LONGEST) return undefined
  const framed = encodeQR(address, 'raw', { ecc: address.length > LONGEST / 4 ? 'low' : 'medium', border: 1 })
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1))
  const squares = rows.flatMap((row, y) => runsIn(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
  return { size: rows.length, d: squares.join('') }
}

/** Where dark squares begin in a row, and how many there are side by side. */
function runsIn(row: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1]++
    else if (isDark) runs.push([x, 1])
  }
  return runs
}
