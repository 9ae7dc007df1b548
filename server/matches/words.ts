import type { ReasonKind } from '#contract/matches.ts'
import { type Language, languages, type Words } from '#contract/vocabulary/words.ts'

/** What a sentence of a reason names. */
export interface Named {
  /** The one for whom is sought, and the one suggested. */
  one: string
  other: string
  things: string[]
  words: string[]
  count: number
  /** Who the two are: people, organizations, or others. */
  pair: 'people' | 'organizations' | 'others'
}

const fr = (count: number, one: string, more: string): string => `${count} ${count < 2 ? one : more}`
const en = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const and: Record<Language, string> = { fr: ' et ', en: ' and ' }
const list = (names: readonly string[], language: Language): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(and[language])

/** Names in a row, and how many more there are. */
function listWithMore({ things, count }: Named, language: Language): string {
  const more = count - things.length
  const others = language === 'fr' ? fr(more, 'autre', 'autres') : en(more, 'other', 'others')
  return list(more > 0 ? [...things, others] : things, language)
}
const quoted = (words: readonly string[], language: Language): string =>
  words.map((word) => (language === 'fr' ? `« ${word} »` : `“${word}”`)).join(', ')

/** Every sentence of a reason. Names stand where nothing has to agree with them. */
export const reasonWords: Record<ReasonKind, (named: Named) => Words> = {
  contacts: (named) => {
    const plural = named.count > 1
    if (named.pair === 'organizations')
      return {
        fr: `${listWithMore(named, 'fr')} ${plural ? 'ont' : 'a'} travaillé avec l’une et l’autre.`,
        en: `${listWithMore(named, 'en')} ${plural ? 'have' : 'has'} worked with both.`
      }
    if (named.pair === 'people')
      return {
        fr: `${listWithMore(named, 'fr')} ${plural ? 'connaissent' : 'connaît'} l’un et l’autre.`,
        en: `${listWithMore(named, 'en')} ${plural ? 'know' : 'knows'} both.`
      }
    return {
      fr: `${listWithMore(named, 'fr')} ${plural ? 'font' : 'fait'} le lien avec ${named.other}.`,
      en: `${listWithMore(named, 'en')} ${plural ? 'are' : 'is'} the link to ${named.other}.`
    }
  },
  projects: ({ one, other, things: [mine = '', their = ''], words }) => {
    const [fromOne, fromOther] = [mine === one ? mine : `${mine} (${one})`, their === other ? their : `${their} (${other})`]
    return {
      fr: `${fromOne} et ${fromOther} parlent de la même chose : ${quoted(words, 'fr')}.`,
      en: `${fromOne} and ${fromOther} are about the same: ${quoted(words, 'en')}.`
    }
  },
  words: ({ words }) =>
    words.length > 1
      ? {
          fr: `Les mêmes mots reviennent chez l’un et chez l’autre : ${quoted(words, 'fr')}.`,
          en: `The same words come back with both: ${quoted(words, 'en')}.`
        }
      : {
          fr: `Un même mot chez l’un et chez l’autre : ${quoted(words, 'fr')}.`,
          en: `One word comes back with both: ${quoted(words, 'en')}.`
        },
  theme: ({ things }) =>
    things.length > 1
      ? { fr: `Deux thèmes en commun : ${list(things, 'fr')}.`, en: `Two themes in common: ${list(things, 'en')}.` }
      : { fr: `Un thème en commun : ${list(things, 'fr')}.`, en: `A theme in common: ${list(things, 'en')}.` },
  program: ({ things: [thing = ''] }) => ({
    fr: `Un même programme de part et d’autre : ${thing}.`,
    en: `The same programme on both sides: ${thing}.`
  }),
  organization: ({ things: [thing = ''] }) => ({
    fr: `Une même organisation de part et d’autre : ${thing}.`,
    en: `The same organization on both sides: ${thing}.`
  }),
  event: ({ things: [thing = ''] }) => ({
    fr: `Un même rendez-vous de part et d’autre : ${thing}.`,
    en: `The same event on both sides: ${thing}.`
  }),
  place: ({ things: [thing = ''] }) => ({ fr: `Un même territoire : ${thing}.`, en: `The same territory: ${thing}.` }),
  reads: ({ one, other, things: [reader = one] }) => ({
    fr: `${reader} suit déjà ${reader === one ? other : one} en ligne.`,
    en: `${reader} already follows ${reader === one ? other : one} online.`
  }),
  joins: ({ other, things: [thing = ''], count }) => ({
    fr: `${thing} (${other}) a accueilli ${fr(count, 'personne', 'personnes')} en un an et demi.`,
    en: `${thing} (${other}) took in ${en(count, 'newcomer', 'newcomers')} within a year and a half.`
  }),
  near: ({ one, other, things, count }) => ({
    fr: `${fr(count, 'poignée de main', 'poignées de main')} de ${one} à ${other}, par ${list(things, 'fr')}.`,
    en: `${en(count, 'handshake', 'handshakes')} from ${one} to ${other}, through ${list(things, 'en')}.`
  })
}

/** What is not known of a meeting. */
export const unknownWords = {
  deeds: (name: string): Words => ({
    fr: `On sait peu de ce que fait ${name} : ni présentation ni thème.`,
    en: `Little is known of what ${name} does: no description, no theme.`
  }),
  recent: (name: string, year: number): Words => ({
    fr: `Rien de daté n’est connu de ${name} depuis ${year}.`,
    en: `Nothing dated is known of ${name} since ${year}.`
  }),
  introducer: {
    fr: 'On ne connaît personne qui puisse les présenter.',
    en: 'Nobody is known who could introduce them.'
  } satisfies Words,
  acquainted: (place: string): Words => ({
    fr: `Peut-être se sont-ils déjà croisés (${place}) : rien ne le dit.`,
    en: `They may have met already (${place}): nothing tells.`
  })
}

/** Who introduces: the one knows another, who knows the one suggested. */
export const throughWords = (known: Words, knows: Words): Words =>
  Object.fromEntries(languages.map((language) => [language, `${known[language]} ${knows[language]}`])) as Words
