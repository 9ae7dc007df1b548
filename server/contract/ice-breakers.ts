import { z } from 'zod'
import { EntityId, EntityRef, Tie } from './entity.ts'
import { Language } from './vocabulary/words.ts'

/** Between which two people a first word is sought. */
export const IceBreakersQuery = z.object({
  a: EntityId.describe('Id of a person'),
  b: EntityId.describe('Id of another person')
})
export type IceBreakersQuery = z.infer<typeof IceBreakersQuery>

/**
 * What a first word rests on.
 * `answers`: what one seeks meets what the other offers or is about; `past`: a team or a project of both, also at different times;
 * `acquaintance`: somebody both know; `anecdote`: a sentence told of one with a word of the other; `reads`: who follows whom online;
 * `event`: both were there; `program`: the same organization or programme stands by the projects of both; `question`: what one could
 * ask the other, by what their cards say.
 */
const iceBreakerKinds = [
  'answers',
  'past',
  'acquaintance',
  'anecdote',
  'reads',
  'event',
  'program',
  'theme',
  'words',
  'place',
  'question'
] as const
export const IceBreakerKind = z.enum(iceBreakerKinds)
export type IceBreakerKind = z.infer<typeof IceBreakerKind>

/** Something worth a first word: a fact that can be checked in the graph, and how it is said of the two. */
export const IceBreaker = z.object({
  kind: IceBreakerKind,
  sentence: z.record(Language, z.string()),
  /** What it names, beside the two themselves. */
  entities: z.array(EntityRef),
  /** The ties it rests on. */
  ties: z.array(Tie),
  /** The words that both use, as they are written. */
  words: z.array(z.string()).optional(),
  /** Whether few share it, or it is far from what the two are known for. */
  unexpected: z.boolean()
})
export type IceBreaker = z.infer<typeof IceBreaker>

/** First words for two people: never empty; what they share, the unexpected first, then what they could ask each other. */
export const IceBreakersAnswer = z
  .object({
    revision: z.number().int(),
    asOf: z.string(),
    a: EntityRef,
    b: EntityRef,
    iceBreakers: z.array(IceBreaker).min(1)
  })
  .describe('What two people share that is worth a first word, the unexpected first')
export type IceBreakersAnswer = z.infer<typeof IceBreakersAnswer>
