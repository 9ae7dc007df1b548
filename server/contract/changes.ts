import { z } from 'zod'
import { upTo, wholeFrom } from './asked.ts'
import { EntityRef, Tie } from './entity.ts'

/** What happened to an entity or a tie. */
export const ChangeKind = z.enum(['created', 'updated', 'removed'])
export type ChangeKind = z.infer<typeof ChangeKind>

const Counts = z.object({ created: z.number().int(), updated: z.number().int(), removed: z.number().int() })

/** How many entities and ties a writing touched. */
export const ChangeCounts = z.object({ entities: Counts, ties: Counts })
export type ChangeCounts = z.infer<typeof ChangeCounts>

/** From where on changes are told, and how many. */
export const ChangesQuery = z.object({
  since: wholeFrom(0).default(0).describe('The revision last seen; what came after it is told'),
  limit: upTo(1000, 100).describe('How many entities and how many ties at the most; above 1000, 1000')
})
export type ChangesQuery = z.infer<typeof ChangesQuery>

/** An entry of the journal: one writing, applied whole. */
export const JournalEntry = z.object({
  revision: z.number().int(),
  at: z.string(),
  batch: z.string(),
  label: z.string(),
  counts: ChangeCounts
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** What moved after the revision `since`: the writings, and the entities and ties they touched. */
export const ChangesAnswer = z
  .object({
    revision: z.number().int(),
    since: z.number().int(),
    entries: z.array(JournalEntry),
    entities: z.array(EntityRef.extend({ change: ChangeKind })),
    ties: z.array(Tie.extend({ change: ChangeKind })),
    leftOut: z.object({ entities: z.number().int(), ties: z.number().int() })
  })
  .describe('The writings since then, and the entities and ties they touched')
export type ChangesAnswer = z.infer<typeof ChangesAnswer>
