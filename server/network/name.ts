import type { StoredEntity } from '../journal/stored.ts'

/** The most of a text that stands for a name where there is none, and the least that it may be cut down to for whole words. */
const LONGEST_NAME = 80
const SHORTEST_CUT = 40

/** What an entity is called: its name, else the beginning of its text, else its id. */
export function nameOf({ id, fields }: Pick<StoredEntity, 'id' | 'fields'>): string {
  const name = String(fields.name ?? '').trim()
  if (name) return name
  const text = String(fields.text ?? '')
    .trim()
    .replace(/\s+/g, ' ')
  if (text.length <= LONGEST_NAME) return text || id
  const space = text.lastIndexOf(' ', LONGEST_NAME)
  return `${text.slice(0, space > SHORTEST_CUT ? space : LONGEST_NAME)}…`
}
