import { z } from 'zod'
import { once } from './asked.ts'
import { EntityType } from './vocabulary/kinds.ts'
import { RelationName } from './vocabulary/relations.ts'

/** Any text of up to 512 characters, unique over all kinds, case-sensitive; percent-encoded in a URL. */
export const EntityId = once('is missing; write the id of an entity')
  .min(1, { error: 'is empty; write the id of an entity' })
  .max(512, { error: 'is longer than 512 characters, which no id is' })

/** An entity as lists show it. `name` is never empty: a need or an offer is called by its text, what has no name by its id. */
export const EntityRef = z.object({ id: EntityId, type: EntityType, name: z.string() })
export type EntityRef = z.infer<typeof EntityRef>

/** A relation between two entities, with what is known of it. Dates are ISO 8601, the day or month left out where unknown. */
export const Tie = z.object({
  relation: RelationName,
  from: EntityId,
  to: EntityId,
  role: z.string().optional(),
  from_date: z.string().optional(),
  to_date: z.string().optional(),
  /** 0 to 1, given by a connector in place of what the relation is worth. */
  strength: z.number().optional(),
  /** Where the fact comes from, in words. */
  source: z.string().optional()
})
export type Tie = z.infer<typeof Tie>

/** When a fact was written down: the revision of the journal, its moment (ISO 8601, UTC) and what brought it. */
export const Recorded = z.object({ revision: z.number().int(), at: z.string(), label: z.string() })
export type Recorded = z.infer<typeof Recorded>
