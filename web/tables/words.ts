import type { Lexicon } from '../lexicon.ts'

/** The words of the page of tables; what is told of each is the server's. */
export const tablesWords = {
  title: { fr: 'Cafés', en: 'Cafés' },
  lead: {
    fr: 'Un thème, quelques chaises, des gens qui ne se connaissent pas encore et qui ont chacun quelque chose à apporter.',
    en: 'A theme, a few chairs, people who do not know each other yet, and each with something to bring.'
  },
  theme: { fr: 'Thème', en: 'Theme' },
  every: { fr: 'Là où un café ferait le plus', en: 'Where a café would do most' },
  themeOf: {
    fr: (name: string, people: number) => `${name} (${people} personnes)`,
    en: (name: string, people: number) => `${name} (${people} people)`
  },
  seats: { fr: 'Chaises', en: 'Chairs' },
  kind: { fr: 'Un café à organiser', en: 'A café to hold' },
  newPairs: {
    fr: (met: number, pairs: number) =>
      met === pairs ? 'Personne ici ne se connaît encore.' : `${met} rencontres nouvelles sur ${pairs} possibles.`,
    en: (met: number, pairs: number) => (met === pairs ? 'Nobody here knows anybody yet.' : `${met} new meetings of ${pairs} possible.`)
  },
  around: { fr: 'Autour de la table', en: 'Around the table' },
  welcome: { fr: 'à accueillir', en: 'to be welcomed' },
  common: { fr: 'En commun', en: 'In common' },
  onMap: { fr: 'Voir sur la carte', en: 'See on the map' },
  onMapOf: { fr: (table: string) => `Voir sur la carte : ${table}`, en: (table: string) => `See on the map: ${table}` },
  print: { fr: 'Imprimer', en: 'Print' },
  printOf: { fr: (table: string) => `Imprimer : ${table}`, en: (table: string) => `Print: ${table}` },
  firstWords: { fr: 'Premiers mots', en: 'First words' },
  two: { fr: (a: string, b: string) => `${a} et ${b}`, en: (a: string, b: string) => `${a} and ${b}` },
  none: { fr: 'Pas encore de quoi remplir une table.', en: 'Not enough yet to fill a table.' },
  noneHint: {
    fr: 'Il faut trois personnes sur un même thème, d’équipes différentes, dont la plupart ne se connaissent pas.',
    en: 'It takes three people on one theme, of different teams, most of whom do not know each other.'
  },
  noneOfTheme: { fr: 'Sur ce thème, presque tout le monde s’est déjà rencontré.', en: 'On this theme, nearly everybody has met already.' },
  all: { fr: 'Voir les autres thèmes', en: 'See the other themes' },
  map: { fr: 'Ouvrir la carte', en: 'Open the map' },
  unknown: { fr: 'Ce thème n’est plus là.', en: 'This theme is no longer there.' }
} satisfies Lexicon
