import { sharedUint32 } from './packed.ts'

const FAN = 16

/** Numbers, and over them the least of every sixteen, of every 256 and so on: `levels[0]` are the numbers themselves. */
export interface Minima {
  levels: Uint32Array[]
}

/** Adds the levels above some numbers: a fifteenth of their size. */
export function minimaOf(numbers: Uint32Array): Minima {
  const levels = [numbers]
  let below = numbers
  while (below.length > FAN) {
    const level = sharedUint32(Math.ceil(below.length / FAN))
    for (let i = 0; i < level.length; i++) level[i] = below[leastAmong(below, i * FAN, Math.min((i + 1) * FAN, below.length))] as number
    levels.push(level)
    below = level
  }
  return { levels }
}

/** Where the least number of a range that is not empty stands; its time grows with the logarithm of the range. */
export function leastAt({ levels }: Minima, from: number, to: number): number {
  let bestLevel = 0
  let bestAt = from
  let best = (levels[0] as Uint32Array)[from] as number
  for (let level = 0; from < to; level++) {
    const numbers = levels[level] as Uint32Array
    // The edges that do not fill a group are read here, the groups between them one level up.
    const groupsFrom = Math.ceil(from / FAN)
    const groupsTo = Math.floor(to / FAN)
    const edges = groupsFrom < groupsTo && level + 1 < levels.length
    const leftTo = edges ? groupsFrom * FAN : to
    for (let i = from; i < leftTo; i++) {
      if ((numbers[i] as number) < best) {
        best = numbers[i] as number
        bestLevel = level
        bestAt = i
      }
    }
    if (!edges) break
    for (let i = groupsTo * FAN; i < to; i++) {
      if ((numbers[i] as number) < best) {
        best = numbers[i] as number
        bestLevel = level
        bestAt = i
      }
    }
    from = groupsFrom
    to = groupsTo
  }
  for (let level = bestLevel - 1; level >= 0; level--) {
    const numbers = levels[level] as Uint32Array
    bestAt = leastAmong(numbers, bestAt * FAN, Math.min((bestAt + 1) * FAN, numbers.length))
  }
  return bestAt
}

function leastAmong(numbers: Uint32Array, from: number, to: number): number {
  let at = from
  for (let i = from + 1; i < to; i++) if ((numbers[i] as number) < (numbers[at] as number)) at = i
  return at
}
