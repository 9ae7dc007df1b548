import { type Asked, readings } from './asked.ts'
import { Finder, type Found, NEARNESS } from './finder.ts'
import { type SearchIndex, typesIn } from './search-index.ts'
import { forgiven } from './typos.ts'

/** What of all that is found is kept. */
export interface SearchOptions {
  /** The types to keep; left out, all. */
  types?: number[]
  limit: number
  /** Documents this reader may not know of: they neither appear nor change what else does. */
  hidden?: (document: number) => boolean
}

/** Two typos in each of many words are no longer the same words, and slow to try. */
const FEW_WORDS = 4

/** Ever wider, each tried only where nothing at all was found before. */
const WIDER: ((finder: Finder, readings: Asked[]) => void)[] = [nearly, withTwoTypos, withMostWords]

function nearly(finder: Finder, readings: Asked[]): void {
  readings.forEach((asked, i) => {
    const nearness = i === 0 ? NEARNESS.asWritten : NEARNESS.joined
    if (!finder.full) finder.addNames(asked, nearness)
    if (!finder.full) finder.addWords(asked, nearness)
  })
  const [asked] = readings as [Asked]
  if (!finder.full && asked.words.some((word) => forgiven(word) > 0)) finder.addWords(asked, NEARNESS.oneTypo, 1)
}

function withTwoTypos(finder: Finder, [asked]: Asked[]): void {
  const long = asked?.words.some((word) => forgiven(word) > 1)
  if (asked && long && asked.words.length <= FEW_WORDS) finder.addWords(asked, NEARNESS.twoTypos, 2)
}

function withMostWords(finder: Finder, [asked]: Asked[]): void {
  if (asked && asked.words.length > 1) finder.addMostWords(asked, 1)
}

/**
 * The documents for a query, best first: as written before with a typo, exact names before names that begin with the query,
 * before names with all its words, before other fields (the heavier first); then by rank, shorter name, and order of adding.
 * Where no document has all the words: those with the most of them. A filter by types only leaves out: what is
 * found among the types kept does not depend on it.
 */
export function search(index: SearchIndex, query: string, { types, limit, hidden = () => false }: SearchOptions): Found[] {
  const asked = readings(query)
  const everyType = typesIn(index)
  const kept = types ? everyType.filter((type) => types.includes(type)) : everyType
  if (asked.length === 0 || kept.length === 0 || limit < 1) return []
  const finder = new Finder(index, { types: kept, limit, hidden })
  const elsewhere = new Finder(index, { types: everyType, limit: 1, hidden })
  for (const widen of WIDER) {
    widen(finder, asked)
    if (finder.found.length > 0) break
    if (kept.length < everyType.length) widen(elsewhere, asked)
    if (elsewhere.found.length > 0) break
  }
  return finder.found
}
