import { z } from 'zod'
import { upTo } from './asked.ts'
import { EntityId, EntityRef, Tie } from './entity.ts'
import { Day, listed } from './listed.ts'
import type { EntityType } from './vocabulary/kinds.ts'
import { Language } from './vocabulary/words.ts'

/** The kinds that may be asked for and suggested: those who meet. */
export const meetingTypes = ['person', 'organization', 'project', 'program'] as const satisfies EntityType[]
export const MeetingType = z.enum(meetingTypes)
export type MeetingType = z.infer<typeof MeetingType>

const MeetingTypes = z
  .preprocess(
    listed,
    z.array(z.enum(meetingTypes, { error: `is not a kind that can be suggested; known: ${meetingTypes.join(', ')}` })).optional()
  )
  .transform((types) => types ?? [...meetingTypes])

/** A share or a degree in a URL. */
const fraction = (usual: number) =>
  z.coerce
    .number({ error: 'is not a number; write one from 0 to 1, as in 0.3' })
    .refine((number) => number >= 0 && number <= 1, { error: 'is not between 0 and 1; write a number as 0.3' })
    .default(usual)
    .meta({ type: 'number', minimum: 0, maximum: 1 })

/** How much of a list is kept for the unexpected, where nothing else is asked; see docs/decisions/0008-matches.md for what was measured. */
export const USUAL_UNEXPECTED = 0.3
/** How much fame is held back, where nothing else is asked. */
export const USUAL_FAME = 0.2

/** For whom somebody to meet is sought. */
export const MatchesQuery = z.object({
  for: EntityId.describe('Id of the person, organization, project or programme for whom others are sought'),
  type: MeetingTypes.describe(`Kinds that are suggested, with commas between, of ${meetingTypes.join(', ')}; left out, all`),
  limit: upTo(200, 10).describe('How many at the most; above 200, 200'),
  asOf: Day.optional().describe('Answer as this day would have; left out, today'),
  unexpected: fraction(USUAL_UNEXPECTED).describe(
    'Share of the list kept for the unexpected: those three steps away or farther, or of another community'
  ),
  fame: fraction(USUAL_FAME).describe('How much those who are tied to many are held back, 0 not at all')
})
export type MatchesQuery = z.infer<typeof MatchesQuery>

/**
 * What a reason rests on: somebody whom both have met; projects that are alike; words that both use; a theme, programme, organization,
 * event or place in common; that one reads the other online; that a project takes people in; or the steps between the two.
 */
const reasonKinds = [
  'contacts',
  'projects',
  'words',
  'theme',
  'program',
  'organization',
  'event',
  'place',
  'reads',
  'joins',
  'near'
] as const
export const ReasonKind = z.enum(reasonKinds)
export type ReasonKind = z.infer<typeof ReasonKind>

/** Why two should meet: a fact that can be checked in the graph, and how it is said. */
export const Reason = z.object({
  kind: ReasonKind,
  /** 0 to 1: its share of what speaks for this meeting. */
  weight: z.number(),
  sentence: z.record(Language, z.string()),
  /** What it names, beside the two themselves. */
  entities: z.array(EntityRef),
  /** The ties it rests on. */
  ties: z.array(Tie),
  /** For `words` and `projects`: words that both use, as somebody wrote them. */
  words: z.array(z.string()).optional(),
  /** For `contacts`, how many; for `joins`, how many joined within 18 months; for `near`, how many steps. */
  count: z.number().int().optional()
})
export type Reason = z.infer<typeof Reason>

/** Somebody who could introduce the two, and how that person knows each. */
export const Introducer = EntityRef.extend({
  /** 0 to 1: how likely it is that they would gladly introduce the one to the other. */
  strength: z.number(),
  sentence: z.record(Language, z.string())
})
export type Introducer = z.infer<typeof Introducer>

/** Somebody to meet. */
export const Match = EntityRef.extend({
  /** Greater is better; comparable within one answer only. */
  score: z.number(),
  /** Steps between the two through people (organizations, where both are) who have met: 2 is a contact in common; absent from 5 on, or where there is no way. */
  hops: z.number().int().optional(),
  /** Whether nobody is known whom both have met. */
  unexpected: z.boolean(),
  /** Strongest first, three at the most. */
  reasons: z.array(Reason),
  /** Who could introduce the two, best first; empty where nobody is known who could. */
  introducers: z.array(Introducer),
  /** What is not known and would help to judge. */
  unknown: z.array(z.record(Language, z.string()))
})
export type Match = z.infer<typeof Match>

/** Whom somebody should meet and has not met, best first. */
export const MatchesAnswer = z
  .object({
    revision: z.number().int(),
    asOf: z.string(),
    for: EntityRef,
    matches: z.array(Match)
  })
  .describe('Whom to meet, best first, each with reasons, who could introduce, and what is not known')
export type MatchesAnswer = z.infer<typeof MatchesAnswer>

/** Which meetings are suggested to the network as a whole. */
export const MeetingsQuery = z.object({
  type: MeetingTypes.describe(`Kinds of which both are, with commas between, of ${meetingTypes.join(', ')}; left out, all`),
  limit: upTo(50, 6).describe('How many at the most; above 50, 50'),
  asOf: Day.optional().describe('Answer as this day would have; left out, today')
})
export type MeetingsQuery = z.infer<typeof MeetingsQuery>

/** Two who should meet; what is said of the match is said from the one to the other. */
export const Meeting = z.object({ of: EntityRef, with: Match })
export type Meeting = z.infer<typeof Meeting>

/** This week's few meetings for the whole network: varied, nobody twice, the same all week while the network is the same. */
export const MeetingsAnswer = z
  .object({
    revision: z.number().int(),
    asOf: z.string(),
    /** The Monday the week began, ISO 8601. */
    week: z.string(),
    meetings: z.array(Meeting)
  })
  .describe('A few meetings to make this week, each with reasons, who could introduce, and what is not known')
export type MeetingsAnswer = z.infer<typeof MeetingsAnswer>
