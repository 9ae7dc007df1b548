import type { Words } from '#contract/vocabulary/words.ts'

/** Words that are seen or read aloud, French and English together. */
export interface Lexicon {
  [name: string]: Lexicon | Words | Record<keyof Words, (...said: never[]) => string>
}

/** Before a vowel, and before the y of Yves but not that of Yann. */
const isElided = (name: string): boolean => /^([aeiouàâäæéèêëîïôöœùûü]|y[^aeiou])/i.test(name)

/** Joins a preposition and a name; with the article that a name begins with it becomes one word. */
function joined(name: string, [plain, withLe, withLes]: [string, string, string]): string {
  const [, article, rest] = /^(les?) (.+)$/i.exec(name) ?? []
  return rest && article ? `${article.length > 2 ? withLes : withLe} ${rest}` : `${plain} ${name}`
}

/** "de Turing 22", "d’Ada", "du Connecteur", "des Chimères". */
export const de = (name: string): string => (isElided(name) ? `d’${name}` : joined(name, ['de', 'du', 'des']))

/** "à Ada", "au Connecteur", "aux Chimères". */
export const a = (name: string): string => joined(name, ['à', 'au', 'aux'])

/** French counts none and one as one. */
export const many = (count: number, one: string, more: string): string => (count < 2 ? one : more)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
