import type { Lexicon } from '../lexicon.ts'

/** The words of exports: of the panel, and of what is taken away. */
export const exportWords = {
  title: { fr: 'Exporter cette vue', en: 'Export this view' },
  images: { fr: 'Image', en: 'Image' },
  what: { fr: 'Ce que montre l’image', en: 'What the image shows' },
  all: { fr: 'Tout ce qui est montré', en: 'All that is shown' },
  seen: { fr: 'Ce que je vois à l’écran', en: 'What I see on screen' },
  data: { fr: 'Données', en: 'Data' },
  files: {
    png: {
      name: { fr: 'PNG', en: 'PNG' },
      hint: { fr: 'Pour une affiche, un message, un article', en: 'For a poster, a message, an article' }
    },
    svg: {
      name: { fr: 'SVG', en: 'SVG' },
      hint: { fr: 'Pour agrandir sans limite ou retoucher le dessin', en: 'To enlarge without limit or retouch the drawing' }
    },
    print: {
      name: { fr: 'Imprimer', en: 'Print' },
      hint: { fr: 'La carte sur une page, puis la liste des noms', en: 'The map on a page, then the list of names' }
    },
    cards: {
      name: { fr: 'Fiches, CSV', en: 'Cards, CSV' },
      hint: { fr: 'Une ligne par fiche, pour un tableur', en: 'A row per card, for a spreadsheet' }
    },
    ties: {
      name: { fr: 'Liens, CSV', en: 'Ties, CSV' },
      hint: { fr: 'Une ligne par lien, avec ses dates', en: 'A row per tie, with its dates' }
    },
    gexf: {
      name: { fr: 'GEXF', en: 'GEXF' },
      hint: { fr: 'Pour Gephi : places, couleurs et tailles comprises', en: 'For Gephi: with places, colours and sizes' }
    },
    graphml: {
      name: { fr: 'GraphML', en: 'GraphML' },
      hint: { fr: 'Pour Cytoscape, NetworkX ou igraph', en: 'For Cytoscape, NetworkX or igraph' }
    },
    json: {
      name: { fr: 'JSON', en: 'JSON' },
      hint: { fr: 'Pour un programme, ou pour en écrire un', en: 'For a program, or to write one' }
    }
  },
  partOnly: {
    fr: (drawn: string, all: string) =>
      `Cette vue d’ensemble porte les ${drawn} fiches les plus reliées, sur ${all}. Entrez dans une communauté pour l’emporter entière.`,
    en: (drawn: string, all: string) =>
      `This overview holds the ${drawn} most connected cards, of ${all}. Step into a community to take it away whole.`
  },
  making: { fr: 'Un instant, le fichier se prépare…', en: 'One moment, the file is being made…' },
  done: {
    fr: (file: string) => `C’est fait : ${file} est dans vos téléchargements.`,
    en: (file: string) => `Done: ${file} is in your downloads.`
  },
  failed: {
    fr: 'Ce fichier n’a pas pu être préparé. Rien n’est perdu : réessayez, ou prenez un autre format.',
    en: 'This file could not be made. Nothing is lost: try again, or take another format.'
  },
  map: { fr: 'carte', en: 'map' },
  cardsFile: { fr: 'fiches', en: 'cards' },
  tiesFile: { fr: 'liens', en: 'ties' },
  communities: { fr: 'Communautés', en: 'Communities' },
  bridges: { fr: 'Liens d’une communauté à l’autre', en: 'Ties from one community to another' },
  byCommunity: { fr: 'par communautés', en: 'by community' },
  mostTied: {
    fr: (drawn: string, all: string) => `Les ${drawn} fiches les plus reliées, sur ${all}`,
    en: (drawn: string, all: string) => `The ${drawn} most connected cards, of ${all}`
  },
  sizes: {
    degree: { fr: 'Peu de liens, beaucoup de liens', en: 'Few ties, many ties' },
    betweenness: { fr: 'Fait peu le pont, beaucoup', en: 'Less of a bridge, more of one' },
    pagerank: { fr: 'Au bord du réseau, au cœur', en: 'At the edge, at the heart' }
  },
  ways: { fr: 'Chemins', en: 'Ways' },
  bestWay: { fr: 'Le plus sûr', en: 'The surest' },
  otherWays: { fr: 'Les autres', en: 'The others' },
  code: { fr: 'Code à lire avec un téléphone : il ouvre cette vue', en: 'Code to read with a phone: it opens this view' },
  list: { fr: 'Les fiches de cette carte', en: 'The cards on this map' },
  about: {
    fr: (counts: string, date: string) => `Carte d’un réseau de relations : ${counts}. Faite avec Entremise, ${date}.`,
    en: (counts: string, date: string) => `Map of a network of relationships: ${counts}. Made with Entremise, ${date}.`
  },
  columns: {
    id: { fr: 'Identifiant', en: 'Id' },
    name: { fr: 'Nom', en: 'Name' },
    kind: { fr: 'Nature', en: 'Kind' },
    community: { fr: 'Communauté', en: 'Community' },
    theme: { fr: 'Thème', en: 'Theme' },
    territory: { fr: 'Territoire', en: 'Territory' },
    degree: { fr: 'Nombre de liens', en: 'Number of ties' },
    betweenness: { fr: 'Fait le pont (0 à 1)', en: 'Acts as a bridge (0 to 1)' },
    pagerank: { fr: 'Au cœur du réseau (0 à 1)', en: 'At the heart (0 to 1)' },
    from: { fr: 'De', en: 'From' },
    sentence: { fr: 'Lien', en: 'Tie' },
    to: { fr: 'À', en: 'To' },
    since: { fr: 'Depuis le', en: 'Since' },
    until: { fr: 'Jusqu’au', en: 'Until' },
    relation: { fr: 'Relation', en: 'Relation' },
    fromId: { fr: 'Identifiant de', en: 'Id of from' },
    toId: { fr: 'Identifiant à', en: 'Id of to' }
  }
} satisfies Lexicon
