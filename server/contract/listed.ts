import { z } from 'zod'
import { once } from './asked.ts'
import { EntityId } from './entity.ts'
import { CalendarDate, firstDay } from './vocabulary/date.ts'
import { EntityType } from './vocabulary/kinds.ts'
import { relationNames } from './vocabulary/relations.ts'

/** A list in a URL: values with commas between, or the name repeated. */
const listed = (given: unknown): unknown =>
  given === undefined
    ? undefined
    : [given]
        .flat()
        .flatMap((list) => String(list).split(','))
        .map((part) => part.trim())
        .filter(Boolean)

const Kind = z.enum(EntityType.options, { error: `is not a kind; known: ${EntityType.options.join(', ')}` })
const Relation = z.enum(relationNames, { error: `is not a relation; known: ${relationNames.join(', ')}` })
const Place = z.coerce.number({ error: 'is not a whole number' }).int({ error: 'is not a whole number' }).min(0)

/** Kinds of entities in a URL; left out, all. */
export const Kinds = z.preprocess(listed, z.array(Kind).optional())
/** Relations in a URL; left out, all. */
export const Relations = z.preprocess(listed, z.array(Relation).optional())
/** Numbers in a URL, as answers gave them. */
export const Numbers = z.preprocess(listed, z.array(Place).optional())
/** Ids in a URL: an id may hold a comma, so the name is repeated. */
export const Ids = z.union([EntityId, z.array(EntityId)]).transform((given) => [given].flat())
/** A day in a URL; of a month or a year alone, its first day. */
export const Day = once().pipe(CalendarDate.transform(firstDay))
