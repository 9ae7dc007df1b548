import { continued, firstFrom, type Lexicon, letterAt, lexiconSize, type Range } from './lexicon.ts'

/** How many typos a word is forgiven: two from eight letters on, none under three or with a digit (2021 is not 2022), else one. */
export function forgiven(word: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(word) || word.length < 3) return 0
  return word.length < 8 ? 1 : 2
}

/** A word of three letters with a typo may not also be a beginning: nearly every word would be found by it. */
const SHORTEST_BEGINNING = 4

/** Nodes visited for one word at the most; two typos in a long word of a large lexicon stay a few milliseconds. */
const BUDGET = 40_000

/**
 * The texts that begin with `word` once at most `typos` letters are added, left out, replaced or swapped with their neighbour
 * (optimal string alignment: Damerau 1964). Ranges may overlap. The trie is walked along the word; where no typo is
 * left, the rest is looked up, so that one typo costs some hundred look-ups.
 */
export function misspelled(lexicon: Lexicon, word: string, typos: number): Range[] {
  const found: Range[] = []
  const whole = word.length < SHORTEST_BEGINNING
  let budget = BUDGET

  const emit = (range: Range, depth: number) => {
    const matched = whole ? ([range[0], firstFrom(lexicon, range, depth, 0)] as Range) : range
    if (matched[0] < matched[1]) found.push(matched)
  }

  /** `range`: the texts alike up to `depth`; `next`: the letter of the word to be read; `left`: typos still forgiven. */
  const walk = (range: Range, depth: number, next: number, left: number) => {
    if (range[0] >= range[1] || --budget < 0) return
    const rest = word.length - next
    if (left === 0) return emit(continued(lexicon, range, depth, word, next), depth + rest)
    // What remains of the word may be left out; as a beginning, nothing deeper can add to that.
    if (rest <= left) {
      emit(range, depth)
      if (!whole) return
    }
    if (rest > 0) walk(range, depth, next + 1, left - 1)
    if (rest > 1) {
      const swapped = word.charAt(next + 1) + word.charAt(next)
      walk(continued(lexicon, range, depth, swapped, 0), depth + 2, next + 2, left - 1)
    }
    let from = firstFrom(lexicon, range, depth, 0)
    while (from < range[1]) {
      const letter = letterAt(lexicon, from, depth)
      const to = firstFrom(lexicon, [from, range[1]], depth, letter + 1)
      const child: Range = [from, to]
      const fits = rest > 0 && letter === word.charCodeAt(next)
      if (rest > 0) walk(child, depth + 1, next + 1, fits ? left : left - 1)
      if (!fits) walk(child, depth + 1, next, left - 1)
      from = to
    }
  }

  walk([0, lexiconSize(lexicon)], 0, 0, typos)
  return found
}
