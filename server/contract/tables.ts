import { z } from 'zod'
import { upTo } from './asked.ts'
import { EntityId, EntityRef } from './entity.ts'
import { Language } from './vocabulary/words.ts'

/** The fewest and the most who sit at one table. */
export const FEWEST_SEATS = 3
export const MOST_SEATS = 6

const seats = `is not a whole number from ${FEWEST_SEATS} to ${MOST_SEATS}`

/** On which theme tables are sought, how many, and for how many people each. */
export const TablesQuery = z.object({
  theme: EntityId.optional().describe('Id of the theme; left out, one table each on the themes where it would do most'),
  limit: upTo(20, 6).describe('How many tables at the most; above 20, 20'),
  seats: z.coerce
    .number({ error: seats })
    .refine((number) => Number.isInteger(number) && number >= FEWEST_SEATS && number <= MOST_SEATS, { error: seats })
    .default(5)
    .meta({ type: 'integer', minimum: FEWEST_SEATS, maximum: MOST_SEATS })
    .describe(`How many sit at a table at the most, ${FEWEST_SEATS} to ${MOST_SEATS}`)
})
export type TablesQuery = z.infer<typeof TablesQuery>

/** What somebody brings to a table. */
export const bringingKinds = ['offer', 'need', 'project', 'program', 'experience', 'trade', 'theme'] as const
export const BringingKind = z.enum(bringingKinds)
export type BringingKind = z.infer<typeof BringingKind>

/** Somebody at a table, and the one thing that is told of them: a fact that can be checked in the graph. */
export const Seat = EntityRef.extend({
  kind: BringingKind,
  brings: z.record(Language, z.string()),
  /** What the sentence names. */
  entities: z.array(EntityRef),
  /** Whether hardly anybody here has met them yet. */
  newcomer: z.boolean()
})
export type Seat = z.infer<typeof Seat>

/** A few people who would make a table on a theme. */
export const Table = z.object({
  theme: EntityRef,
  title: z.record(Language, z.string()),
  /** What the table has in common: facts that can be checked in the graph. */
  common: z.array(z.object({ sentence: z.record(Language, z.string()), entities: z.array(EntityRef) })),
  seats: z.array(Seat).min(FEWEST_SEATS).max(MOST_SEATS),
  /** How many of the pairs at the table have not met. */
  newPairs: z.number().int()
})
export type Table = z.infer<typeof Table>

/** Tables of three to six; nobody sits at two of them, and no two of one team at one. */
export const TablesAnswer = z
  .object({
    revision: z.number().int(),
    asOf: z.string(),
    tables: z.array(Table),
    /** Themes with people enough for a table, those where it would do most first, and how many there are. */
    themes: z.array(EntityRef.extend({ people: z.number().int() }))
  })
  .describe('Tables for a café: on a theme, people of different teams of whom most have not met')
export type TablesAnswer = z.infer<typeof TablesAnswer>
