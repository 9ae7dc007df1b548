import { relations } from '#contract/vocabulary/relations.ts'
import { type Language, languages } from '#contract/vocabulary/words.ts'
import type { StepEvidence } from './network/acquaintance.ts'
import { EVER } from './network/days.ts'
import { type Projection, relationAt, tieAt } from './network/projection.ts'
import { textAt } from './text/packed.ts'

const formats = {
  fr: {
    month: new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })
  },
  en: {
    month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  }
} satisfies Record<Language, object>

/** A date of any precision as people say it; of a day the month is told, unless `exact`. */
function spoken(date: string, language: Language, exact: boolean): string {
  if (date.length === 4) return date
  const moment = new Date(`${date.slice(0, 7)}-${date.slice(8, 10) || '01'}T00:00:00Z`)
  return formats[language][exact && date.length > 7 ? 'day' : 'month'].format(moment)
}

const phrases = {
  fr: {
    since: (date: string) => `depuis ${date}`,
    between: (from: string, to: string) => `de ${from} à ${to}`,
    until: (date: string) => `jusqu’à ${date}`,
    on: (date: string, exact: boolean) => `${exact ? 'le' : 'en'} ${date}`,
    people: (count: number) => `${count} personnes`
  },
  en: {
    since: (date: string) => `since ${date}`,
    between: (from: string, to: string) => `from ${from} to ${to}`,
    until: (date: string) => `until ${date}`,
    on: (date: string, exact: boolean) => `${exact ? 'on' : 'in'} ${date}`,
    people: (count: number) => `${count} people`
  }
} satisfies Record<Language, object>

const latest = (dates: (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
const earliest = (dates: (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(0)

/** What holds a step, said of the two as a sentence in each language. */
export function evidenceSentence(
  projection: Projection,
  { ties, thing, people }: StepEvidence,
  from: number,
  to: number,
  asOf: number
): Record<Language, string> {
  const first = ties[0] as number
  const relation = relations[relationAt(projection, first)]
  const written = ties.map((tie) => tieAt(projection, tie))
  const heldTo = Math.min(...ties.map((tie) => projection.heldTo[tie] as number))
  const over = heldTo !== EVER && heldTo <= asOf
  const begin = latest(written.map(({ from_date }) => from_date))
  const end = over ? earliest(written.map(({ to_date }) => to_date)) : undefined
  const nameOf = (entity: number): string => textAt(projection.names, entity)

  const say = (language: Language): string => {
    const phrase = phrases[language]
    const exact = relation.dated === 'once' && begin !== undefined && begin.length > 7
    const [start, stop] = [begin && spoken(begin, language, exact), end && spoken(end, language, exact)]
    const when =
      relation.dated === 'once'
        ? start && phrase.on(start, exact)
        : start && stop
          ? phrase.between(start, stop)
          : start
            ? over
              ? phrase.on(start, false)
              : phrase.since(start)
            : stop && phrase.until(stop)
    const crowd = people !== undefined && people > 2 ? ` (${phrase.people(people)})` : ''
    return `${said(language)}${crowd}${when ? `, ${when}` : ''}.`
  }
  const said = (language: Language): string => {
    if (thing === undefined || !relation.together) {
      const [subject, object] = relation.directed ? [projection.starts[first] as number, projection.ends[first] as number] : [from, to]
      return `${nameOf(subject)} ${relation.sentence[language]} ${nameOf(object)}`
    }
    const words = { a: nameOf(from), b: nameOf(to), thing: nameOf(thing) }
    return relation.together[over ? 'past' : 'now'][language].replace(/\{(a|b|thing)\}/g, (_, part: keyof typeof words) => words[part])
  }
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, string>
}
