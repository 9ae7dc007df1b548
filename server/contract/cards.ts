import { z } from 'zod'
import { upTo } from './asked.ts'
import { EntityRef, Recorded, Tie } from './entity.ts'
import { RelationName } from './vocabulary/relations.ts'

/** `out`: the card's entity is where the tie starts; `in`: where it ends. */
export const Direction = z.enum(['out', 'in'])
export type Direction = z.infer<typeof Direction>

/** A tie as a card shows it: what stands at its other end, and the revision that last wrote it (see `records`). */
export const CardTie = Tie.extend({ direction: Direction, other: EntityRef, recorded: Recorded.shape.revision })
export type CardTie = z.infer<typeof CardTie>

/**
 * Everything known of an entity. Ties come newest first within a relation; of very many the newest of each relation, and `leftOut`
 * says how many more there are.
 */
export const Card = EntityRef.extend({
  revision: z.number().int(),
  /** Values of the fields of its kind, by their name in the vocabulary; what is unknown is absent. */
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  ties: z.array(CardTie),
  /** How many ties there are of each relation, in each direction, those left out included. */
  groups: z.array(z.object({ relation: RelationName, direction: Direction, count: z.number().int() })),
  leftOut: z.number().int(),
  /** When what the card says was last written, and the writings that its ties come from, by revision. */
  recorded: Recorded,
  records: z.array(Recorded)
}).describe('The card: fields, ties with what stands at their other end, and when each was written')
export type Card = z.infer<typeof Card>

/** How many neighbours are asked for. */
export const NeighboursQuery = z.object({
  limit: upTo(500, 50).describe('How many neighbours at the most; above 500, 500')
})
export type NeighboursQuery = z.infer<typeof NeighboursQuery>

/** What is around an entity: whom the tie of most worth joins first, capped, and how many neighbours were left out. */
export const Neighbours = z
  .object({
    revision: z.number().int(),
    entity: EntityRef,
    nodes: z.array(EntityRef),
    /** Ties between the entity and `nodes`, and among `nodes` but for those of the largest crowds. */
    ties: z.array(Tie),
    leftOut: z.number().int()
  })
  .describe('The neighbours joined by the ties of most worth, and how many more there are')
export type Neighbours = z.infer<typeof Neighbours>
