import { z } from 'zod'
import { upTo } from './asked.ts'
import { EntityRef } from './entity.ts'
import { Language } from './vocabulary/words.ts'

/**
 * What a question rests on.
 * `bridge`: one person stands in most of what joins two communities; `gap`: two communities have a theme in common, and nobody knows
 * anybody of the other; `missed`: others have a way to the rest through one person alone; `closed`: people who know each other and hardly
 * anybody else; `newcomer`: no tie, or a single one; `lone-theme`: projects and needs speak of it, and nobody or one person says to
 * know about it; `unused-program`: no project is tied to it.
 */
export const questionKinds = ['newcomer', 'bridge', 'closed', 'gap', 'missed', 'lone-theme', 'unused-program'] as const
export const QuestionKind = z.enum(questionKinds)
export type QuestionKind = z.infer<typeof QuestionKind>

export const QuestionsQuery = z.object({
  limit: upTo(100, 20).describe('How many at the most, of each kind in turn; above 100, 100')
})
export type QuestionsQuery = z.infer<typeof QuestionsQuery>

/** Something to act on, and the fact it rests on. */
export const Question = z.object({
  kind: QuestionKind,
  /** The question itself. */
  sentence: z.record(Language, z.string()),
  /** The fact, with its numbers. */
  because: z.record(Language, z.string()),
  /** Whom and what it names: the first is whom to look at. */
  entities: z.array(EntityRef),
  /** The communities it is about, by their numbers on the map of the same revision. */
  communities: z.array(z.number().int())
})
export type Question = z.infer<typeof Question>

/** Questions that the form of the network asks, never a grade of anybody: of each kind in turn. */
export const QuestionsAnswer = z
  .object({ revision: z.number().int(), asOf: z.string(), questions: z.array(Question) })
  .describe('Bridges, groups and gaps of the network, as questions to act on')
export type QuestionsAnswer = z.infer<typeof QuestionsAnswer>

export const CommunitiesQuery = z.object({ limit: upTo(200, 20).describe('How many at the most, the largest first; above 200, 200') })
export type CommunitiesQuery = z.infer<typeof CommunitiesQuery>

/** A community of the map, and how it stands among the others. */
export const CommunityTold = z.object({
  /** Its number on the map of the same revision. */
  id: z.number().int(),
  name: z.string(),
  /** How many entities it holds, and how many of them are people. */
  size: z.number().int(),
  people: z.number().int(),
  /** What tells its members from others: themes, territories, organizations and programmes, and how many have each. */
  shares: z.array(EntityRef.extend({ count: z.number().int() })),
  /** A few of its people who have acquaintances in other communities. */
  bridges: z.array(EntityRef),
  /** 0 to 1: the share of its people's acquaintances that lead out of it (conductance). */
  openness: z.number()
})
export type CommunityTold = z.infer<typeof CommunityTold>

export const CommunitiesAnswer = z
  .object({ revision: z.number().int(), asOf: z.string(), communities: z.array(CommunityTold) })
  .describe('The communities of the network, largest first: what their members share, and who links them to others')
export type CommunitiesAnswer = z.infer<typeof CommunitiesAnswer>
