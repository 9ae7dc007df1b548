import { createHash } from 'node:crypto'
import { seeded, whole } from '../world/random.ts'

/** A number of 32 bits made of a text: the same for the same seed, and nothing of what the text says is left in it. */
export const hashOf = (seed: number, text: string): number => createHash('sha256').update(`${seed} ${text}`).digest().readUInt32BE()

/** So many different ones of a list, in the order of the list. */
export function drawn<T>(list: readonly T[], count: number, seed: number): T[] {
  const random = seeded(seed)
  const rest = [...list.keys()]
  const places = Array.from({ length: Math.min(count, list.length) }, () => rest.splice(whole(random, rest.length), 1)[0] as number)
  return places.sort((a, b) => a - b).map((place) => list[place] as T)
}
