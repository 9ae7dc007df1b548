import type { FeatureName } from '#contract/learning.ts'
import type { Words } from '#contract/vocabulary/words.ts'

/** Every word of the page that says how meetings are chosen. */
export const learningWords = {
  title: { fr: 'Comment ces rencontres sont choisies', en: 'How these meetings are chosen' },
  lead: {
    fr: 'Ce qui rapproche deux fiches est pesé. Au début, les poids sont les mêmes pour tous ; dès que votre réseau a assez de passé, ils sont appris de qui a vraiment fini par se rencontrer, et de ce que vous avez refusé.',
    en: 'What brings two cards together is weighed. At first the weights are the same for everybody; once your network has enough of a past, they are learnt from who did come to meet, and from what you refused.'
  },
  never: {
    fr: 'Personne n’est noté : un poids dit ce qui compte, pas qui compte.',
    en: 'Nobody is graded: a weight says what counts, not who.'
  },
  learnt: {
    fr: (meetings: number) => `Appris de ${meetings.toLocaleString('fr')} listes du passé, et des refus.`,
    en: (meetings: number) => `Learnt from ${meetings.toLocaleString('en')} lists of the past, and from refusals.`
  },
  usual: {
    fr: (meetings: number, needed: number) =>
      `Poids habituels : ${meetings === 0 ? 'aucune première rencontre datée' : `${meetings} fiches avec une première rencontre datée`} ; il en faut ${needed} pour apprendre.`,
    en: (meetings: number, needed: number) =>
      `Usual weights: ${meetings === 0 ? 'no dated first meeting' : `${meetings} cards with a dated first meeting`}; ${needed} are needed to learn.`
  },
  reason: { fr: 'Ce qui compte', en: 'What counts' } satisfies Words,
  weight: { fr: 'Poids', en: 'Weight' } satisfies Words,
  cameTrue: { fr: 'S’est réalisé', en: 'Came true' } satisfies Words,
  speaksFor: { fr: 'compte pour', en: 'counts for' } satisfies Words,
  holdsBack: { fr: 'retient', en: 'holds back' } satisfies Words,
  tooFew: { fr: 'trop peu pour le dire', en: 'too few to say' } satisfies Words,
  share: {
    fr: (met: number, suggested: number) => `${met.toLocaleString('fr')} sur ${suggested.toLocaleString('fr')}`,
    en: (met: number, suggested: number) => `${met.toLocaleString('en')} of ${suggested.toLocaleString('en')}`
  },
  link: { fr: 'Comment sont-elles choisies ?', en: 'How are they chosen?' } satisfies Words,
  features: {
    walk: { fr: 'Être proches par ce qui est récent', en: 'Being near through what is recent' },
    lasting: { fr: 'Être proches par tout ce qui a existé', en: 'Being near through all that ever was' },
    joins: { fr: 'Un projet proche qui accueille', en: 'A near project that takes people in' },
    texts: { fr: 'Parler de la même chose', en: 'Speaking of the same' },
    projects: { fr: 'Un projet en cours qui ressemble', en: 'A present project that is alike' },
    shared: { fr: 'Organisations, programmes, lieux en commun', en: 'Organizations, programmes, places in common' },
    programmes: { fr: 'Un programme récent en commun', en: 'A recent programme in common' },
    city: { fr: 'La même ville', en: 'The same town' },
    role: { fr: 'La même fonction', en: 'The same role' },
    contacts: { fr: 'Des connaissances en commun', en: 'Acquaintances in common' },
    far: { fr: 'Personne en commun', en: 'Nobody in common' },
    circle: { fr: 'Avoir déjà rencontré beaucoup de monde', en: 'Having met many already' },
    activity: { fr: 'Être dans plusieurs projets', en: 'Being in several projects' },
    recent: { fr: 'Des projets récents', en: 'Recent projects' },
    newlyMet: { fr: 'Des rencontres récentes', en: 'Recent meetings' },
    current: { fr: 'Un projet en cours', en: 'A project under way' },
    latest: { fr: 'Un dernier projet récent', en: 'A recent latest project' },
    first: { fr: 'Être arrivé récemment', en: 'Having come recently' }
  } satisfies Record<FeatureName, Words>
}
