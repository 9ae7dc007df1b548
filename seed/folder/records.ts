import type { Tie } from '#contract/entity.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import type { TieField } from '#contract/vocabulary/fields.ts'
import type { Fault, Warning } from './faults.ts'

/** Where a record stands: the line where its row starts. */
interface Place {
  file: string
  line: number
}

export interface EntityRecord extends Place {
  id: string
  type: EntityType
  /** What the row says, as its fields' schemas give it; empty cells are left out. */
  fields: Record<string, string | number>
}

/** What a tie says beside its ends; empty cells are left out. */
export type TieFields = Omit<Tie, 'relation' | 'from' | 'to'>

/** Said of a tie of which nothing is said; one for all of them, as a folder may hold a million. */
export const noFields: TieFields = Object.freeze({})

/** A theme or a territory that a cell names, with the first place that does. */
export interface Name extends Place {
  type: NonNullable<TieField['creates']>
  name: string
  column: string
}

/** A tie as the folder writes it: an end is an id, or a name still to be found. */
export interface TieRecord extends Place {
  relation: RelationName
  from: string | Name
  to: string | Name
  fields: TieFields
  /** The column of an entity's file that stands for the tie; none in ties.csv. */
  column: string | undefined
}

/** A tie between two ids. */
export interface ResolvedTie extends TieRecord {
  from: string
  to: string
}

export interface FolderRead {
  /** By id. */
  entities: Map<string, EntityRecord>
  ties: TieRecord[]
  /** Every theme and territory named by a cell, once. */
  names: Name[]
  /** The kinds whose file could not be judged to its end: an id that is missed may stand there. */
  unjudged: ReadonlySet<EntityType>
  warnings: Warning[]
  faults: Fault[]
  faultCount: number
}
