import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'

/** What stands before a noun, in French and in English: a word after one of these names something, most of the time. */
const DETERMINERS =
  `le|la|les|l|un|une|des|du|au|aux|d|ce|cet|cette|ces|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs|deux|trois|
quatre|cinq|six|sept|huit|neuf|dix|cent|cents|mille|quelques|plusieurs|chaque|the|a|an|his|her|their|our|your|my|some|two|three|four|five`.replace(
    /\s+/g,
    ''
  )

const NOUN = new RegExp(`(?<![\\p{L}\\p{M}])(?:${DETERMINERS})(?:[’'ʼ]|\\s+)([\\p{L}\\p{M}]{4,40})(?![\\p{L}\\p{M}])`, 'giu')

/** Words that stand after a determiner and still tell nothing of anybody: adjectives, time, pronouns' verbs, and what every card speaks of. */
const plain = new Set(
  `autre autres meme memes petit petite petits petites grand grande grands grandes vieux vieil vieille vieilles nouveau nouvelle nouveaux nouvelles
  premier premiere premiers premieres dernier derniere derniers dernieres bonne bonnes bons beau belle jeune jeunes seul seule simple vrai vraie long
  longue mieux plupart reste jour jours journee matin matins matinee soir soirs soiree nuit nuits semaine semaines mois annee annees heure heures
  minute minutes hiver printemps automne temps fois moment instant lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril
  juin juillet aout septembre octobre novembre decembre gens monde personne personnes chose choses cote facon maniere partie fond suite place
  point fiche projet projets equipe metier travail programme besoin besoins idee idees demi demie moitie dizaine douzaine vingtaine trentaine centaine
  faire dire voir avoir etre savoir mettre prendre porter tenir rendre trouver chercher garder passer laisser donner demander apprendre
  prend prennent porte portent tient tiennent rend rendent trouve trouvent cherche gardent passe passent laisse donne donnent demande apprend
  mettent montre montrent connait connaissent lisent ouvre ecoute appelle attend attendent ont sont avait etait
  other others same small little great good young first last whole day days morning evening night week month months year years hour hours time
  people person thing things part side way place project team work need idea half rest most`
    .split(/\s+/)
    .map(stem)
)

/** The nouns of a text by their stems, each as it is first written. */
export function nounsOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, word = ''] of text.matchAll(NOUN)) {
    const root = stem(fold(word))
    if (!plain.has(root) && !found.has(root)) found.set(root, word)
  }
  return found
}
