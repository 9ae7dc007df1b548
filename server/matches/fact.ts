import type { ReasonKind } from '#contract/matches.ts'

/** Something true of two in the graph that speaks for their meeting. */
export interface Fact {
  kind: ReasonKind
  /** How much it speaks for it; comparable among the facts of one meeting. */
  weight: number
  /** What it names beside the two: for `projects`, a project of the one and a project of the other. */
  entities: number[]
  ties: number[]
  words?: string[]
  count?: number
}
