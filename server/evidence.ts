import { firstDay, lastDay } from '#contract/vocabulary/date.ts'
import { type Relation, relations } from '#contract/vocabulary/relations.ts'
import { type DateSpan, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import { type Language, languages } from '#contract/vocabulary/words.ts'
import type { StepEvidence } from './network/acquaintance.ts'
import { ALWAYS, isoDayOf } from './network/days.ts'
import { type Projection, relationAt, tieAt } from './network/projection.ts'
import { textAt } from './text/packed.ts'

const crowd = {
  fr: (people: number) => ` (${people} personnes)`,
  en: (people: number) => ` (${people} people)`
} satisfies Record<Language, object>

/** What is true of both where they share a thing by different relations: the lesser one, since whoever spoke at an event was there too. */
function lesserRelation(projection: Projection, ties: readonly number[]): Relation {
  const each = ties.map((tie): Relation => relations[relationAt(projection, tie)])
  return each.reduce((least, relation) => ((relation.worth ?? 0) < (least.worth ?? 0) ? relation : least))
}

/** When all the ties held, as the day `asOf` knew it: an end to come is not known. */
function heldTogether(projection: Projection, ties: readonly number[], { dated }: Relation, asOf: number): DateSpan & { over: boolean } {
  const from = Math.max(...ties.map((tie) => projection.heldFrom[tie] as number))
  const to = Math.min(...ties.map((tie) => projection.heldTo[tie] as number))
  const over = to <= asOf
  if (dated === 'once') return { ...spanOfDays(from, to, over), over }
  const begun = tieAt(projection, ties.find((tie) => projection.heldFrom[tie] === from) as number)
  const ended = tieAt(projection, ties.find((tie) => projection.heldTo[tie] === to) as number)
  // Of what lasts, nobody asks for the day.
  return { from_date: begun.from_date?.slice(0, 7), to_date: over ? ended.to_date?.slice(0, 7) : undefined, over }
}

/** What happened once is told by its day, also where only the event has one; by the month or year where that is all that is known. */
function spanOfDays(from: number, to: number, over: boolean): DateSpan {
  if (from === ALWAYS) return {}
  const [first, last] = [isoDayOf(from), isoDayOf(to)]
  const date = [4, 7, 10].map((length) => first.slice(0, length)).find((each) => firstDay(each) === first && lastDay(each) === last)
  return date ? { from_date: date, to_date: date } : { from_date: first, to_date: over ? last : undefined }
}

/** What holds a step, said of the two as a sentence in each language. */
export function evidenceSentence(
  projection: Projection,
  { ties, thing, people }: StepEvidence,
  from: number,
  to: number,
  asOf: number
): Record<Language, string> {
  const relation = lesserRelation(projection, ties)
  const held = heldTogether(projection, ties, relation, asOf)
  const nameOf = (entity: number): string => textAt(projection.names, entity)

  const said = (language: Language): string => {
    if (thing === undefined || !relation.together) {
      const tie = ties[0] as number
      const [subject, object] = relation.directed ? [projection.starts[tie] as number, projection.ends[tie] as number] : [from, to]
      return `${nameOf(subject)} ${relation.sentence[language]} ${nameOf(object)}`
    }
    const words = { a: nameOf(from), b: nameOf(to), thing: nameOf(thing) }
    const sentence = relation.together[held.over ? 'past' : 'now'][language]
    return sentence.replace(/\{(a|b|thing)\}/g, (_, part: keyof typeof words) => words[part])
  }
  const say = (language: Language): string => {
    const when = spokenSpan(held, language, isoDayOf(asOf))
    return `${said(language)}${people !== undefined && people > 2 ? crowd[language](people) : ''}${when && `, ${when}`}.`
  }
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, string>
}
