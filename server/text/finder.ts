import { ascending } from './ascending.ts'
import type { Asked } from './asked.ts'
import { Best } from './best.ts'
import { beginningWith, ending, type Range } from './lexicon.ts'
import { deepestBelow, levelOf, placeOf, posting } from './posting.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import { NAME, type SearchIndex, typesIn } from './search-index.ts'
import type { Sought } from './sought.ts'

/** A document found. */
export interface Found {
  document: number
  /** Where the query was found; of several fields the lightest that was needed. */
  field: number
  /** Only compares results of one search: the greater comes first. */
  score: number
}

/** How far a document is from the query, nearer first. */
export const NEARNESS = { asWritten: 0, joined: 1, oneTypo: 2, twoTypos: 3, notAllWords: 4 } as const
type Nearness = (typeof NEARNESS)[keyof typeof NEARNESS]

/** Within a nearness: the name itself, the beginning of a name, then by level of the words. */
const EXACT_NAME = 0
const NAME_BEGINS = 1
const WORDS = 2
const STEPS_PER_NEARNESS = 32
const HIGHEST_SCORE = STEPS_PER_NEARNESS * 5

/** A word with fewer postings is read through; beyond, a single one is read least first, and several are marked. */
const FEW_POSTINGS = 30_000
/** As many are read least first; where so many are hidden or twice the same, marking them all is quicker. */
const MOST_STEPS = 3_000
/** As many postings are marked to find who has most of the words; beyond, the most common words do not count. */
const MOST_MARKED = 400_000

interface Kept {
  types: number[]
  limit: number
  hidden: (document: number) => boolean
}

/** Collects results from one index: each method adds those it finds behind those found before, until the limit. */
export class Finder {
  readonly found: Found[] = []
  private readonly places = new Set<number>()
  private readonly scratch: Scratch
  private readonly index: SearchIndex
  private readonly kept: Kept

  constructor(index: SearchIndex, kept: Kept) {
    this.index = index
    this.kept = kept
    this.scratch = scratchOf(index)
  }

  get full(): boolean {
    return this.found.length >= this.kept.limit
  }

  /** Names that are the phrase, then names that begin with it. */
  addNames({ phrase }: Asked, nearness: Nearness): void {
    const { names, nameStarts } = this.index
    const ofType = (type: number): Range => [nameStarts[type] as number, nameStarts[type + 1] as number]
    const beginning = this.kept.types.map((type) => beginningWith(names, phrase, ofType(type)))
    const exact = beginning.map((range) => ending(names, range, phrase.length))
    const longer = beginning.map(([, to], i): Range => [(exact[i] as Range)[1], to])
    this.addPlaces(exact, nearness, EXACT_NAME)
    this.addPlaces(longer, nearness, NAME_BEGINS)
  }

  private addPlaces(ranges: Range[], nearness: Nearness, step: number): void {
    const { namePlaces } = this.index
    let steps = 0
    for (const place of ascending(namePlaces, ranges)) {
      if (this.full) return
      if (++steps > MOST_STEPS) break
      this.add(place, NAME, nearness, step)
    }
    if (steps > MOST_STEPS) this.addMarkedPlaces(ranges, nearness, step)
  }

  private addMarkedPlaces(ranges: Range[], nearness: Nearness, step: number): void {
    const marks = this.scratch.cleanMarks()
    const places = this.index.namePlaces.levels[0] as Uint32Array
    for (const [from, to] of ranges) for (let i = from; i < to; i++) marks[places[i] as number] = 1
    for (let place = 0; place < marks.length && !this.full; place++) if (marks[place] === 1) this.add(place, NAME, nearness, step)
  }

  /** Documents that have all the words, each up to `typos` typos away. */
  addWords({ words }: Pick<Asked, 'words'>, nearness: Nearness, typos = 0): void {
    const sought = this.seek(words, this.kept.types, typos)
    const [rarest] = sought
    if (!rarest || rarest.size === 0) return
    if (rarest.size > FEW_POSTINGS && sought.length === 1) this.addLeastPostings(rarest, nearness)
    if (this.full) return
    const best = this.best()
    const all = (1 << sought.length) - 1
    if (rarest.size > FEW_POSTINGS) this.offerMarked(sought.slice(0, 2), all, best)
    else this.offerPostings(rarest, all, best)
    this.addBest(best, nearness)
  }

