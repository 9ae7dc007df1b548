import { fold } from './fold.ts'
import { STOP_WORDS } from './stop-words.ts'
import { joinedWords, words } from './tokens.ts'

/** A query as understood: the beginning of a name it may be, and the words that must all be found. */
export interface Asked {
  phrase: string
  words: string[]
}

/** As many letters and words as a query is read for; what follows is dropped. */
const LONGEST = 200
const MOST_WORDS = 12

/** The readings of a query: compounds taken apart, then as one word where that differs; none where there is no word in it. */
export function readings(query: string): Asked[] {
  const text = query.slice(0, LONGEST)
  const apart = words(text)
  if (apart.length === 0) return []
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(fold(text))
  const joined = joinedWords(text)
  const readings = [asked(apart, unfinished)]
  if (joined.length !== apart.length) readings.push(asked(joined, unfinished))
  return readings
}

function asked(all: string[], unfinished: boolean): Asked {
  // One letter at the very end is the beginning of a word being typed, not yet "a" or "d'".
  const typed = unfinished && (all.at(-1) as string).length === 1 ? all.length - 1 : -1
  const telling = all.filter((word, i) => i === typed || !STOP_WORDS.has(word))
  const distinct = [...new Set(telling.length > 0 ? telling : all)]
  // What has "ada" has "a": a word that begins another adds nothing.
  const needed = distinct.filter((word) => !distinct.some((other) => other !== word && other.startsWith(word)))
  return { phrase: all.join(' '), words: needed.slice(0, MOST_WORDS) }
}
