import type { Lexicon } from '../lexicon.ts'

/** The words of who decides. */
export const connectorWords = {
  ask: { fr: 'Je suis connecteur…', en: 'I am a connector…' },
  key: { fr: 'Clé de connecteur', en: 'Connector’s key' },
  hint: {
    fr: 'Celle que vous a donnée la personne qui tient ce site. Elle reste dans ce navigateur.',
    en: 'The one that whoever keeps this site gave you. It stays in this browser.'
  },
  remember: { fr: 'Se souvenir ici', en: 'Remember here' },
  open: { fr: 'Entrer', en: 'Enter' },
  wrong: { fr: 'Cette clé n’ouvre rien ici. Vérifiez qu’elle est entière.', en: 'This key opens nothing here. Check that it is whole.' },
  old: { fr: 'La clé gardée ici n’ouvre plus rien.', en: 'The key kept here opens nothing any more.' },
  away: { fr: 'Entremise ne répond pas. Réessayez dans un instant.', en: 'Entremise does not answer. Try again in a moment.' },
  closed: {
    fr: 'Ce navigateur ne garde rien : la clé ne peut pas y rester.',
    en: 'This browser keeps nothing: the key cannot stay here.'
  },
  here: { fr: 'Vous décidez ici, comme connecteur.', en: 'You decide here, as a connector.' },
  forget: { fr: 'Oublier la clé', en: 'Forget the key' }
} satisfies Lexicon
