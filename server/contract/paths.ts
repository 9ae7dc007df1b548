import { z } from 'zod'
import { upTo, within } from './asked.ts'
import { EntityId, EntityRef, Tie } from './entity.ts'
import { Day, Ids } from './listed.ts'
import { Language } from './vocabulary/words.ts'

/** The most steps a way may have. */
const MOST_HOPS = 6

/** The most ways that are told at once. */
const MOST_WAYS = 8

/** Between whom ways are sought, and which count. Days are ISO 8601; of a month or a year alone, its first day is meant. */
export const PathsQuery = z.object({
  from: EntityId.describe('Id of the person, organization or project that the way starts from'),
  to: EntityId.describe('Id of the person, organization or project to reach'),
  alternatives: upTo(MOST_WAYS, 3).describe(`How many ways at the most; above ${MOST_WAYS}, ${MOST_WAYS}`),
  maxHops: within(MOST_HOPS).default(MOST_HOPS).describe(`How many steps a way may have; ${MOST_HOPS}, the most`),
  avoid: Ids.default([]).describe('Ids that no way may go through or rest on; may repeat, and one that is unknown changes nothing'),
  since: Day.optional().describe('Only ties that still held on this day or later'),
  asOf: Day.optional().describe('Answer as this day would have; left out, today. An undated tie to an event is dated by its event')
})
export type PathsQuery = z.infer<typeof PathsQuery>

/** What two ends of a step share: a tie between them, or one tie of each to the same thing. */
export const Evidence = z.object({
  /** What is shared; absent where the two are tied directly. */
  shared: EntityRef.optional(),
  /** How many people share it; absent where the two are tied directly. */
  people: z.number().int().optional(),
  /** 0 to 1: what this evidence alone would make of the step. */
  strength: z.number(),
  sentence: z.record(Language, z.string())
})
export type Evidence = z.infer<typeof Evidence>

/** A step from one person to the next (the first and last may be an organization or a project). */
export const Step = z.object({
  from: EntityId,
  to: EntityId,
  /** 0 to 1: how likely it is that the first would gladly introduce you to the second. */
  strength: z.number(),
  /** The ties that hold the step, strongest evidence first. */
  ties: z.array(Tie),
  evidence: z.array(Evidence)
})
export type Step = z.infer<typeof Step>

/** `strength` is the product of the steps' strengths. */
export const Path = z.object({ strength: z.number(), steps: z.array(Step) })
export type Path = z.infer<typeof Path>

/** Strongest first; where there is no way, who can be reached that is nearest to the one sought. */
export const PathsAnswer = z
  .object({
    revision: z.number().int(),
    asOf: z.string(),
    paths: z.array(Path),
    /** Every person, organization or project that the ways go through, and what they share. */
    entities: z.array(EntityRef),
    /** Filled where `paths` is empty: reachable from `from` in `hops` steps, nearest to `to` first. */
    nearest: z.array(EntityRef.extend({ hops: z.number().int() })).optional()
  })
  .describe('The ways, strongest first; where there is none, the nearest who can be reached')
export type PathsAnswer = z.infer<typeof PathsAnswer>
