import { type Lexicon, lexiconOf } from './lexicon.ts'
import { type Minima, minimaOf } from './minima.ts'
import { sharedUint8, sharedUint32 } from './packed.ts'
import { entry, MOST_PLACES, MOST_TERMS, posting, slotIn, termIn } from './posting.ts'
import { stem } from './stem.ts'
import { STOP_WORDS } from './stop-words.ts'
import { tokens, words } from './tokens.ts'

/**
 * What `search` reads: plain typed arrays in memory that threads share, so that a worker builds it and posts it without a copy.
 * A *place* is a document's position by rank, then shorter name, then order of adding: of two documents that match alike
 * the one with the smaller place comes first. A *level* is where a word stands: 0 in the name, 1 in the heaviest other fields …
 */
export interface SearchIndex {
  /** By place: the document, its type, and where its contents begin. */
  documents: Uint32Array
  types: Uint8Array
  contentStarts: Uint32Array
  /** The terms of each document, each once with the best slot it stands in, best slots first, as `entry`s. */
  contents: Uint32Array
  /** By slot (a field at a weight): the caller's field, and the level. */
  slotFields: Uint8Array
  slotLevels: Uint8Array
  /** Every folded word, and the groups of terms that share a stem. */
  terms: Lexicon
  stems: Lexicon
  stemStarts: Uint32Array
  stemTerms: Uint32Array
  /** By type, then term: who has it, as `posting`s. Those of a type and a term begin at `postingStarts[type * terms + term]`. */
  postings: Minima
  postingStarts: Uint32Array
  /** Names as words with spaces between, by type, then in ascending order; `namePlaces` are the places of their documents. */
  names: Lexicon
  nameStarts: Uint32Array
  namePlaces: Minima
}

/** The types that some document has. */
export const typesIn = ({ nameStarts }: SearchIndex): number[] =>
  Array.from({ length: MOST_TYPES }, (_, type) => type).filter((type) => nameStarts[type] !== nameStarts[type + 1])

const MOST_TYPES = 16
const DEEPEST_LEVEL = 15
const MOST_SLOTS = 256
/** The field that is the name. */
export const NAME = 0

/** What is found: `rank` orders what matches alike, the greater first; field 0 is the name; a heavier field comes before a lighter one. */
export interface SearchDocument {
  /** From 0 to 15. */
  type: number
  rank: number
  fields: { text: string; weight: number; field: number }[]
}

/** Takes documents one by one, in the order of their numbers from 0 on, and makes their index. */
export class SearchIndexBuilder {
  private readonly termIds = new Map<string, number>()
  private readonly slotIds = new Map<string, number>()
  private readonly slots: { field: number; weight: number }[] = []
  private readonly types: number[] = []
  private readonly ranks: number[] = []
  private readonly names: string[] = []
  private readonly nameLengths: number[] = []
  private readonly starts: number[] = [0]
  private entries = new Uint32Array(1 << 16)
  /** By term: the last document that had it, plus one. */
  private lastSeen = new Uint32Array(1 << 12)
  private length = 0

  add({ type, rank, fields }: SearchDocument): void {
    if (!(type >= 0 && type < MOST_TYPES)) throw new RangeError(`A document has type ${type}; types go from 0 to ${MOST_TYPES - 1}`)
    if (this.types.length === MOST_PLACES) throw new RangeError(`The search index holds ${MOST_PLACES} documents at the most`)
    const name = fields.find(({ field }) => field === NAME)?.text ?? ''
    this.types.push(type)
    this.ranks.push(rank)
    this.names.push(words(name).join(' '))
    this.nameLengths.push(name.length)
    for (const field of fields.toSorted(heavierFirst)) this.addField(field.text, this.slotOf(field), field.field === NAME)
    this.starts.push(this.length)
  }

  private addField(text: string, slot: number, name: boolean): void {
    const document = this.types.length
    for (const token of tokens(text)) {
      if (!name && STOP_WORDS.has(token)) continue
      const term = this.termOf(token)
      if (this.lastSeen[term] === document) continue
      this.lastSeen[term] = document
      if (this.length === this.entries.length) this.entries = grown(this.entries)
      this.entries[this.length++] = entry(slot, term)
    }
  }

  private termOf(token: string): number {
    const known = this.termIds.get(token)
    if (known !== undefined) return known
    const term = this.termIds.size
    if (term === MOST_TERMS) throw new RangeError(`The search index holds ${MOST_TERMS} different words at the most`)
    this.termIds.set(token, term)
    if (term === this.lastSeen.length) this.lastSeen = grown(this.lastSeen)
    return term
  }

  private slotOf({ field, weight }: { field: number; weight: number }): number {
    const key = `${field} ${weight}`
    const known = this.slotIds.get(key)
    if (known !== undefined) return known
    const slot = this.slots.push({ field, weight }) - 1
    if (slot === MOST_SLOTS) throw new RangeError(`The search index holds ${MOST_SLOTS} different fields and weights at the most`)
    this.slotIds.set(key, slot)
    return slot
  }

