import { a, capital, de, type Lexicon, many } from './lexicon.ts'

/** Every word that is common to several pages; the names of kinds and relations are the vocabulary's. */
export const words = {
  site: {
    name: { fr: 'Entremise', en: 'Entremise' },
    skip: { fr: 'Aller au contenu', en: 'Skip to the content' },
    nav: { fr: 'Pages', en: 'Pages' },
    map: { fr: 'Carte', en: 'Map' },
    way: { fr: 'Rejoindre', en: 'Reach' },
    questions: { fr: 'Questions', en: 'Questions' },
    tables: { fr: 'Cafés', en: 'Cafés' },
    home: { fr: 'Entremise, accueil', en: 'Entremise, home' },
    language: { fr: 'Read in English', en: 'Lire en français' },
    dark: { fr: 'Passer en sombre', en: 'Switch to dark' },
    light: { fr: 'Passer en clair', en: 'Switch to light' },
    foot: {
      fr: 'Entremise : s’entremettre pour que deux personnes se rencontrent.',
      en: 'Entremise: stepping in between two people so that they meet.'
    }
  },
  search: {
    title: { fr: 'Chercher', en: 'Search' },
    titleOf: { fr: (q: string) => `« ${q} »`, en: (q: string) => `“${q}”` },
    label: { fr: 'Que cherchez-vous ?', en: 'What are you looking for?' },
    placeholder: { fr: 'Un nom, un métier, une idée', en: 'A name, a trade, an idea' },
    kinds: { fr: 'Garder seulement', en: 'Keep only' },
    count: { fr: (n: number) => `${n} ${many(n, 'résultat', 'résultats')}`, en: (n: number) => `${n} ${n === 1 ? 'result' : 'results'}` },
    first: { fr: (n: number) => `Les ${n} premiers résultats`, en: (n: number) => `The first ${n} results` },
    all: { fr: (q: string) => `Tout ce qui parle de « ${q} »`, en: (q: string) => `Everything about “${q}”` },
    foundIn: { fr: (field: string) => `trouvé dans : ${field}`, en: (field: string) => `found in: ${field}` },
    none: { fr: (q: string) => `Rien ni personne pour « ${q} ».`, en: (q: string) => `Nothing and nobody for “${q}”.` },
    noneHint: { fr: 'Essayez le début d’un mot, un métier, une ville.', en: 'Try the beginning of a word, a trade, a town.' },
    noneFiltered: { fr: 'Chercher dans toutes les fiches', en: 'Search all the cards' },
    empty: { fr: 'Une lettre suffit pour commencer.', en: 'One letter is enough to start.' },
    emptyHint: {
      fr: 'Les accents, les majuscules et une faute de frappe sont pardonnés.',
      en: 'Accents, capitals and a typo are forgiven.'
    },
    clear: { fr: 'Effacer', en: 'Clear' }
  },
  card: {
    title: { fr: 'Fiche', en: 'Card' },
    about: { fr: 'En bref', en: 'In short' },
    reach: { fr: (name: string) => `Comment rejoindre ${name} ?`, en: (name: string) => `How to reach ${name}?` },
    more: { fr: (n: string) => `…et ${n} autres`, en: (n: string) => `…and ${n} more` },
    oneMore: { fr: '…et un autre', en: '…and one more' },
    noTies: { fr: 'Aucun lien n’est encore connu.', en: 'No tie is known yet.' },
    noTiesHint: {
      fr: 'Les liens viennent des entretiens et des tableurs que l’on importe.',
      en: 'Ties come from interviews and from the spreadsheets that are imported.'
    },
    source: { fr: (source: string) => `Source : ${source}`, en: (source: string) => `Source: ${source}` },
    written: {
      fr: (when: string, label: string) => `Écrit ${when} · ${label}`,
      en: (when: string, label: string) => `Written ${when} · ${label}`
    },
    missing: { fr: 'Cette fiche n’existe pas, ou plus.', en: 'This card does not exist, or no longer does.' },
    missingHint: { fr: 'Peut-être sous un autre nom : cherchez-la.', en: 'Perhaps under another name: search for it.' },
    newPage: { fr: '(autre site)', en: '(another site)' }
  },
  way: {
    title: { fr: 'Qui peut vous présenter ?', en: 'Who can introduce you?' },
    titleOf: {
      fr: (from: string, to: string) => `${capital(de(from))} ${a(to)}`,
      en: (from: string, to: string) => `From ${from} to ${to}`
    },
    lead: {
      fr: 'Dites de qui vous partez et qui vous voulez rencontrer : voici par qui passer, le plus sûr d’abord.',
      en: 'Say whom you start from and whom you want to meet: here is whom to go through, the surest first.'
    },
    from: { fr: 'Je pars de', en: 'I start from' },
    to: { fr: 'Je veux rejoindre', en: 'I want to reach' },
    fromHint: { fr: 'Vous, ou quelqu’un que vous connaissez', en: 'You, or somebody you know' },
    toHint: { fr: 'Une personne, une organisation, un projet', en: 'A person, an organization, a project' },
    swap: { fr: 'Échanger les deux bouts', en: 'Swap the two ends' },
    recent: { fr: 'Liens récents seulement', en: 'Recent ties only' },
    since: { fr: (date: string) => `Liens encore actifs ${date}`, en: (date: string) => `Ties that still held ${date}` },
    steps: { fr: 'Étapes au plus', en: 'Steps at the most' },
    without: { fr: (name: string) => `Sans ${name}`, en: (name: string) => `Without ${name}` },
    takeBack: { fr: (name: string) => `Sans ${name} : ne plus éviter`, en: (name: string) => `Without ${name}: no longer avoid` },
    avoid: { fr: 'Éviter', en: 'Avoid' },
    avoidName: { fr: (name: string) => `Éviter ${name}`, en: (name: string) => `Avoid ${name}` },
    onMap: { fr: 'Voir sur la carte', en: 'See on the map' },
    direct: { fr: 'Directement', en: 'Directly' },
    through: { fr: (names: string[]) => `Par ${names.join(', puis ')}`, en: (names: string[]) => `Through ${names.join(', then ')}` },
    count: {
      fr: (n: number) => (n < 2 ? 'Un chemin' : `${['', '', 'Deux', 'Trois', 'Quatre', 'Cinq'][n]} chemins, le plus sûr d’abord`),
      en: (n: number) => (n < 2 ? 'One way' : `${['', '', 'Two', 'Three', 'Four', 'Five'][n]} ways, the surest first`)
    },
    strength: {
      'very-strong': { fr: 'très solide', en: 'very strong' },
      strong: { fr: 'solide', en: 'strong' },
      fair: { fr: 'possible', en: 'fair' },
      slender: { fr: 'ténu', en: 'slender' },
      faint: { fr: 'très ténu', en: 'very faint' }
    },
    about: {
      fr: (share: string) => (share.startsWith('<') ? share : `environ ${share}`),
      en: (share: string) => (share.startsWith('<') ? share : `about ${share}`)
    },
    figures: {
      fr: 'Le pourcentage est une estimation : les chances que chacun présente volontiers le suivant, jusqu’au bout du chemin.',
      en: 'The percentage is an estimate: how likely it is that each gladly introduces the next, to the end of the way.'
    },
    moreReasons: {
      fr: (n: number) => `${n} ${many(n, 'autre raison', 'autres raisons')}`,
      en: (n: number) => `${n} more ${n === 1 ? 'reason' : 'reasons'}`
    },
    none: {
      fr: (from: string, to: string) => `Pas encore de chemin ${de(from)} ${a(to)}.`,
      en: (from: string, to: string) => `No way yet from ${from} to ${to}.`
    },
    nearest: { fr: (to: string) => `Au plus près ${de(to)}, vous pouvez rejoindre`, en: (to: string) => `Nearest to ${to}, you can reach` },
    hops: {
      fr: (n: number) => (n === 1 ? 'à une étape' : `à ${n} étapes`),
      en: (n: number) => (n === 1 ? 'one step away' : `${n} steps away`)
    },
    nearestHint: {
      fr: 'Parlez-leur de votre projet : souvent, c’est ainsi qu’un chemin s’ouvre.',
      en: 'Tell them what you are after: this is often how a way opens.'
    },
    alone: { fr: (from: string) => `Aucun lien ne part encore ${de(from)}.`, en: (from: string) => `No tie leads out from ${from} yet.` },
    aloneHint: {
      fr: 'Une première rencontre notée suffit pour entrer dans le réseau.',
      en: 'One first meeting written down is enough to enter the network.'
    },
    loosen: { fr: 'Vos choix ferment peut-être le passage :', en: 'Your choices may close the passage:' },
    allTies: { fr: 'Compter aussi les liens anciens', en: 'Count older ties too' },
    noAvoid: { fr: 'N’éviter personne', en: 'Avoid nobody' },
    allSteps: { fr: 'Permettre six étapes', en: 'Allow six steps' },
    unknown: { fr: 'L’un des deux bouts n’existe pas, ou plus.', en: 'One of the two ends does not exist, or no longer does.' },
    unknownHint: { fr: 'Cherchez-le par son nom, ici au-dessus.', en: 'Look for it by its name, above.' },
    same: { fr: 'C’est la même fiche des deux côtés.', en: 'It is the same card on both sides.' },
    sameHint: { fr: 'Choisissez quelqu’un d’autre à rejoindre.', en: 'Choose somebody else to reach.' },
    empty: { fr: 'Deux noms, et le chemin se dessine.', en: 'Two names, and the way draws itself.' },
    emptyHint: {
      fr: 'À chaque étape, vous verrez ce qui relie les deux personnes : un projet mené ensemble, une soirée, des années de travail.',
      en: 'At each step you will see what ties the two people: a project carried together, an evening, years of work.'
    }
  },
  finder: {
    results: {
      fr: (n: number) => `${n} ${many(n, 'proposition', 'propositions')}`,
      en: (n: number) => `${n} ${n === 1 ? 'suggestion' : 'suggestions'}`
    },
    none: { fr: 'Rien ni personne à ce nom.', en: 'Nothing and nobody by that name.' },
    failed: { fr: 'Impossible de chercher pour l’instant.', en: 'Searching is not possible right now.' }
  },
  waiting: {
    page: { fr: 'Un instant…', en: 'One moment…' },
    away: { fr: 'Le réseau ne répond pas pour l’instant.', en: 'The network does not answer right now.' },
    starting: { fr: 'Le réseau se réveille.', en: 'The network is waking up.' },
    startingHint: {
      fr: 'Il répond dans quelques secondes. La page s’ouvrira d’elle-même.',
      en: 'It answers in a few seconds. The page will open by itself.'
    }
  },
  failed: {
    unreachable: { fr: 'Entremise ne répond pas.', en: 'Entremise does not answer.' },
    unreachableHint: {
      fr: 'La connexion est coupée ou le serveur est arrêté. Rien n’est perdu, et la page réessaie d’elle-même.',
      en: 'The connection is down or the server has stopped. Nothing is lost, and the page tries again by itself.'
    },
    refused: { fr: 'Cette demande n’a pas abouti.', en: 'This request did not go through.' },
    refusedHint: { fr: 'Rien n’est perdu. Le serveur dit :', en: 'Nothing is lost. The server says:' },
    broken: { fr: 'Cette page s’est prise les pieds dans le tapis.', en: 'This page tripped over itself.' },
    brokenHint: { fr: 'C’est notre faute et rien n’est perdu. Rechargez-la.', en: 'It is our fault and nothing is lost. Load it again.' },
    again: { fr: 'Réessayer', en: 'Try again' },
    reload: { fr: 'Recharger', en: 'Load again' }
  },
  lost: {
    title: { fr: 'Cette page n’est pas sur la carte', en: 'This page is not on the map' },
    hint: { fr: 'L’adresse est peut-être incomplète.', en: 'The address may be incomplete.' },
    home: { fr: 'Revenir à l’accueil', en: 'Back to the home page' }
  }
} satisfies Lexicon
