import type { Language, Words } from './words.ts'

/**
 * Values that open texts (`kind`, `stage`, `family`, `format`, `status`, `state`, the `role` of a tie) are known to have, in words; others are shown as
 * they are.
 */
const values: Record<string, Words> = {
  media: { fr: 'média', en: 'media' },
  cluster: { fr: 'cluster', en: 'cluster' },
  company: { fr: 'entreprise', en: 'company' },
  association: { fr: 'association', en: 'association' },
  'public body': { fr: 'organisme public', en: 'public body' },
  laboratory: { fr: 'laboratoire', en: 'laboratory' },
  coworking: { fr: 'espace de travail partagé', en: 'coworking' },
  school: { fr: 'école', en: 'school' },
  investor: { fr: 'investisseur', en: 'investor' },
  incubator: { fr: 'incubateur', en: 'incubator' },
  accelerator: { fr: 'accélérateur', en: 'accelerator' },
  funding: { fr: 'financement', en: 'funding' },
  award: { fr: 'prix', en: 'award' },
  label: { fr: 'label', en: 'label' },
  call: { fr: 'appel à projets', en: 'call for projects' },
  idea: { fr: 'idée', en: 'idea' },
  prototype: { fr: 'prototype', en: 'prototype' },
  launched: { fr: 'lancé', en: 'launched' },
  growing: { fr: 'en croissance', en: 'growing' },
  ended: { fr: 'terminé', en: 'ended' },
  networking: { fr: 'réseautage', en: 'networking' },
  conference: { fr: 'conférence', en: 'conference' },
  bloggers: { fr: 'blogueurs', en: 'bloggers' },
  launch: { fr: 'lancement', en: 'launch' },
  'common interest': { fr: 'intérêt commun', en: 'common interest' },
  breakfast: { fr: 'petit-déjeuner', en: 'breakfast' },
  evening: { fr: 'soirée', en: 'evening' },
  camp: { fr: 'journée participative', en: 'camp' },
  open: { fr: 'en cours', en: 'open' },
  answered: { fr: 'a trouvé réponse', en: 'answered' },
  closed: { fr: 'plus d’actualité', en: 'closed' },
  proposed: { fr: 'proposée', en: 'proposed' },
  accepted: { fr: 'acceptée', en: 'accepted' },
  declined: { fr: 'déclinée', en: 'declined' },
  made: { fr: 'faite', en: 'made' },
  held: { fr: 'a eu lieu', en: 'held' },
  useful: { fr: 'utile', en: 'useful' },
  competitors: { fr: 'concurrents', en: 'competitors' },
  conflict: { fr: 'en conflit', en: 'in conflict' },
  'no-use': { fr: 'rien à y gagner', en: 'nothing to gain from it' },
  'wrong-moment': { fr: 'pas le bon moment', en: 'not the right moment' },
  'one-declined': { fr: 'l’un des deux a décliné', en: 'one of the two declined' },
  acquainted: { fr: 'se connaissent déjà', en: 'know each other already' }
}

/** A value of an open text, in words where it is known. */
export const spokenValue = (value: string, language: Language): string => values[value]?.[language] ?? value
