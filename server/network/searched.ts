import { kinds, types } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'

/**
 * What search reads of each kind, by the kind's place: its fields with their weight, and their place among the kind's fields plus one, as the index knows
 * them. Only what everybody may see, since what is found tells what it was found by.
 */
export const searched = types.map((type) =>
  Object.entries(kinds[type].fields).flatMap(([name, field], place) => {
    const isOpen = field.is === 'tie' || field.seenBy === 'everyone'
    return field.search > 0 && isOpen ? [{ name, field, weight: field.search, place: place + 1 }] : []
  })
)

/** Relations whose other end is read as if its name were a text of the entity: themes and territories. */
export const spokenRelations: ReadonlySet<RelationName> = new Set(
  searched.flat().flatMap(({ field }) => (field.is === 'tie' ? [field.relation as RelationName] : []))
)
