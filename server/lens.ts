import { createHash, timingSafeEqual } from 'node:crypto'
import { type Audience, audiences } from '#contract/vocabulary/words.ts'
import { type EntityType, kinds } from '#contract/vocabulary/kinds.ts'

/** Whose eyes an answer is for: fields that are not for them are taken out before anything leaves the server. */
export type Lens = Audience

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A request that carries the token is a connector's, any other a visitor's. */
export function lensOf(authorization: string | undefined, token: string | undefined): Lens {
  const given = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1]
  if (!token || !given) return 'everyone'
  return timingSafeEqual(digest(given), digest(token)) ? 'connectors' : 'everyone'
}

const level = (audience: Audience): number => audiences.indexOf(audience)

/** For each lens and kind, the fields that it hides. */
const hidden = new Map(
  audiences.map((lens) => [
    lens,
    new Map(
      Object.entries(kinds).map(([type, { fields }]) => [
        type as EntityType,
        Object.entries(fields).flatMap(([name, field]) => (field.is === 'value' && level(field.seenBy) > level(lens) ? [name] : []))
      ])
    )
  ])
)

/** An answer as its asker may see it. Every answer passes here; one that shows an entity's `fields` loses those that are not for the asker. */
export function throughLens<Answer extends object>(lens: Lens, answer: Answer): Answer {
  const { type, fields } = answer as { type?: EntityType; fields?: Record<string, unknown> }
  if (!type || !fields) return answer
  for (const name of hidden.get(lens)?.get(type) ?? []) delete fields[name]
  return answer
}
