import { lexiconSize, type Range } from './lexicon.ts'
import { slotIn, termIn } from './posting.ts'
import type { SearchIndex } from './search-index.ts'
import { type Sought, sought, termsFor } from './sought.ts'
import { forgiven } from './typos.ts'

const scratches = new WeakMap<SearchIndex, Scratch>()

/** The working memory of this thread for an index, kept with it: a search finishes before the next begins. */
export function scratchOf(index: SearchIndex): Scratch {
  const known = scratches.get(index) ?? new Scratch(index)
  scratches.set(index, known)
  return known
}

/** Words kept with their terms: as somebody types, all words but the last are sought again and again. */
const REMEMBERED = 64

/** Which words of the query each term answers, and marks on documents; a bit a word. */
export class Scratch {
  private readonly termWords: Uint16Array
  private readonly marks: Uint16Array
  private readonly terms = new Map<string, Range[]>()
  private readonly index: SearchIndex

  constructor(index: SearchIndex) {
    this.index = index
    this.termWords = new Uint16Array(lexiconSize(index.terms))
    this.marks = new Uint16Array(index.documents.length)
  }

  /** Finds what a word, up to `typos` typos away, is answered by. */
  seek(word: string, typos: number, types: number[]): Sought {
    const allowed = Math.min(typos, forgiven(word))
    const key = `${allowed} ${word}`
    const terms = this.terms.get(key) ?? termsFor(this.index, word, allowed)
    if (this.terms.size >= REMEMBERED) this.terms.clear()
    this.terms.set(key, terms)
    return sought(this.index, terms, types)
  }

  cleanTermWords(): Uint16Array {
    return this.termWords.fill(0)
  }

  cleanMarks(): Uint16Array {
    return this.marks.fill(0)
  }

  /** The slot down to which a document must be read until it has all the words, its best first; -1 if not down to the level `deepest`. */
  completingSlot(place: number, all: number, deepest: number): number {
    const { contents, contentStarts, slotLevels } = this.index
    const { termWords } = this
    const end = contentStarts[place + 1] as number
    let had = 0
    for (let i = contentStarts[place] as number; i < end; i++) {
      const entry = contents[i] as number
      had |= (termWords[termIn(entry)] as number) & all
      if (had === all) {
        const slot = slotIn(entry)
        return (slotLevels[slot] as number) <= deepest ? slot : -1
      }
      if ((slotLevels[slotIn(entry)] as number) > deepest) return -1
    }
    return -1
  }
}
