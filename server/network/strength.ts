import { ALWAYS, knownFrom } from './days.ts'
import type { Projection } from './projection.ts'
import { worths } from './worth.ts'

/**
 * How strong a tie between people is: how likely it is that one would gladly introduce you to the other, 0 to 1. A reasoned scale, not
 * a measured probability; docs/decisions/0003-strength.md has the reasons.
 *
 *     tie      = worth × age
 *     evidence = tie                          where the two are tied directly
 *              = √(tie₁ × tie₂) / √(people − 1)   where both are tied to a thing, at overlapping times
 *     step     = min(0.98, 1 − ∏ (1 − evidence))
 *
 * - worth: what the vocabulary says of the relation, or the strength given with the tie.
 * - age: halves every 4 years once a tie has ended, every 16 years while it lasts (it may have ended without anybody noting it);
 *   0.7 where nothing is dated. (Exponential decay of ties: Burt, "Decay functions", Social Networks 22, 2000.)
 * - people: how many share the thing. Between Newman's 1 / (n − 1) for shared papers (Phys. Rev. E 64, 016132, 2001)
 *   and Adamic and Adar's 1 / ln n (Social Networks 25, 2003).
 * - step: independent reasons, any of which suffices (noisy-or: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988); of things
 *   shared by a crowd only the strongest counts, as two large houses in common say little more than one.
 */
const ENDED_HALF_LIFE_YEARS = 4
const LASTING_HALF_LIFE_YEARS = 16
const UNDATED_AGE = 0.7
/** No step is certain, so that every step makes a way weaker. */
export const STRONGEST_STEP = 0.98
/** More people than these are a crowd. */
export const CROWD = 50

const DAYS_A_YEAR = 365.25

/** Which ties count: as one day knew them, and only those that still held on another. Days as in days.ts. */
export interface Horizon {
  asOf: number
  since: number
}

/** What a tie is worth before age; 0 where no way goes along it. */
export function worthOf(projection: Projection, tie: number): number {
  const worth = worths[projection.relations[tie] as number] as number
  const given = projection.strengths[tie] as number
  return worth === 0 || Number.isNaN(given) ? worth : given
}

/** Whether a tie was known on the day asked for and held on or after `since`. */
export function counts(projection: Projection, tie: number, { asOf, since }: Horizon): boolean {
  return isKnown(projection, tie, asOf) && (projection.heldTo[tie] as number) >= since
}

/** Whether a tie was known on a day, over by then or not. */
export const isKnown = ({ heldFrom, heldTo }: Projection, tie: number, asOf: number): boolean =>
  knownFrom(heldFrom[tie] as number, heldTo[tie] as number) <= asOf

/** What age leaves of what held from one day to another, seen on the day `asOf`: an end after it is not known. */
function ageFactor(from: number, to: number, asOf: number): number {
  if (to <= asOf) return 2 ** (-(asOf - to) / (ENDED_HALF_LIFE_YEARS * DAYS_A_YEAR))
  if (from === ALWAYS) return UNDATED_AGE
  return 2 ** (-(asOf - from) / (LASTING_HALF_LIFE_YEARS * DAYS_A_YEAR))
}

/** The strength of a tie of itself: 0 where it does not count. */
export function tieStrength(projection: Projection, tie: number, horizon: Horizon): number {
  const worth = worthOf(projection, tie)
  if (worth === 0 || !counts(projection, tie, horizon)) return 0
  return worth * ageFactor(projection.heldFrom[tie] as number, projection.heldTo[tie] as number, horizon.asOf)
}

/** Whether two ties held at the same time, on one day at least. */
export function overlap(projection: Projection, tie: number, other: number): boolean {
  const from = Math.max(projection.heldFrom[tie] as number, projection.heldFrom[other] as number)
  return from <= Math.min(projection.heldTo[tie] as number, projection.heldTo[other] as number)
}

/** What sharing a thing is worth as evidence, by the strengths of one tie of each to it. */
export const sharedStrength = (tie: number, other: number, people: number): number => Math.sqrt((tie * other) / Math.max(1, people - 1))
