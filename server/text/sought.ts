import { beginningWith, ending, lexiconSize, type Range } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'
import { stem } from './stem.ts'
import { misspelled } from './typos.ts'

/** A word of a query: the terms that answer it, and how many postings these have in the types kept. */
export interface Sought {
  terms: Range[]
  postings: Range[]
  size: number
}

/** The terms for a word: those that begin with it, those with its stem, and those up to `typos` typos away. */
export function termsFor(index: SearchIndex, word: string, typos: number): Range[] {
  return union([beginningWith(index.terms, word), ...withStemOf(index, word), ...(typos > 0 ? misspelled(index.terms, word, typos) : [])])
}

/** What the documents of some types have of some terms. */
export function sought({ terms: lexicon, postingStarts }: SearchIndex, terms: Range[], types: number[]): Sought {
  const count = lexiconSize(lexicon)
  const postings: Range[] = []
  let size = 0
  for (const type of types) {
    for (const [from, to] of terms) {
      const first = postingStarts[type * count + from] as number
      const last = postingStarts[type * count + to] as number
      if (first === last) continue
      postings.push([first, last])
      size += last - first
    }
  }
  return { terms, postings, size }
}

function withStemOf(index: SearchIndex, word: string): Range[] {
  const key = stem(word)
  const [group, next] = ending(index.stems, beginningWith(index.stems, key), key.length)
  if (group === next) return []
  const terms = index.stemTerms.subarray(index.stemStarts[group] as number, index.stemStarts[group + 1] as number)
  return Array.from(terms, (term): Range => [term, term + 1])
}

/** Ranges in order, those that touch as one. */
function union(ranges: Range[]): Range[] {
  const joined: Range[] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (from === to) continue
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
