import { fold } from './fold.ts'

/** A compound is what stands between spaces and other signs: its parts are joined by apostrophes or hyphens. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:['-]+[\p{L}\p{N}\p{M}]+)*/gu
const JOINT = /['-]+/

/** What French elides before an apostrophe: "l'eau", "d'Ada", "qu'elle". */
const ELIDED = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu'])

/** A longer run of letters is no word; what follows is dropped, in texts and in queries alike. */
const LONGEST = 60

/** The folded words of a text in their order, apostrophes and hyphens being spaces: "L'Atelier" is "l", "atelier". */
export const words = (text: string): string[] => compounds(text).flat()

/** As `words`, but with the parts of a compound written as one: "Co'péro jeux" is "copero", "jeux"; an elision stays apart. */
export const joinedWords = (text: string): string[] => compounds(text).flatMap((parts) => [...elisions(parts), joined(parts)])

/** All the folded words a text is found by: its `words`, and compounds also as one word ("co-working" by "coworking"). */
export function tokens(text: string): string[] {
  const found: string[] = []
  for (const compound of fold(text).match(COMPOUND) ?? []) {
    // Most words are no compounds.
    if (!JOINT.test(compound)) found.push(compound.slice(0, LONGEST))
    else {
      const parts = partsOf(compound)
      found.push(...parts)
      if (parts.length - elisions(parts).length > 1) found.push(joined(parts))
    }
  }
  return found
}

const compounds = (text: string): string[][] => (fold(text).match(COMPOUND) ?? []).map(partsOf)

const partsOf = (compound: string): string[] => compound.split(JOINT).map((part) => part.slice(0, LONGEST))

function elisions(parts: string[]): string[] {
  let count = 0
  while (count < parts.length - 1 && ELIDED.has(parts[count] as string)) count++
  return parts.slice(0, count)
}

const joined = (parts: string[]): string => parts.slice(elisions(parts).length).join('').slice(0, LONGEST)
