import type { JournalEntry } from '#contract/changes.ts'
import type { EntityRef, Tie } from '#contract/entity.ts'
import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { type PackedTexts, packedCount, textAt } from '../text/packed.ts'
import type { SearchIndex } from '../text/search-index.ts'
import type { Aside } from './aside.ts'
import { findId, type IdTable } from './id-table.ts'

/** Something that was taken away, the revision that did, and whether it is there again by now. */
export type Removal = { revision: number; isBack: boolean } & ({ entity: EntityRef } | { tie: Tie })

/**
 * The graph at one revision, in typed arrays that threads share without a copy. Entities and ties are called by their place:
 * entities in the order of their ids, ties in the order of where they start.
 */
export interface Projection {
  revision: number
  /** The name of the store; a revision means something only within it. */
  store: string
  /** The journal, oldest first: the entry of revision n stands at n − 1. */
  entries: JournalEntry[]
  /** The latest things taken away, latest first; see load.ts for how many. */
  removals: Removal[]

  ids: PackedTexts
  idTable: IdTable
  /** What each entity is called, never empty. */
  names: PackedTexts
  /** The fields of each entity, as JSON. */
  fields: PackedTexts
  /** Place of each entity's kind in `types`. */
  kinds: Uint8Array
  createdIn: Uint32Array
  revisedIn: Uint32Array

  /**
   * Where each tie starts and ends and its place in `relationNames`. `mirrors`: where the same undirected tie was also given the other
   * way round, that tie plus one; else 0.
   */
  starts: Uint32Array
  ends: Uint32Array
  relations: Uint8Array
  mirrors: Uint32Array
  /** Places in `labels`; 0 is no text. */
  roles: Uint32Array
  sources: Uint32Array
  fromDates: Uint32Array
  toDates: Uint32Array
  labels: PackedTexts
  /** First and last day that each tie holds; see days.ts. */
  heldFrom: Int32Array
  heldTo: Int32Array
  /** Given strength, or NaN. */
  strengths: Float64Array
  tiesCreatedIn: Uint32Array
  tiesRevisedIn: Uint32Array

  /** Compressed sparse rows: the ties of entity i, from either end, are `incident[incidentOffsets[i] … incidentOffsets[i + 1]]`. */
  incidentOffsets: Uint32Array
  incident: Uint32Array
  /** How many people share each entity by a relation that has `together` in the vocabulary. */
  sharers: Uint32Array
  /** The latest day from which a tie is known. */
  latestStart: number
  /** The pairs that connectors set aside. They are for connectors' eyes, and stand in none of the arrays above. */
  aside: Aside

  search: SearchIndex
}

/** How many entities there are; their places go from 0 on. */
export const entityCount = (projection: Projection): number => packedCount(projection.ids)
/** How many ties there are; their places go from 0 on. */
export const tieCount = (projection: Projection): number => projection.starts.length

/** The place of the entity, or -1. */
export const placeOf = (projection: Projection, id: string): number => findId(projection.idTable, projection.ids, id)

/** The kind of an entity. */
export const typeAt = (projection: Projection, entity: number): EntityType => types[projection.kinds[entity] as number] as EntityType
/** The relation of a tie. */
export const relationAt = (projection: Projection, tie: number): RelationName =>
  relationNames[projection.relations[tie] as number] as RelationName

/** The entity as answers name it. */
export function refAt(projection: Projection, entity: number): EntityRef {
  return { id: textAt(projection.ids, entity), type: typeAt(projection, entity), name: textAt(projection.names, entity) }
}

/** What is known of an entity, by the names of its fields, those that only some may see included. */
export const fieldsAt = (projection: Projection, entity: number): Record<string, string | number> =>
  JSON.parse(textAt(projection.fields, entity)) as Record<string, string | number>

/** The text that a place in `labels` stands for; undefined for 0. */
export const labelAt = (projection: Projection, label: number): string | undefined =>
  label === 0 ? undefined : textAt(projection.labels, label)

/** The tie as answers write it; what is not known of it is absent. */
export function tieAt(projection: Projection, tie: number): Tie {
  const strength = projection.strengths[tie] as number
  return {
    relation: relationAt(projection, tie),
    from: textAt(projection.ids, projection.starts[tie] as number),
    to: textAt(projection.ids, projection.ends[tie] as number),
    role: labelAt(projection, projection.roles[tie] as number),
    from_date: labelAt(projection, projection.fromDates[tie] as number),
    to_date: labelAt(projection, projection.toDates[tie] as number),
    strength: Number.isNaN(strength) ? undefined : strength,
    source: labelAt(projection, projection.sources[tie] as number)
  }
}

/** The other end of a tie of `entity`. */
export function otherEnd(projection: Projection, tie: number, entity: number): number {
  const start = projection.starts[tie] as number
  return start === entity ? (projection.ends[tie] as number) : start
}
