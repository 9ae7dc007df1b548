import { relationNames } from '#contract/vocabulary/relations.ts'
import { fieldsAt, otherEnd, type Projection } from '../network/projection.ts'
import { searched, spokenRelations } from '../network/searched.ts'
import { fold } from '../text/fold.ts'
import { textAt } from '../text/packed.ts'
import { stem } from '../text/stem.ts'
import type { Members } from './members.ts'
import { eachOf } from './rows.ts'

/** What stands between spaces and signs, apostrophes and hyphens among them. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu

const spoken = new Set([...spokenRelations].map((name) => relationNames.indexOf(name)))

/** Every text of an entity that everybody may see, and the names of what it is tied to as a theme. */
function* textsOf(projection: Projection, entity: number): Generator<string> {
  const fields = fieldsAt(projection, entity)
  for (const { name, field } of searched[projection.kinds[entity] as number] ?? [])
    if (field.is === 'value' && fields[name] !== undefined) yield String(fields[name])
  for (let at = projection.incidentOffsets[entity] as number; at < (projection.incidentOffsets[entity + 1] as number); at++) {
    const tie = projection.incident[at] as number
    if (spoken.has(projection.relations[tie] as number)) yield textAt(projection.names, otherEnd(projection, tie, entity))
  }
}

/** So many letters of a word are left as they are by `stem`. */
const BEGINNING = 2

/** Folded words as an entity writes them, accents and all, in its own texts or those of its projects; those it does not write are left out. */
export function wordsAsWritten(projection: Projection, members: Members, entity: number, folded: readonly string[]): string[] {
  const sought = new Map(folded.map((word) => [stem(word), word]))
  const beginnings = new Set(folded.map((word) => word.slice(0, BEGINNING)))
  const letters = new Set(folded.map((word) => word[0]))
  const written = new Map<string, string>()
  const read = (from: number): void => {
    for (const text of textsOf(projection, from)) {
      for (const [word] of text.matchAll(WORD)) {
        if (written.size === sought.size) return
        // Letters without accents are told apart without folding the word.
        const first = (word[0] as string).toLowerCase()
        if (first <= 'z' && !letters.has(first)) continue
        const plain = fold(word)
        if (!beginnings.has(plain.slice(0, BEGINNING))) continue
        const key = stem(plain)
        if (sought.has(key) && !written.has(key)) written.set(key, word.toLocaleLowerCase('fr'))
      }
    }
  }
  read(entity)
  eachOf(members.offsets, entity, (at) => read(members.others[at] as number))
  return [...sought.keys()].flatMap((key) => written.get(key) ?? [])
}
