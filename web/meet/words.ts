import type { Lexicon } from '../lexicon.ts'

const counted = {
  fr: ['', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six']
}

/** The words of meetings to make. */
export const meetWords = {
  week: { fr: 'À rencontrer cette semaine', en: 'To meet this week' },
  meet: { fr: 'À rencontrer', en: 'To meet' },
  two: {
    fr: (one: string, other: string) => `${one} et ${other}`,
    en: (one: string, other: string) => `${one} and ${other}`
  },
  and: { fr: ' et ', en: ' and ' },
  why: { fr: 'Pourquoi', en: 'Why' },
  whyTwo: {
    fr: (one: string, other: string) => `Pourquoi ${one} et ${other}`,
    en: (one: string, other: string) => `Why ${one} and ${other}`
  },
  introduce: {
    fr: (names: string[]) => `${names.join(' ou ')} ${names.length > 1 ? 'peuvent' : 'peut'} les présenter`,
    en: (names: string[]) => `${names.join(' or ')} can introduce them`
  },
  introducers: { fr: 'Qui peut les présenter', en: 'Who can introduce them' },
  noIntroducer: { fr: 'Personne n’est connu pour les présenter', en: 'Nobody is known to introduce them' },
  unknown: { fr: 'Ce qu’on ne sait pas', en: 'What is not known' },
  hops: {
    fr: (n: number) => `à ${counted.fr[n] ?? n} ${n < 2 ? 'poignée' : 'poignées'} de main`,
    en: (n: number) => `${counted.en[n] ?? n} ${n < 2 ? 'handshake' : 'handshakes'} away`
  },
  noWay: { fr: 'aucun chemin connu', en: 'no way known' },
  unexpected: { fr: 'l’inattendue', en: 'the unexpected one' },
  way: { fr: 'Le chemin de l’un à l’autre', en: 'The way between the two' },
  cards: { fr: 'Les deux fiches', en: 'Both cards' },
  none: { fr: 'Personne à présenter cette semaine.', en: 'Nobody to introduce this week.' },
  noneHint: {
    fr: 'Les rencontres viennent avec les fiches : un thème, une phrase, un premier lien.',
    en: 'Meetings come with cards: a theme, a sentence, a first tie.'
  },
  noneOf: { fr: 'Personne à lui présenter pour l’instant.', en: 'Nobody to introduce for now.' },
  noneOfBare: {
    fr: 'Notez sur sa fiche un thème ou une phrase sur ce qui l’occupe : c’est de là que viennent les rencontres.',
    en: 'Write a theme on this card, or a sentence about what it is busy with: this is where meetings come from.'
  },
  noneOfFull: {
    fr: 'Ce qui lui ressemble ici le connaît déjà. Un nouveau lien ouvrira d’autres portes.',
    en: 'Those who are alike here know it already. A new tie will open other doors.'
  },
  failed: {
    fr: 'Les rencontres ne viennent pas pour l’instant. Rien n’est perdu.',
    en: 'Meetings do not come right now. Nothing is lost.'
  },
  again: { fr: 'Réessayer', en: 'Try again' },
  ghosts: { fr: 'Rencontre suggérée', en: 'Suggested meeting' }
} satisfies Lexicon
