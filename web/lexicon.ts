import type { Words } from '#contract/vocabulary/words.ts'

/** Words that are seen or read aloud, French and English together. */
export interface Lexicon {
  [name: string]: Lexicon | Words | Record<keyof Words, (...said: never[]) => string>
}

/** Before a vowel, and before the y of Yves but not that of Yann. */
const isElided = (name: string): boolean => /^([aeiouàâäæéèêëîïôöœùûü]|y[^aeiou])/i.test(name)

/** "de Turing 22", "d’Ada". */
export const de = (name: string): string => (isElided(name) ? `d’${name}` : `de ${name}`)

/** French counts none and one as one. */
export const many = (count: number, one: string, more: string): string => (count < 2 ? one : more)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