  build(): SearchIndex {
    const count = this.types.length
    const tokens = [...this.termIds.keys()].sort()
    const sortedTerms = new Uint32Array(tokens.length)
    tokens.forEach((token, i) => {
      sortedTerms[this.termIds.get(token) as number] = i
    })
    const documents = inOrder(this.ranks, this.nameLengths)
    const types = sharedUint8(count)
    documents.forEach((document, place) => {
      types[place] = this.types[document] as number
    })
    const slotFields = sharedUint8(this.slots.length)
    this.slots.forEach(({ field }, slot) => {
      slotFields[slot] = field
    })
    const slotLevels = this.levels()
    const contents = this.contents(documents, sortedTerms)
    return {
      documents,
      types,
      slotFields,
      slotLevels,
      ...contents,
      terms: lexiconOf(tokens),
      ...stemGroups(tokens),
      ...postings(types, contents, slotLevels, tokens.length),
      ...this.sortedNames(documents)
    }
  }

  private levels(): Uint8Array {
    const weights = [...new Set(this.slots.filter(({ field }) => field !== NAME).map(({ weight }) => weight))].sort((a, b) => b - a)
    const levels = sharedUint8(this.slots.length)
    this.slots.forEach(({ field, weight }, slot) => {
      levels[slot] = field === NAME ? 0 : Math.min(1 + weights.indexOf(weight), DEEPEST_LEVEL)
    })
    return levels
  }

  private contents(documents: Uint32Array, sortedTerms: Uint32Array): Pick<SearchIndex, 'contents' | 'contentStarts'> {
    const contents = sharedUint32(this.length)
    const contentStarts = sharedUint32(documents.length + 1)
    let at = 0
    documents.forEach((document, place) => {
      for (let i = this.starts[document] as number; i < (this.starts[document + 1] as number); i++) {
        const added = this.entries[i] as number
        contents[at++] = entry(slotIn(added), sortedTerms[termIn(added)] as number)
      }
      contentStarts[place + 1] = at
    })
    return { contents, contentStarts }
  }

  private sortedNames(documents: Uint32Array): Pick<SearchIndex, 'names' | 'nameStarts' | 'namePlaces'> {
    const named = (place: number) => this.names[documents[place] as number] as string
    const typed = (place: number) => this.types[documents[place] as number] as number
    const places = sharedUint32(documents.length)
    for (let place = 0; place < places.length; place++) places[place] = place
    places.sort((a, b) => typed(a) - typed(b) || (named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : a - b))
    const nameStarts = sharedUint32(MOST_TYPES + 1)
    for (const type of this.types) nameStarts[type + 1] = (nameStarts[type + 1] as number) + 1
    for (let type = 0; type < MOST_TYPES; type++) nameStarts[type + 1] = (nameStarts[type + 1] as number) + (nameStarts[type] as number)
    return { names: lexiconOf(Array.from(places, named)), nameStarts, namePlaces: minimaOf(places) }
  }
}

/** The documents in the order of their places, by the rank and the length of the name of each. */
export function inOrder(ranks: ArrayLike<number>, nameLengths: ArrayLike<number>): Uint32Array {
  const documents = sharedUint32(ranks.length)
  for (let i = 0; i < documents.length; i++) documents[i] = i
  return documents.sort(
    (a, b) => (ranks[b] as number) - (ranks[a] as number) || (nameLengths[a] as number) - (nameLengths[b] as number) || a - b
  )
}

const heavierFirst = (a: SearchDocument['fields'][number], b: SearchDocument['fields'][number]): number =>
  Number(b.field === NAME) - Number(a.field === NAME) || b.weight - a.weight

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2)
  twice.set(array)
  return twice
}

function stemGroups(terms: string[]): Pick<SearchIndex, 'stems' | 'stemStarts' | 'stemTerms'> {
  const groups = new Map<string, number[]>()
  terms.forEach((word, term) => {
    const key = stem(word)
    const group = groups.get(key)
    if (group) group.push(term)
    else groups.set(key, [term])
  })
  const stems = [...groups.keys()].sort()
  const stemStarts = sharedUint32(stems.length + 1)
  const stemTerms = sharedUint32(terms.length)
  stems.forEach((key, i) => {
    const group = groups.get(key) as number[]
    stemTerms.set(group, stemStarts[i] as number)
    stemStarts[i + 1] = (stemStarts[i] as number) + group.length
  })
  return { stems: lexiconOf(stems), stemStarts, stemTerms }
}

/** Who has each term, by type; see `SearchIndex`. */
export function postings(
  types: Uint8Array,
  { contents, contentStarts }: Pick<SearchIndex, 'contents' | 'contentStarts'>,
  levels: Uint8Array,
  terms: number
): Pick<SearchIndex, 'postings' | 'postingStarts'> {
  const kinds = types.reduce((most, type) => Math.max(most, type + 1), 0)
  const starts = sharedUint32(kinds * terms + 1)
  const each = (visit: (row: number, place: number, slot: number) => void) => {
    for (let place = 0; place < types.length; place++) {
      const first = (types[place] as number) * terms
      for (let i = contentStarts[place] as number; i < (contentStarts[place + 1] as number); i++) {
        const entry = contents[i] as number
        visit(first + termIn(entry), place, slotIn(entry))
      }
    }
  }
  each((row) => {
    starts[row + 1] = (starts[row + 1] as number) + 1
  })
  for (let row = 0; row < starts.length - 1; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number)
  const next = starts.slice()
  const numbers = sharedUint32(contents.length)
  each((row, place, slot) => {
    const at = next[row] as number
    next[row] = at + 1
    numbers[at] = posting(levels[slot] as number, place)
  })
  return { postings: minimaOf(numbers), postingStarts: starts }
}
