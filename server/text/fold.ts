/** Letters that Unicode does not take apart, and how people type them. */
const SPELLED: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ'
}

const PLAIN = /^[\x20-\x7e]*$/
const APOSTROPHES = /[’‘ʼʹ′‵`´＇]/g
const HYPHENS = /[‐‑‒–—−﹣－]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const ACCENTS = /[\u0300-\u036f]/g
const SPELLED_LETTERS = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g')

/**
 * What is left of a text when case, accents, ligatures and the many apostrophes and hyphens are forgiven:
 * "L’Œuvre d’Ève" and "l'oeuvre d'eve" fold to the same. Compatibility forms (ﬁ, full width) follow NFKD (Unicode UAX 15).
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return text
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(SPELLED_LETTERS, (letter) => SPELLED[letter] as string)
}
