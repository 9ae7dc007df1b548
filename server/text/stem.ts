/** An ending, what becomes of it, and how long a word must be for it to count. The first that fits is applied. */
type Rule = [ending: string, replacement: string, shortest: number]

const PLURALS: Rule[] = [
  ['eaux', 'eau', 5], // réseaux
  ['aux', 'al', 5], // régionaux
  ['eux', 'eu', 4], // jeux, lieux
  ['ss', 'ss', 2], // process
  ['s', '', 4]
]

const FORMS: Rule[] = [
  ['euse', 'eur', 6], // entrepreneuse
  ['trice', 'teur', 7], // créatrice
  ['ive', 'if', 5], // associative
  ['enne', 'en', 6], // citoyenne
  ['elle', 'el', 6], // culturelle
  ['iee', 'y', 7], // associée, of associé: without its accent as the next
  ['ie', 'y', 7], // technologie, technology
  ['ee', '', 6], // employée
  ['e', '', 6] // innovante, employé
]

/**
 * The common part of the forms of a folded word, French or English, plural or singular, feminine or masculine:
 * "mobilités" and "mobilité", "technologies" and "technology". A light stemmer in the sense of Savoy (2006), "Light stemming
 * approaches for the French, Portuguese, German and Hungarian languages": meaning endings (-tion, -ment) stay.
 * The result is a key to compare, not a word.
 */
export function stem(word: string): string {
  return withRule(withRule(word, PLURALS), FORMS)
}

function withRule(word: string, rules: Rule[]): string {
  const rule = rules.find(([ending, , shortest]) => word.length >= shortest && word.endsWith(ending))
  return rule ? word.slice(0, -rule[0].length) + rule[1] : word
}
