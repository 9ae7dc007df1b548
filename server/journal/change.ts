import { z } from 'zod'
import { ChangeCounts } from '#contract/changes.ts'
import { EntityId } from '#contract/entity.ts'
import { EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import { RelationName, relations, tieFields } from '#contract/vocabulary/relations.ts'

/** Values by the name of their field; in an update, null takes the value away. */
export type Fields = Record<string, string | number | null>

/** What of a tie is not in its key: everything but from, relation and to. */
const TieFields = z.strictObject({
  role: tieFields.role.nullish(),
  from_date: tieFields.from_date.nullish(),
  to_date: tieFields.to_date.nullish(),
  strength: tieFields.strength.nullish(),
  source: tieFields.source.nullish()
})
export type TieFields = z.infer<typeof TieFields>

/**
 * One thing that moves. `before` is null where it is made, `after` where it goes; between two states both hold only what moves.
 * `created_in` is the revision that first made a thing which an undo brings back.
 */
export interface EntityChange {
  of: 'entity'
  id: string
  type: EntityType
  before: Fields | null
  after: Fields | null
  created_in?: number
}
export interface TieChange {
  of: 'tie'
  relation: RelationName
  from: string
  to: string
  /** What tells this tie from others of the relation between the two: see `tieKey`. */
  key: string
  before: TieFields | null
  after: TieFields | null
  created_in?: number
}
export type Change = EntityChange | TieChange

/** A tie is the same when from, relation, to, role and from_date are; this is the part that the tie itself carries. */
export const tieKey = ({ role, from_date }: Pick<TieFields, 'role' | 'from_date'>): string => `${from_date ?? ''}|${role ?? ''}`

/** A tie as one text. */
export const tieSubject = ({ from, relation, to, key }: Pick<TieChange, 'from' | 'relation' | 'to' | 'key'>): string =>
  JSON.stringify([from, relation, to, key])

/** What a change is about, as one text; two changes of one thing are equal here. */
export const subjectOf = (change: Change): string => (change.of === 'entity' ? change.id : tieSubject(change))

const fieldsOf = (type: EntityType): z.ZodType<Fields> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(kinds[type].fields).flatMap(([name, field]) => (field.is === 'value' ? [[name, field.schema.nullish()]] : []))
    )
  ) as unknown as z.ZodType<Fields>

const entityFields = new Map(types.map((type) => [type, fieldsOf(type)]))

/** Holds a change against the vocabulary. Throws a ZodError where it does not fit: a fault of the caller, not of what people wrote. */
export function checkChange(change: Change): void {
  if (change.of === 'entity') {
    EntityId.parse(change.id)
    if (change.after) entityFields.get(EntityType.parse(change.type))?.parse(change.after)
    return
  }
  RelationName.parse(change.relation)
  if (change.after) TieFields.parse(change.after)
}

/** How many entities and ties a writing touched; ties that not everybody may see stand apart, where there are any. */
export const WrittenCounts = ChangeCounts.extend({ aside: ChangeCounts.shape.ties.optional() })
export type WrittenCounts = z.infer<typeof WrittenCounts>

/** Whether everybody may see what a change is about. */
export const isOpen = (change: Change): boolean => change.of === 'entity' || relations[change.relation].seenBy === 'everyone'

const none = (): ChangeCounts['ties'] => ({ created: 0, updated: 0, removed: 0 })

/** How many entities and ties the changes make, move and take away. */
export function countChanges(changes: readonly Change[]): WrittenCounts {
  const counts: WrittenCounts = { entities: none(), ties: none() }
  for (const change of changes) {
    const kind = change.before === null ? 'created' : change.after === null ? 'removed' : 'updated'
    const part = change.of === 'entity' ? 'entities' : isOpen(change) ? 'ties' : 'aside'
    counts[part] ??= none()
    counts[part][kind] += 1
  }
  return counts
}
