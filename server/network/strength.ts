import { knownFrom, worths } from './build.ts'
import { ALWAYS } from './days.ts'
import type { Projection } from './projection.ts'

/**
 * How strong a tie between people is: how likely it is that one would gladly introduce you to the other, 0 to 1. A reasoned scale, not
 * a measured probability; docs/decisions/0003-strength.md has the reasons.
 *
 *     evidence = worth × age / √(people − 1)         step = min(0.98, 1 − ∏ (1 − evidence))
 *
 * - worth: what the vocabulary says of the relation, or the strength given with the tie; of two ties to a shared thing, √(worth₁ × worth₂).
 * - age: halves every 4 years once a tie has ended, every 16 years while it lasts (it may have ended without anybody noting it);
 *   0.7 where nothing is dated. (Exponential decay of ties: Burt, "Decay functions", Social Networks 22, 2000.)
 * - people: how many share a thing; 2 for a direct tie. Between Newman's 1 / (n − 1) for shared papers (Phys. Rev. E 64, 016132, 2001)
 *   and Adamic and Adar's 1 / ln n (Social Networks 25, 2003).
 * - step: independent reasons, any of which suffices (noisy-or: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988).
 */
const ENDED_HALF_LIFE_YEARS = 4
const LASTING_HALF_LIFE_YEARS = 16
const UNDATED_AGE = 0.7
/** No step is certain, so that every step makes a way weaker. */
export const STRONGEST_STEP = 0.98

const DAYS_A_YEAR = 365.25

/** Which ties count: as one day knew them, and only those that still held on another. */
export interface Horizon {
  asOf: number
  since: number
}

/** What a tie is worth before age and size; 0 where no way goes along it. */
export function worthOf(projection: Projection, tie: number): number {
  const worth = worths[projection.relations[tie] as number] as number
  const given = projection.strengths[tie] as number
  return worth === 0 || Number.isNaN(given) ? worth : given
}

/** Whether a tie was known on the day asked for and held on or after `since`. */
export function counts(projection: Projection, tie: number, { asOf, since }: Horizon): boolean {
  const from = projection.heldFrom[tie] as number
  const to = projection.heldTo[tie] as number
  return knownFrom(from, to) <= asOf && to >= since
}

/** What age leaves of what held from one day to another, seen on the day `asOf`: an end after it is not known. */
function ageFactor(from: number, to: number, asOf: number): number {
  if (to <= asOf) return 2 ** (-(asOf - to) / (ENDED_HALF_LIFE_YEARS * DAYS_A_YEAR))
  if (from === ALWAYS) return UNDATED_AGE
  return 2 ** (-(asOf - from) / (LASTING_HALF_LIFE_YEARS * DAYS_A_YEAR))
}

/** The strength of a direct tie as evidence. */
export function directStrength(projection: Projection, tie: number, { asOf }: Horizon): number {
  return worthOf(projection, tie) * ageFactor(projection.heldFrom[tie] as number, projection.heldTo[tie] as number, asOf)
}

/** The strength of sharing a thing, by one tie of each to it; 0 where the two were not there at the same time. */
export function sharedStrength(projection: Projection, tie: number, other: number, people: number, { asOf, since }: Horizon): number {
  const from = Math.max(projection.heldFrom[tie] as number, projection.heldFrom[other] as number)
  const to = Math.min(projection.heldTo[tie] as number, projection.heldTo[other] as number)
  if (from > to || to < since) return 0
  return (Math.sqrt(worthOf(projection, tie) * worthOf(projection, other)) * ageFactor(from, to, asOf)) / Math.sqrt(Math.max(1, people - 1))
}

/** The most that sharing a thing can be worth to somebody tied to it by `tie`, whoever the other is. */
export function sharedBound(projection: Projection, tie: number, people: number): number {
  return Math.sqrt(worthOf(projection, tie)) / Math.sqrt(Math.max(1, people - 1))
}
