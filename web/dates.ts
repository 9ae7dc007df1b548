import type { Language } from './language.ts'

const locale = { fr: 'fr-FR', en: 'en-GB' } as const

/** A number as it is written: 1 234 or 1,234. */
export const number = (value: number, language: Language): string => new Intl.NumberFormat(locale[language]).format(value)

/** A share of one, as a percentage; what is not nothing is never said to be. */
export function percent(share: number, language: Language): string {
  const said = new Intl.NumberFormat(locale[language], { style: 'percent' }).format(Math.max(share, 0.01))
  return share > 0 && share < 0.01 ? `< ${said}` : said
}

/** A date without its preposition: "6 juillet 2021", "mars 2021", "2021". A time of day is left out. */
export function bare(date: string, language: Language): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  if (!month) return year
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const said = new Intl.DateTimeFormat(locale[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' })
  }).format(moment)
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said
}

const isDay = (date: string): boolean => date.length >= 10

/** "le 6 juillet 2021", "en mars 2021", "en 2021"; with its time where it has one: "à 18 h 30". The place's own clock is meant. */
export function on(date: string, language: Language): string {
  const time = /T(\d\d):(\d\d)/.exec(date)
  if (language === 'en') return `${isDay(date) ? 'on' : 'in'} ${bare(date, language)}${time ? ` at ${time[1]}:${time[2]}` : ''}`
  const hour = time && ` à ${Number(time[1])} h${time[2] === '00' ? '' : ` ${time[2]}`}`
  return `${isDay(date) ? 'le' : 'en'} ${bare(date, language)}${hour ?? ''}`
}

interface Span {
  from_date?: string
  to_date?: string
}

function spanInFrench({ from_date: from, to_date: to }: Span): string {
  if (from && to) return `${isDay(from) ? 'du' : 'de'} ${bare(from, 'fr')} ${isDay(to) ? 'au' : 'à'} ${bare(to, 'fr')}`
  if (from) return `${isPast(from) ? 'depuis' : 'à partir de'} ${isDay(from) ? 'le ' : ''}${bare(from, 'fr')}`.replace('de le ', 'du ')
  return to ? `${isDay(to) ? 'jusqu’au' : 'jusqu’en'} ${bare(to, 'fr')}` : ''
}

function spanInEnglish({ from_date: from, to_date: to }: Span): string {
  if (from && to) return `from ${bare(from, 'en')} to ${bare(to, 'en')}`
  if (from) return `${isPast(from) ? 'since' : 'from'} ${bare(from, 'en')}`
  return to ? `until ${bare(to, 'en')}` : ''
}

const isPast = (date: string): boolean => date <= new Date().toISOString()

/** When something held: "de mars 2021 à juin 2023", "depuis 2019", "jusqu’en mai 2022"; of one date alone, "en mars 2021". Nothing known, nothing said. */
export function span(tie: Span, language: Language): string {
  if (tie.from_date && tie.from_date === tie.to_date) return on(tie.from_date, language)
  return language === 'fr' ? spanInFrench(tie) : spanInEnglish(tie)
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
