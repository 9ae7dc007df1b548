import type { Lexicon } from '../lexicon.ts'

/** The words around first words; these are the server's. */
export const iceBreakersWords = {
  title: { fr: 'Premiers mots', en: 'First words' },
  titleOf: {
    fr: (a: string, b: string) => `Premiers mots pour ${a} et ${b}`,
    en: (a: string, b: string) => `First words for ${a} and ${b}`
  },
  lead: {
    fr: 'Deux noms, et de quoi commencer une conversation : ce que ces deux personnes ont en commun, l’inattendu d’abord.',
    en: 'Two names, and enough to start a conversation: what these two have in common, the unexpected first.'
  },
  one: { fr: 'Une personne', en: 'Somebody' },
  other: { fr: 'Une autre', en: 'Somebody else' },
  hint: { fr: 'Un nom', en: 'A name' },
  kind: {
    answers: { fr: 'L’une cherche, l’autre a', en: 'One seeks, the other has' },
    past: { fr: 'Par où l’on est passé', en: 'Where both have been' },
    acquaintance: { fr: 'Quelqu’un entre les deux', en: 'Somebody between the two' },
    anecdote: { fr: 'Une histoire', en: 'A story' },
    reads: { fr: 'En ligne', en: 'Online' },
    event: { fr: 'Une soirée', en: 'An evening' },
    program: { fr: 'Autour des projets', en: 'Around the projects' },
    theme: { fr: 'Un sujet', en: 'A subject' },
    words: { fr: 'Un mot', en: 'A word' },
    place: { fr: 'Un lieu', en: 'A place' },
    question: { fr: 'Une question à poser', en: 'A question to ask' }
  },
  unexpected: { fr: 'inattendu', en: 'unexpected' },
  next: { fr: 'Un autre', en: 'Another one' },
  count: { fr: (n: number, all: number) => `${n} sur ${all}`, en: (n: number, all: number) => `${n} of ${all}` },
  cards: { fr: 'Fiches', en: 'Cards' },
  more: { fr: 'Lire en grand, un à la fois', en: 'Read them large, one at a time' },
  others: { fr: 'Choisir deux autres noms', en: 'Choose two other names' },
  same: { fr: 'C’est la même personne.', en: 'That is one person.' },
  sameHint: { fr: 'Choisissez-en une autre, et la conversation commence.', en: 'Choose another one, and the conversation begins.' },
  unknown: {
    fr: 'L’une de ces fiches n’est pas celle d’une personne, ou n’est plus là.',
    en: 'One of these cards is nobody’s, or is no longer there.'
  },
  empty: { fr: 'Qui se parle ce soir ?', en: 'Who is talking tonight?' }
} satisfies Lexicon
