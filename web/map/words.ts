import { a, capital, de, type Lexicon, many } from '../lexicon.ts'
import { number } from '../spoken.ts'

const cards = {
  fr: (n: number) => `${number(n, 'fr')} ${many(n, 'fiche', 'fiches')}`,
  en: (n: number) => `${number(n, 'en')} ${n === 1 ? 'card' : 'cards'}`
}

/** The words of the map. */
export const mapWords = {
  title: { fr: 'La carte', en: 'The map' },
  whole: { fr: 'Tout le réseau', en: 'The whole network' },
  around: {
    fr: (names: string[]) => `Autour ${names.map(de).join(' et ')}`,
    en: (names: string[]) => `Around ${names.join(' and ')}`
  },
  part: { fr: 'Une partie du réseau', en: 'Part of the network' },
  wayOf: {
    fr: (from: string, to: string) => `${capital(de(from))} ${a(to)}`,
    en: (from: string, to: string) => `From ${from} to ${to}`
  },
  sentence: { fr: 'Quelqu’un d’ici connaît la personne qu’il vous faut.', en: 'Somebody here knows the person you need.' },
  lead: {
    fr: 'Chaque forme est une personne, un projet, un lieu… Touchez-en une : ses liens s’allument.',
    en: 'Each shape is a person, a project, a place… Touch one: its ties light up.'
  },
  demonstration: {
    fr: 'Démonstration : les lieux sont réels, les personnes et leurs liens sont inventés.',
    en: 'Demonstration: the places are real, the people and their ties are invented.'
  },
  start: { fr: 'Commencer par', en: 'Start with' },
  startAround: { fr: (name: string) => `Ce qui entoure ${name}`, en: (name: string) => `What surrounds ${name}` },
  startWay: {
    fr: (from: string, to: string) => `Le chemin ${de(from)} ${a(to)}`,
    en: (from: string, to: string) => `The way from ${from} to ${to}`
  },
  startYears: {
    fr: (year: string) => `Le réseau qui grandit, depuis ${year}`,
    en: (year: string) => `The network as it grows, since ${year}`
  },
  count: {
    fr: (entities: number, ties: number) => `${cards.fr(entities)} · ${number(ties, 'fr')} ${many(ties, 'lien', 'liens')}`,
    en: (entities: number, ties: number) => `${cards.en(entities)} · ${number(ties, 'en')} ${ties === 1 ? 'tie' : 'ties'}`
  },
  members: cards,
  elsewhere: { fr: 'Cette fiche n’est pas dans la vue.', en: 'This card is not in the view.' },
  bringIn: { fr: 'L’y amener', en: 'Bring it in' },
  drawing: {
    fr: (entities: number, ties: number) =>
      `Carte du réseau : ${cards.fr(entities)} et ${number(ties, 'fr')} ${many(ties, 'lien', 'liens')}. Les flèches la déplacent, plus et moins la rapprochent. La liste dit la même chose.`,
    en: (entities: number, ties: number) =>
      `Map of the network: ${cards.en(entities)} and ${number(ties, 'en')} ${ties === 1 ? 'tie' : 'ties'}. Arrows move it, plus and minus zoom. The list says the same.`
  },
  overview: {
    fr: (drawn: number, all: number) =>
      `${cards.fr(all)} : les communautés d’abord, et leurs ${number(drawn, 'fr')} membres les plus reliés. Entrez dans l’une d’elles.`,
    en: (drawn: number, all: number) =>
      `${cards.en(all)}: communities first, with their ${number(drawn, 'en')} most connected members. Step into one of them.`
  },
  ofOne: {
    fr: (drawn: number, all: number) => `${cards.fr(all)}, dont les ${number(drawn, 'fr')} plus reliées.`,
    en: (drawn: number, all: number) => `${cards.en(all)}, the ${number(drawn, 'en')} most connected of them.`
  },
  drawAll: { fr: 'Tout dessiner', en: 'Draw everything' },
  drawCommunities: { fr: 'Dessiner par communautés', en: 'Draw by communities' },
  wholeAgain: { fr: 'Revenir à tout le réseau', en: 'Back to the whole network' },
  waiting: { fr: 'La carte se dessine…', en: 'The map is being drawn…' },
  gone: { fr: 'Cette vue ne s’ouvre plus.', en: 'This view no longer opens.' },
  goneHint: {
    fr: 'Ce qu’elle montrait n’est plus dans le réseau, ou l’adresse est incomplète.',
    en: 'What it showed is no longer in the network, or the address is incomplete.'
  },
  nothing: { fr: 'Rien ne passe à travers ces filtres.', en: 'Nothing passes these filters.' },
  nothingHint: { fr: 'Enlevez-en un, ou élargissez les années.', en: 'Take one away, or widen the years.' },
  empty: { fr: 'Le réseau est encore vide.', en: 'The network is still empty.' },
  emptyHint: {
    fr: 'Il se remplit avec des tableurs : personnes, projets, liens. Un seul suffit pour commencer.',
    en: 'It fills from spreadsheets: people, projects, ties. One is enough to start.'
  },
  noGraphics: { fr: 'Ce navigateur ne peut pas dessiner la carte.', en: 'This browser cannot draw the map.' },
  noGraphicsHint: { fr: 'La liste, à côté, dit la même chose.', en: 'The list says the same.' },
  colour: { fr: 'Couleurs', en: 'Colours' },
  colours: {
    kind: { fr: 'Nature', en: 'Kind' },
    community: { fr: 'Communauté', en: 'Community' },
    theme: { fr: 'Thème', en: 'Theme' },
    territory: { fr: 'Territoire', en: 'Territory' }
  },
  size: { fr: 'Taille', en: 'Size' },
  sizes: {
    degree: { fr: 'Nombre de liens', en: 'Number of ties' },
    betweenness: { fr: 'Fait le pont', en: 'Acts as a bridge' },
    pagerank: { fr: 'Au cœur du réseau', en: 'At the heart' }
  },
  others: { fr: 'Autres', en: 'Others' },
  legend: { fr: 'Légende', en: 'Legend' },
  lines: { fr: 'Liens', en: 'Ties' },
  sorts: {
    acquaintance: { fr: 'Se connaître', en: 'Knowing' },
    work: { fr: 'Travailler, porter', en: 'Working, carrying' },
    support: { fr: 'Soutenir, organiser', en: 'Supporting, running' },
    event: { fr: 'Être à un événement', en: 'Being at an event' },
    exchange: { fr: 'Chercher, proposer', en: 'Seeking, offering' },
    introduction: { fr: 'Mises en relation', en: 'Introductions' },
    portrait: { fr: 'Portraits', en: 'Portraits' },
    subject: { fr: 'Thèmes et lieux', en: 'Themes and places' }
  },
  filters: { fr: 'Filtres', en: 'Filters' },
  themes: { fr: 'Thèmes', en: 'Themes' },
  territories: { fr: 'Territoires', en: 'Territories' },
  programs: { fr: 'Programmes', en: 'Programmes' },
  moreChoices: { fr: (n: number) => `Voir les ${n} autres`, en: (n: number) => `Show ${n} more` },
  fewerChoices: { fr: 'En voir moins', en: 'Show fewer' },
  focus: { fr: 'Autour de', en: 'Around' },
  steps: { fr: 'Liens autour', en: 'Ties around' },
  stepCount: {
    fr: (n: number) => `Jusqu’à ${n} ${many(n, 'lien', 'liens')}`,
    en: (n: number) => `Up to ${n} ${n === 1 ? 'tie' : 'ties'} away`
  },
  takeAway: { fr: (name: string) => `Retirer ${name}`, en: (name: string) => `Take ${name} away` },
  time: { fr: 'Années', en: 'Years' },
  timeFrom: { fr: 'Depuis', en: 'From' },
  timeTo: { fr: 'Jusqu’à', en: 'Until' },
  play: { fr: 'Dérouler les années', en: 'Play the years' },
  pause: { fr: 'Arrêter', en: 'Pause' },
  allYears: { fr: 'Toutes les années', en: 'All the years' },
  list: { fr: 'Liste', en: 'List' },
  listCaption: {
    fr: (n: number) => `${cards.fr(n)}, ${many(n, 'la même', 'les mêmes')} que sur la carte`,
    en: (n: number) => `${cards.en(n)}, the same as on the map`
  },
  columns: {
    name: { fr: 'Nom', en: 'Name' },
    kind: { fr: 'Nature', en: 'Kind' },
    community: { fr: 'Communauté', en: 'Community' },
    degree: { fr: 'Liens', en: 'Ties' }
  },
  choose: { fr: (name: string) => `Choisir ${name}`, en: (name: string) => `Choose ${name}` },
  moreRows: {
    fr: (n: number) => (n === 1 ? 'Afficher la suivante' : `Afficher les ${n} suivantes`),
    en: (n: number) => `Show the next ${n}`
  },
  showMap: { fr: 'Carte', en: 'Map' },
  undo: { fr: 'Annuler', en: 'Undo' },
  redo: { fr: 'Refaire', en: 'Redo' },
  zoomIn: { fr: 'Rapprocher', en: 'Zoom in' },
  zoomOut: { fr: 'Éloigner', en: 'Zoom out' },
  fit: { fr: 'Tout voir', en: 'See all' },
  share: { fr: 'Partager', en: 'Share' },
  export: { fr: 'Exporter', en: 'Export' },
  keys: { fr: 'Raccourcis clavier', en: 'Keyboard shortcuts' },
  close: { fr: 'Fermer', en: 'Close' },
  expand: { fr: 'Voir autour', en: 'See around' },
  expandMore: { fr: (n: number) => `Voir autour (+${n})`, en: (n: number) => `See around (+${n})` },
  onlyAround: { fr: 'Rien qu’autour', en: 'Only around' },
  openCard: { fr: 'Ouvrir la fiche', en: 'Open the card' },
  wayFrom: { fr: 'Chemin depuis…', en: 'Way from…' },
  wayOnMap: { fr: 'Le voir sur la carte', en: 'See it on the map' },
  wayBetween: { fr: 'Chemin entre les deux', en: 'Way between the two' },
  selection: { fr: (n: number) => `${n} fiches choisies`, en: (n: number) => `${n} cards chosen` },
  aroundAll: { fr: 'Voir leur entourage', en: 'See what is around them' },
  unselect: { fr: 'Ne plus choisir', en: 'Choose none' },
  ways: { fr: 'Les chemins', en: 'The ways' },
  wayPage: { fr: 'Régler et lire en grand', en: 'Adjust and read at length' },
  panel: { fr: 'À côté de la carte', en: 'Beside the map' },
  shareTitle: { fr: 'Partager cette vue', en: 'Share this view' },
  name: { fr: 'Nom de la vue', en: 'Name of the view' },
  nameHint: { fr: 'Carte jeux vidéo, soirée de juin…', en: 'Games map, evening in June…' },
  link: { fr: 'Lien', en: 'Link' },
  copy: { fr: 'Copier', en: 'Copy' },
  copied: { fr: 'Copié', en: 'Copied' },
  embed: { fr: 'À coller dans un site', en: 'To paste into a site' },
  embedHint: {
    fr: 'En lecture seule, sans cookie ; un doigt fait défiler la page, deux déplacent la carte.',
    en: 'Read-only, without cookies; one finger scrolls the page, two move the map.'
  },
  keep: { fr: 'Garder ici', en: 'Keep here' },
  kept: { fr: 'Vues gardées dans ce navigateur', en: 'Views kept in this browser' },
  forget: { fr: (name: string) => `Oublier ${name}`, en: (name: string) => `Forget ${name}` },
  keyList: {
    box: { fr: 'Ouvrir la boîte de recherche', en: 'Open the search box' },
    list: { fr: 'Afficher ou cacher la liste', en: 'Show or hide the list' },
    fit: { fr: 'Tout voir', en: 'See all' },
    zoom: { fr: 'Rapprocher, éloigner', en: 'Zoom in, zoom out' },
    move: { fr: 'Déplacer la carte', en: 'Move the map' },
    undo: { fr: 'Annuler', en: 'Undo' },
    redo: { fr: 'Refaire', en: 'Redo' },
    play: { fr: 'Dérouler les années', en: 'Play the years' },
    several: { fr: 'En choisir plusieurs', en: 'Choose several' },
    frame: { fr: 'Choisir tout un groupe', en: 'Choose a whole group' },
    around: { fr: 'Voir autour de ce qui est choisi', en: 'See around what is chosen' },
    escape: { fr: 'Fermer, ne plus choisir', en: 'Close, choose none' },
    colours: { fr: 'Changer de couleurs', en: 'Change colours' },
    keys: { fr: 'Cette liste', en: 'This list' }
  },
  shiftClick: { fr: 'Maj + clic', en: 'Shift + click' },
  shiftDrag: { fr: 'Maj + glisser', en: 'Shift + drag' },
  space: { fr: 'Espace', en: 'Space' },
  arrows: { fr: 'Flèches', en: 'Arrows' },
  openInSite: { fr: 'Ouvrir dans Entremise', en: 'Open in Entremise' },
  twoFingers: { fr: 'Deux doigts pour déplacer la carte', en: 'Two fingers move the map' },
  slow: {
    fr: 'Sans carte graphique, la carte est dessinée plus simplement.',
    en: 'Without a graphics card, the map is drawn more simply.'
  }
} satisfies Lexicon
