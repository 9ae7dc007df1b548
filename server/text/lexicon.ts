import { sharedUint16, sharedUint32 } from './packed.ts'

/** Texts in ascending order, as UTF-16 letters: the i-th lies between `starts[i]` and `starts[i + 1]`. Read as an implicit trie. */
export interface Lexicon {
  letters: Uint16Array
  starts: Uint32Array
}

/** From (included) and to (left out): neighbours in an order. */
export type Range = [from: number, to: number]

/** Packs texts that stand in ascending order already (that of JavaScript's `<`), or in several such orders one after the other. */
export function lexiconOf(sorted: string[]): Lexicon {
  const starts = sharedUint32(sorted.length + 1)
  for (let i = 0; i < sorted.length; i++) starts[i + 1] = (starts[i] as number) + (sorted[i] as string).length
  const letters = sharedUint16(starts[sorted.length] as number)
  for (let i = 0, at = 0; i < sorted.length; i++) {
    const text = sorted[i] as string
    for (let j = 0; j < text.length; j++) letters[at++] = text.charCodeAt(j)
  }
  return { letters, starts }
}

/** How many texts there are. */
export const lexiconSize = (lexicon: Lexicon): number => lexicon.starts.length - 1

/** The letter of the i-th text at a depth; -1, before any letter, where the text has ended. */
export function letterAt({ letters, starts }: Lexicon, i: number, depth: number): number {
  const at = (starts[i] as number) + depth
  return at < (starts[i + 1] as number) ? (letters[at] as number) : -1
}

/** The first in a range of texts alike up to `depth` whose letter there is at least `letter`. */
export function firstFrom(lexicon: Lexicon, [from, to]: Range, depth: number, letter: number): number {
  // Nearby first: a step that doubles, then halves; the ranges of a deep node are short.
  let low = from
  let step = 1
  while (low + step < to && letterAt(lexicon, low + step, depth) < letter) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, to)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (letterAt(lexicon, middle, depth) < letter) low = middle + 1
    else high = middle
  }
  return low
}

/** Those in a range of texts alike up to `depth` that go on with `word` from its letter `next`; an empty range where none does. */
export function continued(lexicon: Lexicon, range: Range, depth: number, word: string, next: number): Range {
  let [from, to] = range
  for (let i = next; i < word.length && from < to; i++, depth++) {
    const letter = word.charCodeAt(i)
    from = firstFrom(lexicon, [from, to], depth, letter)
    to = firstFrom(lexicon, [from, to], depth, letter + 1)
  }
  return [from, to]
}

/** The texts that begin with `word`. Those that are exactly `word` come first in it. */
export const beginningWith = (lexicon: Lexicon, word: string, within: Range = [0, lexiconSize(lexicon)]): Range =>
  continued(lexicon, within, 0, word, 0)

/** Of a range that begins with something `length` letters long, the part that is exactly that. */
export const ending = (lexicon: Lexicon, range: Range, length: number): Range => [range[0], firstFrom(lexicon, range, length, 0)]
