import type { Language } from './language.ts'

const locale = { fr: 'fr-FR', en: 'en-GB' } as const

/** What stands between thousands: a narrow space that does not break, or a comma. */
const thousands = { fr: '\u202f', en: ',' } as const

/** A whole number as it is written: 1 234 or 1,234. By hand: the browser needs 20 ms for its first one. */
export const number = (value: number, language: Language): string => String(value).replace(/\B(?=(\d{3})+$)/g, thousands[language])

/** A share of one, as a percentage; what is not nothing is never said to be. */
export function percent(share: number, language: Language): string {
  const said = new Intl.NumberFormat(locale[language], { style: 'percent' }).format(Math.max(share, 0.01))
  return share > 0 && share < 0.01 ? `< ${said}` : said
}

const small = {
  fr: ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
}

const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60]
] as const

/** How long ago, as people say it: "hier", "il y a trois semaines". */
export function ago(moment: string, language: Language, now = Date.now()): string {
  const seconds = (now - Date.parse(moment)) / 1000
  const speak = new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' })
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', Number.POSITIVE_INFINITY]
  return speak
    .formatToParts(-Math.floor(seconds / length) || 0, unit)
    .map((part) => ('unit' in part ? (small[language][Number(part.value)] ?? part.value) : part.value))
    .join('')
}
