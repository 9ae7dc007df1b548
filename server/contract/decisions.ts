import { z } from 'zod'
import { upTo } from './asked.ts'
import { EntityRef } from './entity.ts'
import { CalendarDate } from './vocabulary/date.ts'
import { Audience } from './vocabulary/words.ts'

/** What a connector may decide about two who were suggested to each other. */
export const DecisionKind = z.enum(['acquainted', 'not-these-two', 'later'])
export type DecisionKind = z.infer<typeof DecisionKind>

const id = z
  .string({ error: 'is not an id; write the id of an entity' })
  .min(1, { error: 'is empty; write the id of an entity' })
  .max(512, { error: 'is longer than 512 characters, which no id is' })

const between = z
  .tuple([id, id], { error: 'is not two ids; write the ids of the two, as in ["ada", "bob"]' })
  .refine(([one, other]) => one !== other, { error: 'names the same one twice; write the ids of two' })

const because = z
  .string({ error: 'is not a text; write why in words' })
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, { error: 'is empty; write why, or leave it out' })
      .max(300, { error: 'is longer than 300 characters; say it in fewer words' })
      .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), { error: 'has a character that is none; write plain words' })
  )
  .optional()

const until = z
  .string({ error: 'is not a day; write one as in 2026-12-24' })
  .pipe(CalendarDate.refine((date) => date.length === 10, { error: 'is not a whole day; write one as in 2026-12-24' }))
  .optional()

/** A decision of one kind with what it takes; what it does not take is refused, since it would be lost. */
const decision = <Kind extends DecisionKind, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject(
    { decision: z.literal(kind), between, ...shape },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys' ? `has ${issue.keys?.join(', ')}, which ${kind} does not take; leave it out` : undefined
    }
  )

/** A decision about two. An acquaintance is seen by everybody, so it takes no reason; a day is for what is to come back. */
export const Decision = z
  .discriminatedUnion(
    'decision',
    [decision('acquainted', {}), decision('not-these-two', { because }), decision('later', { because, until })],
    {
      error: `is no decision; write { "between": [id, id], "decision": ${DecisionKind.options.map((kind) => `"${kind}"`).join(' or ')} }`
    }
  )
  .describe('What was decided about two: they know each other already, they are not to meet, or later')
export type Decision = z.infer<typeof Decision>

/** What was written, as a batch that can be taken back. */
export const Written = z.object({ revision: z.number().int(), batch: z.string() }).describe('Written; the next answer holds it')
export type Written = z.infer<typeof Written>

/** Nothing was written, and why not. */
export const Unchanged = z.object({ revision: z.number().int(), detail: z.string() }).describe('Nothing was written: it holds already')
export type Unchanged = z.infer<typeof Unchanged>

/** Which decision is taken back. */
export const DecisionUndo = z
  .strictObject(
    { batch: z.string().regex(/^decision-\d{1,15}$/, { error: 'is not the batch of a decision; write one, as in decision-12' }) },
    { error: 'is no batch to take back; write { "batch": "decision-12" }' }
  )
  .describe('The decision to take back')

export const DecisionsQuery = z.object({ limit: upTo(1000, 100).describe('How many at the most; above 1000, 1000') })
export type DecisionsQuery = z.infer<typeof DecisionsQuery>

/** A decision that holds. */
export const HeldDecision = z.object({
  between: z.tuple([EntityRef, EntityRef]),
  decision: DecisionKind,
  because: z.string().optional(),
  /** For what is to come back: the last day on which the two are not suggested. */
  until: z.string().optional(),
  /** When it was written (ISO 8601, UTC). */
  at: z.string(),
  /** Takes it back; absent where it came with an import. */
  batch: z.string().optional()
})
export type HeldDecision = z.infer<typeof HeldDecision>

/** The decisions that hold, newest first. */
export const DecisionsAnswer = z
  .object({ revision: z.number().int(), decisions: z.array(HeldDecision), leftOut: z.number().int() })
  .describe('The decisions that hold today, newest first')
export type DecisionsAnswer = z.infer<typeof DecisionsAnswer>

/** Whose eyes the asker has, and whether their decisions are taken. */
export const Me = z.object({ eyes: Audience, decides: z.boolean() }).describe('Whose eyes the asker has, and whether they may decide')
export type Me = z.infer<typeof Me>
