import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { de, type Lexicon, many } from '../lexicon.ts'

/** What a theme, a place or a programme is to those of a kind: they are about it, around it, in it. */
const about = (thing: EntityType, name: string) => ({
  fr: thing === 'territory' ? `du côté ${de(name)}` : thing === 'theme' ? `sur ${name}` : `dans ${name}`,
  en: thing === 'territory' ? `around ${name}` : thing === 'theme' ? `about ${name}` : `in ${name}`
})

/** The words of the box. */
export const boxWords = {
  title: { fr: 'Chercher ou demander', en: 'Search or ask' },
  open: { fr: 'Une personne, un projet, une idée…', en: 'A person, a project, an idea…' },
  placeholder: {
    fr: 'Un nom, une idée, « autour de… », « chemin de… à… »',
    en: 'A name, an idea, “around…”, “way from… to…”'
  },
  recent: { fr: 'Vues récemment', en: 'Seen lately' },
  tries: { fr: 'Vous pouvez aussi écrire', en: 'You can also write' },
  results: { fr: 'Résultats', en: 'Results' },
  way: { fr: (from: string, to: string) => `Chemin ${de(from)} à ${to}`, en: (from: string, to: string) => `Way from ${from} to ${to}` },
  wayFrom: { fr: (from: string) => `Chemin ${de(from)} à…`, en: (from: string) => `Way from ${from} to…` },
  reach: { fr: (to: string) => `Comment rejoindre ${to} ?`, en: (to: string) => `How to reach ${to}?` },
  knows: { fr: (of: string) => `Qui connaît ${of} ?`, en: (of: string) => `Who knows ${of}?` },
  needs: { fr: (of: string) => `Ce que cherche ${of}`, en: (of: string) => `What ${of} is looking for` },
  offers: { fr: (of: string) => `Ce que propose ${of}`, en: (of: string) => `What ${of} offers` },
  around: { fr: (of: string) => `Autour ${de(of)}`, en: (of: string) => `Around ${of}` },
  kindAbout: {
    fr: (kind: string, thing: EntityType, name: string) => `Les ${kind.toLowerCase()} ${about(thing, name).fr}`,
    en: (kind: string, thing: EntityType, name: string) => `${kind} ${about(thing, name).en}`
  },
  kind: {
    fr: (kind: string) => `Les ${kind.toLowerCase()}, sur la carte`,
    en: (kind: string) => `${kind}, on the map`
  },
  unknown: { fr: (name: string) => `Qui est « ${name} » ?`, en: (name: string) => `Who is “${name}”?` },
  unknownHint: { fr: 'Essayez le début du nom, ou un autre mot.', en: 'Try the beginning of the name, or another word.' },
  map: { fr: 'Ouvrir la carte', en: 'Open the map' },
  list: { fr: 'Ouvrir la liste', en: 'Open the list' },
  communities: { fr: 'Les communautés, en couleurs', en: 'The communities, in colours' },
  keys: { fr: 'Les raccourcis du clavier', en: 'The keyboard shortcuts' },
  all: { fr: (q: string) => `Tout ce qui parle de « ${q} »`, en: (q: string) => `Everything about “${q}”` },
  none: { fr: 'Rien ni personne à ce nom.', en: 'Nothing and nobody by that name.' },
  failed: { fr: 'Impossible de chercher pour l’instant. Rien n’est perdu.', en: 'Searching is not possible right now. Nothing is lost.' },
  count: {
    fr: (n: number) => `${n} ${many(n, 'proposition', 'propositions')}`,
    en: (n: number) => `${n} ${n === 1 ? 'suggestion' : 'suggestions'}`
  },
  close: { fr: 'Fermer', en: 'Close' },
  hint: { fr: '↑ ↓ pour choisir · Entrée pour ouvrir · Échap pour fermer', en: '↑ ↓ to choose · Enter to open · Esc to close' }
} satisfies Lexicon
