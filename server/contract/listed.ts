import { z } from 'zod'
import { once, wholeFrom } from './asked.ts'
import { EntityId } from './entity.ts'
import { CalendarDate, firstDay } from './vocabulary/date.ts'
import { EntityType } from './vocabulary/kinds.ts'
import { openRelationNames } from './vocabulary/relations.ts'

/** A list in a URL, before it is held against what it may hold: values with commas between, or the name repeated; one of nothing is left out. */
export function listed(given: unknown): unknown {
  const values = [given ?? []]
    .flat()
    .flatMap((list) => String(list).split(','))
    .map((part) => part.trim())
    .filter(Boolean)
  return values.length > 0 ? values : undefined
}

const Kind = z.enum(EntityType.options, { error: `is not a kind; known: ${EntityType.options.join(', ')}` })
const Relation = z.enum(openRelationNames, { error: `is not a relation; known: ${openRelationNames.join(', ')}` })

/** Kinds of entities in a URL; left out, all. */
export const Kinds = z.preprocess(listed, z.array(Kind).optional())
/** Relations in a URL; left out, all. */
export const Relations = z.preprocess(listed, z.array(Relation).optional())
/** Numbers in a URL, as answers gave them. */
export const Numbers = z.preprocess(listed, z.array(wholeFrom(0)).optional())
/** Ids in a URL: an id may hold a comma, so the name is repeated. */
export const Ids = z.union([EntityId, z.array(EntityId)]).transform((given) => [...new Set([given].flat())])
/** A day in a URL; of a month or a year alone, its first day. */
export const Day = once().pipe(CalendarDate.transform(firstDay))
