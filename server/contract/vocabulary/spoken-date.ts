import { firstDay } from './date.ts'
import type { Language } from './words.ts'

/** When something held, by dates of any precision (see date.ts); what is not known is absent. */
export interface DateSpan {
  from_date?: string
  to_date?: string
}

const formatsOf = (locale: string) => {
  const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric', timeZone: 'UTC' })
  return { year: format({}), month: format({ month: 'long' }), day: format({ month: 'long', day: 'numeric' }) }
}
const formats = { fr: formatsOf('fr-FR'), en: formatsOf('en-GB') } satisfies Record<Language, object>

const isDay = (date: string): boolean => date.length >= 10
const precisionOf = (date: string): 'year' | 'month' | 'day' => (isDay(date) ? 'day' : date.length >= 7 ? 'month' : 'year')

/** What stands before a year or a month, and what stands before a day. */
const prepositions = {
  fr: {
    on: ['en', 'le'],
    since: ['depuis', 'depuis le'],
    startingFrom: ['à partir de', 'à partir du'],
    from: ['de', 'du'],
    to: ['à', 'au'],
    until: ['jusqu’en', 'jusqu’au']
  },
  en: {
    on: ['in', 'on'],
    since: ['since', 'since'],
    startingFrom: ['from', 'from'],
    from: ['from', 'from'],
    to: ['to', 'to'],
    until: ['until', 'until']
  }
} satisfies Record<Language, Record<string, [beforeMonth: string, beforeDay: string]>>

function withPreposition(preposition: keyof (typeof prepositions)[Language], date: string, language: Language): string {
  const [beforeMonth, beforeDay] = prepositions[language][preposition]
  const said = `${isDay(date) ? beforeDay : beforeMonth} ${spokenDate(date, language)}`
  return language === 'fr' ? said.replace(/\bde (?=[ao])/, 'd’') : said
}

function spokenTime(date: string, language: Language): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(date) ?? []
  if (!hour) return ''
  if (language === 'en') return ` at ${hour}:${minute}`
  return ` à ${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`
}

/**
 * A date without its preposition: "1er avril 2020", "mars 2021", "2021"; with its time where it has one, on the clock of the place:
 * "6 juillet 2021 à 18 h 30". What is no date, as somebody may write in an address, is said as it is written.
 */
export function spokenDate(date: string, language: Language): string {
  const day = Date.parse(`${firstDay(date)}T00:00:00Z`)
  if (Number.isNaN(day)) return date
  const said = formats[language][precisionOf(date)].format(day)
  return (language === 'fr' ? said.replace(/^1 /, '1er ') : said) + spokenTime(date, language)
}

/** When something took place: "le 1er avril 2020", "en mars 2021", "en 2021"; "on 1 April 2020", "in March 2021", "in 2021". */
export const spokenOn = (date: string, language: Language): string => withPreposition('on', date, language)

/**
 * When something held: "d’avril 2020 à mars 2021", "depuis le 3 mars 2021", "jusqu’en mai 2022"; where it begins after `asOf` (ISO),
 * "à partir d’avril 2030"; of one date alone, "en mars 2021". Nothing known, nothing said.
 */
export function spokenSpan({ from_date: from, to_date: to }: DateSpan, language: Language, asOf: string): string {
  const say = (preposition: Parameters<typeof withPreposition>[0], date: string) => withPreposition(preposition, date, language)
  if (from && from === to) return say('on', from)
  if (from && to) return `${say('from', from)} ${say('to', to)}`
  if (from) return say(from <= asOf ? 'since' : 'startingFrom', from)
  return to ? say('until', to) : ''
}
