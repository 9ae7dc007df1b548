/** Draws numbers from 0 to 1, the same ones from the same seed. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to make up people. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 to `below`, that not included. */
export const whole = (random: Random, below: number): number => Math.floor(random() * below)

export const oneOf = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)] as T

/** One of a list, those at its start far more often, as words are in texts and surnames in a country. */
export const oftenFirst = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() ** 3 * list.length)] as T

/** A number of at least `least` whose chance falls with the power `exponent` (above 1), never above `most`. */
export const powerLaw = (random: Random, exponent: number, least: number, most: number): number =>
  Math.min(most, least * (1 - random()) ** (-1 / (exponent - 1)))
