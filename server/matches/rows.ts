import { sharedUint32 } from '../text/packed.ts'

/** Compressed sparse rows: the values of row i stand from `offsets[i]` to `offsets[i + 1]` in arrays beside. */
export type Offsets = Uint32Array

/** Offsets of so many rows from how many values each has, and where the next value of each goes. */
export function rowsOf(count: number, sizeOf: (row: number) => number): { offsets: Offsets; next: Uint32Array } {
  const offsets = sharedUint32(count + 1)
  for (let row = 0; row < count; row++) offsets[row + 1] = (offsets[row] as number) + sizeOf(row)
  return { offsets, next: offsets.slice() }
}

/** Calls `see` with the place of each value of a row. */
export function eachOf(offsets: Offsets, row: number, see: (at: number) => void): void {
  for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) see(at)
}

/** How many values a row has. */
export const rowSize = (offsets: Offsets, row: number): number => (offsets[row + 1] as number) - (offsets[row] as number)
