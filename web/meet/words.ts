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
  unknown: { fr: 'Ce qu’on ne sait pas', en: 'What is not known' },
  hops: {
    fr: (n: number) => `à ${counted.fr[n] ?? n} ${n < 2 ? 'poignée' : 'poignées'} de main`,
    en: (n: number) => `${counted.en[n] ?? n} ${n < 2 ? 'handshake' : 'handshakes'} away`
  },
  noWay: { fr: 'aucun chemin court connu', en: 'no short way known' },
  unexpected: { fr: (far: string) => `inattendue, ${far}`, en: (far: string) => `unexpected, ${far}` },
  way: { fr: 'Le chemin de l’un à l’autre', en: 'The way between the two' },
  firstWords: { fr: 'Leurs premiers mots', en: 'Their first words' },
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
  choices: {
    acquainted: { fr: 'Ils se connaissent déjà', en: 'They know each other already' },
    later: { fr: 'Plus tard', en: 'Later' },
    'not-these-two': { fr: 'Pas ces deux-là…', en: 'Not these two…' }
  },
  decideOn: {
    fr: (one: string, other: string) => `Décider pour ${one} et ${other}`,
    en: (one: string, other: string) => `Decide about ${one} and ${other}`
  },
  because: { fr: 'Pourquoi pas ces deux-là ?', en: 'Why not these two?' },
  ownWords: { fr: 'Ou avec vos mots', en: 'Or in your own words' },
  onlyConnectors: { fr: 'Seuls les connecteurs le verront.', en: 'Only connectors will see it.' },
  setAside: { fr: 'Mettre de côté', en: 'Set aside' },
  leave: { fr: 'Laisser', en: 'Leave it' },
  decided: {
    acquainted: { fr: 'C’est noté, ils se connaissent.', en: 'Noted, they know each other.' },
    later: { fr: 'À plus tard.', en: 'Until later.' },
    'not-these-two': { fr: 'Mis de côté.', en: 'Set aside.' }
  },
  takeBack: { fr: 'Annuler', en: 'Undo' },
  takeBackOf: {
    fr: (one: string, other: string) => `Annuler pour ${one} et ${other}`,
    en: (one: string, other: string) => `Undo for ${one} and ${other}`
  },
  stuck: { fr: 'Cela n’a pas pu être annulé. Réessayez dans un instant.', en: 'This could not be undone. Try again in a moment.' },
  notTaken: {
    fr: 'Votre décision n’est pas arrivée. Rien n’a changé : réessayez.',
    en: 'Your decision did not arrive. Nothing has changed: try again.'
  },
  aside: { fr: 'Mises de côté', en: 'Set aside' },
  noneAside: { fr: 'Rien n’est mis de côté.', en: 'Nothing is set aside.' },
  moreAside: {
    fr: (n: number) => `…et ${n} de plus, plus anciennes`,
    en: (n: number) => `…and ${n} more, older`
  },
  held: {
    acquainted: { fr: 'Se connaissent déjà', en: 'Know each other already' },
    later: { fr: 'Plus tard', en: 'Later' },
    'not-these-two': { fr: 'Pas ces deux-là', en: 'Not these two' }
  },
  until: { fr: (day: string) => `jusqu’au ${day}`, en: (day: string) => `until ${day}` },
  ghosts: { fr: 'Rencontre suggérée', en: 'Suggested meeting' }
} satisfies Lexicon