  /** Documents that have the most of the words that any document of any type has. */
  addMostWords({ words }: Asked, typos: number): void {
    const everyType = typesIn(this.index)
    const known = words.filter((word) => this.scratch.seek(word, typos, everyType).size > 0)
    if (known.length > 1) this.addMostOf(this.seek(known, everyType, typos))
    else this.addWords({ words: known }, NEARNESS.notAllWords, typos)
  }

  private addMostOf(sought: Sought[]): void {
    const keep = new Set(this.kept.types)
    const marks = this.mark(rarest(sought))
    let most = 0
    let best = this.best()
    for (let place = 0; place < marks.length; place++) {
      const had = marks[place] as number
      if (had === 0) continue
      const count = ones(had)
      if (count > most && !this.kept.hidden(this.index.documents[place] as number)) {
        most = count
        best = this.best()
      }
      if (count === most && keep.has(this.index.types[place] as number)) this.offer(place, had, best)
    }
    this.addBest(best, NEARNESS.notAllWords)
  }

  /** The words, rarest first; the i-th is then bit i in the scratch. */
  private seek(words: string[], types: number[], typos: number): Sought[] {
    const sought = words.map((word) => this.scratch.seek(word, typos, types)).sort((a, b) => a.size - b.size)
    const termWords = this.scratch.cleanTermWords()
    sought.forEach(({ terms }, i) => {
      for (const [from, to] of terms) for (let term = from; term < to; term++) termWords[term] = (termWords[term] as number) | (1 << i)
    })
    return sought
  }

  private addLeastPostings({ postings }: Sought, nearness: Nearness): void {
    let steps = 0
    for (const posting of ascending(this.index.postings, postings)) {
      if (this.full || ++steps > MOST_STEPS) return
      const place = placeOf(posting)
      const level = levelOf(posting)
      this.add(place, this.fieldOf(this.scratch.completingSlot(place, 1, level)), nearness, WORDS + level)
    }
  }

  private offerPostings({ postings }: Sought, all: number, best: Best<number>): void {
    const numbers = this.index.postings.levels[0] as Uint32Array
    const marks = this.scratch.cleanMarks()
    for (const [from, to] of postings) {
      for (let i = from; i < to; i++) {
        // The level of one word is the least that all together can have.
        const least = numbers[i] as number
        const place = placeOf(least)
        if (least >= best.bound || marks[place] === 1) continue
        marks[place] = 1
        this.offer(place, all, best)
      }
    }
  }

  private offerMarked(sought: Sought[], all: number, best: Best<number>): void {
    const marks = this.mark(sought)
    const wanted = (1 << sought.length) - 1
    for (let place = 0; place < marks.length && place < best.bound; place++) if (marks[place] === wanted) this.offer(place, all, best)
  }

  private mark(sought: Sought[]): Uint16Array {
    const numbers = this.index.postings.levels[0] as Uint32Array
    const marks = this.scratch.cleanMarks()
    sought.forEach(({ postings }, word) => {
      const bit = 1 << word
      for (const [from, to] of postings) {
        for (let i = from; i < to; i++) {
          const place = placeOf(numbers[i] as number)
          marks[place] = (marks[place] as number) | bit
        }
      }
    })
    return marks
  }

  /** Best documents by level and place, with the slot that completed the words. */
  private best(): Best<number> {
    return new Best(this.kept.limit - this.found.length)
  }

  private offer(place: number, all: number, best: Best<number>): void {
    const slot = this.scratch.completingSlot(place, all, deepestBelow(best.bound, place))
    if (slot < 0 || this.places.has(place) || this.kept.hidden(this.index.documents[place] as number)) return
    best.offer(posting(this.index.slotLevels[slot] as number, place), slot)
  }

  private addBest(best: Best<number>, nearness: Nearness): void {
    for (const { key, item } of best.items) this.add(placeOf(key), this.fieldOf(item), nearness, WORDS + levelOf(key))
  }

  private fieldOf(slot: number): number {
    return this.index.slotFields[slot] as number
  }

  private add(place: number, field: number, nearness: Nearness, step: number): void {
    const document = this.index.documents[place] as number
    if (this.full || this.places.has(place) || this.kept.hidden(document)) return
    this.places.add(place)
    const score = HIGHEST_SCORE - nearness * STEPS_PER_NEARNESS - step - place / this.index.documents.length
    this.found.push({ document, field, score })
  }
}

/** As many of the rarest words as may be marked; the first in any case. */
function rarest(sought: Sought[]): Sought[] {
  let count = 1
  let marked = 0
  for (const { size } of sought.slice(1)) {
    marked += size
    if (marked > MOST_MARKED) break
    count++
  }
  return sought.slice(0, count)
}

function ones(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
