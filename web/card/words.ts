import { de, type Lexicon } from '../lexicon.ts'

/** The words of a card that are its own. */
export const cardWords = {
  around: { fr: 'Son voisinage', en: 'Around it' },
  aroundSomebody: { fr: () => 'Son voisinage', en: (name: string) => `Around ${name}` },
  aroundOf: { fr: (name: string) => `Le voisinage ${de(name)}, dessiné`, en: (name: string) => `What is around ${name}, drawn` },
  subjects: {
    need: { fr: 'Ce besoin', en: 'This need' },
    offer: { fr: 'Cette offre', en: 'This offer' },
    introduction: { fr: 'Cette mise en relation', en: 'This introduction' },
    portrait: { fr: 'Ce portrait', en: 'This portrait' }
  },
  showMore: { fr: (n: string) => `Voir les ${n} autres`, en: (n: string) => `Show the ${n} others` },
  showFewer: { fr: 'En voir moins', en: 'Show fewer' },
  onMap: { fr: 'Ouvrir sur la carte', en: 'Open on the map' },
  moreAround: { fr: (n: number) => `et ${n} de plus`, en: (n: number) => `and ${n} more` },
  life: { fr: 'Au fil des années', en: 'Over the years' },
  lifeOf: { fr: (from: number, to: number) => `De ${from} à ${to}`, en: (from: number, to: number) => `From ${from} to ${to}` }
} satisfies Lexicon
