import type { IceBreakerKind } from '#contract/ice-breakers.ts'
import type { Words } from '#contract/vocabulary/words.ts'
import type { Terms } from '../matches/terms.ts'
import type { Projection } from '../network/projection.ts'
import type { Known } from './known.ts'

/** Two people, and what first words for them are sought in. */
export interface Pair {
  projection: Projection
  terms: Terms
  a: Known
  b: Known
  /** Whom both have met. */
  met: readonly number[]
  /** What is known of somebody else. */
  known(entity: number): Known
  asOf: number
}

/** Something worth a first word; entities and ties by their places. */
export interface Found {
  kind: IceBreakerKind
  sentence: Words
  entities: number[]
  ties: number[]
  words?: string[]
  /** How many are tied to what is shared: the fewer, the more it says of these two. */
  sharers: number
  /** What it is about: far from what the two are known for, it is unexpected. */
  things: number[]
  isUnexpected?: boolean
}

/** What so many have in common says little of two of them. */
export const FEW = 6

/** How many ties a thing has: at the most so many share it. */
export const sharersOf = ({ incidentOffsets }: Projection, thing: number): number =>
  (incidentOffsets[thing + 1] as number) - (incidentOffsets[thing] as number)
