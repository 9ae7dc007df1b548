import { type Lexicon, many } from '../lexicon.ts'
import { number } from '../spoken.ts'

/** The words of the page of questions; the questions themselves are the server's. */
export const questionsWords = {
  title: { fr: 'Ce que le réseau demande', en: 'What the network asks' },
  lead: {
    fr: 'Des ponts qui tiennent à une personne, des groupes qui sortent peu, de nouveaux visages : autant de questions, et par où commencer.',
    en: 'Bridges that hang on one person, groups that go out little, new faces: so many questions, and where to start.'
  },
  kinds: { fr: 'Garder seulement', en: 'Keep only' },
  kind: {
    newcomer: { fr: 'Nouveaux visages', en: 'New faces' },
    bridge: { fr: 'Ponts', en: 'Bridges' },
    closed: { fr: 'Groupes fermés', en: 'Closed groups' },
    gap: { fr: 'À relier', en: 'To be linked' },
    missed: { fr: 'À un fil', en: 'By one thread' },
    'lone-theme': { fr: 'Thèmes sans personne', en: 'Themes without people' },
    'unused-program': { fr: 'Programmes sans projet', en: 'Programmes without projects' }
  },
  one: {
    newcomer: { fr: 'Nouveau visage', en: 'New face' },
    bridge: { fr: 'Pont', en: 'Bridge' },
    closed: { fr: 'Groupe fermé', en: 'Closed group' },
    gap: { fr: 'À relier', en: 'To be linked' },
    missed: { fr: 'À un fil', en: 'By one thread' },
    'lone-theme': { fr: 'Thème sans personne', en: 'Theme without people' },
    'unused-program': { fr: 'Programme sans projet', en: 'Programme without a project' }
  },
  count: { fr: (n: number) => `${n} ${many(n, 'question', 'questions')}`, en: (n: number) => `${n} ${n === 1 ? 'question' : 'questions'}` },
  about: { fr: 'Fiches concernées', en: 'Cards concerned' },
  onMap: { fr: 'Voir sur la carte', en: 'See on the map' },
  onMapOf: { fr: (question: string) => `Voir sur la carte : ${question}`, en: (question: string) => `See on the map: ${question}` },
  tie: {
    fr: 'Un lien, ici : deux personnes qui se connaissent, se suivent, ou ont partagé un projet, une équipe ou une soirée de 50 personnes au plus.',
    en: 'A tie, here: two people who know or follow each other, or shared a project, a team or an evening of 50 people at the most.'
  },
  none: { fr: 'Le réseau ne demande rien pour l’instant.', en: 'The network asks nothing for now.' },
  noneHint: {
    fr: 'Les questions viennent avec les liens : importez un tableur, ou notez une première rencontre.',
    en: 'Questions come with ties: import a spreadsheet, or write down a first meeting.'
  },
  noneOfKind: { fr: 'Rien de tel en ce moment.', en: 'Nothing of the kind right now.' },
  all: { fr: 'Voir toutes les questions', en: 'See all questions' },
  map: { fr: 'Ouvrir la carte', en: 'Open the map' },
  groups: { fr: 'Les groupes, et qui les relie', en: 'The groups, and who links them' },
  size: {
    fr: (cards: number, people: number) =>
      `${number(cards, 'fr')} ${many(cards, 'fiche', 'fiches')}, dont ${number(people, 'fr')} ${many(people, 'personne', 'personnes')}`,
    en: (cards: number, people: number) =>
      `${number(cards, 'en')} ${cards === 1 ? 'card' : 'cards'}, ${number(people, 'en')} of them ${people === 1 ? 'a person' : 'people'}`
  },
  shares: { fr: 'En commun : ', en: 'In common: ' },
  bridges: { fr: 'Vers les autres : ', en: 'To the others: ' }
} satisfies Lexicon
