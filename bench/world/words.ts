import { oneOf, type Random } from './random.ts'

const list = (words: string): string[] => words.trim().split(/\s+/)

export const firstNames = list(`
  Ada Adèle Agathe Aïcha Alban Albane Alice Aliénor Amandine Ambre Amir Anaïs Anatole Anouk Antoine Apolline Armand Arsène Arthur Aurèle
  Axel Aya Bastien Baptiste Basile Béatrice Bérénice Blanche Boris Brice Camille Capucine Casimir Célestin Céleste Charlie Chloé Clara
  Clément Clémence Colin Colombe Côme Constance Cyprien Damien Daphné Delphine Diane Dorian Édith Edgar Élias Élie Élise Éloïse Elsa
  Émile Emma Enzo Esther Étienne Eugénie Ève Fadila Fanny Faustine Félix Flavie Florent Gabriel Gaspard Gaëlle Germain Hadrien Hana Hector
  Héloïse Henri Hugo Ibrahim Idris Inès Iris Isaac Isaure Ismaël Jade Jean Jeanne Joachim Jonas Joséphine Jules Juliette Karim Kenza Laure
  Lazare Léa Léon Léonie Lila Lina Lison Loïc Lou Louise Lubin Lucie Mael Malo Manon Marcel Margot Marius Marthe Mathis Maud Maxence Maya
  Mehdi Mélina Milan Mina Mohamed Nadia Naïm Naomi Nils Ninon Noé Nora Nour Octave Odette Olga Oscar Ousmane Paul Pénélope Philémon Prune
  Quentin Rachid Raphaël Rémi Romane Rosalie Ruben Sacha Salomé Samir Samuel Sarah Sidonie Simon Solène Sofia Soline Sophie Suzanne Sven
  Tancrède Tess Théa Théo Thibault Timothée Titouan Tom Ulysse Valentin Victoire Violette Xavier Yacine Yann Yasmine Zacharie Zélie Zoé`)

/** Plants and rocks, the surnames of people who do not exist. */
const natural = list(`
  Achillée Aconit Airelle Alchémille Amarante Ancolie Andésite Anémone Angélique Ardoise Armoise Arnica Arroche Asphodèle Aubépine Aulne
  Basalte Belladone Benoîte Bleuet Bourrache Bruyère Bugle Buis Calcaire Calcite Callune Campanule Cardamine Carline Cassis Centaurée
  Chardon Charme Chélidoine Chicorée Colchique Consoude Coquelicot Cornouiller Craie Cyclamen Digitale Dolérite Dolomie Domite Églantier
  Épervière Érable Euphorbe Feldspath Ficaire Fougère Fusain Gabbro Gaillet Galet Genêt Genévrier Gentiane Géranium Gneiss Granit Grès
  Grenat Gypse Hellébore Hêtre Houx Jacinthe Jaspe Jonquille Joubarbe Lichen Lierre Limon Lin Lis Liseron Lotier Lunaire Marbre Marne
  Mauve Mélèze Mélisse Menthe Mica Millepertuis Molène Mousse Muguet Myosotis Myrtille Narcisse Nigelle Noisetier Obsidienne Œillet Ophite
  Orchis Origan Orme Orpin Ortie Oseille Pavot Pensée Pervenche Phonolite Pierre Pimprenelle Plantain Ponce Porphyre Pouzzolane Prêle
  Primevère Pyrite Quartz Quartzite Reine Renoncule Rhyolite Romarin Ronce Sable Salicaire Sapin Sarriette Sauge Saule Saxifrage Scabieuse
  Schiste Serpentine Silex Sorbier Souci Spinelle Tanaisie Thym Tilleul Topaze Tourbe Trachyte Trèfle Troène Tuf Valériane Verveine
  Violette Viorne Zircon`)

const starts = list(`
  ar bal bar ber blan bon bor bour bran bren brin cal can car cas char chen clar cor cour cran dal del des dor dour dran fal fer flan fon
  for fran gal gar ger glan gour gran grim hal lam lan lar lor lour mal mar mer mol mon mor nar nol nor pal par per plan pon por pral ral
  rom rour sal ser sol tal tar ter thor tour tral val var ver vil vol`)
const middles = list(`ad al am an and ang ard ass av eb el ell em en ent er ess et ib in ill im iv ob oll on or ov un ur`)
const endings = list(`
  ac acle aud ault ane ange ard as at ault aye é eau ège elle er erie ès esse et ette euil ez ié ière ille in ine is oche ol on onde ot ou
  oue oux ui ure y`)

/** Words that sound French and mean nothing, each once. */
export function inventWords(random: Random, count: number): string[] {
  const words = new Set<string>()
  while (words.size < count) words.add(oneOf(random, starts) + oneOf(random, middles) + oneOf(random, endings))
  return [...words]
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Surnames, the plants and rocks first. */
export const inventSurnames = (random: Random, count: number): string[] => [...natural, ...inventWords(random, count).map(capital)]

/** What the words of real descriptions are, the most frequent first; invented ones follow. */
export const commonWords = list(`
  et pour avec dans les des une sur leurs notre qui local atelier équipe quartier projet jeu vélo carte énergie eau forêt école musique
  image données logiciel prototype réemploi partage mobilité santé alimentation culture mémoire habitat outil réseau soirée rencontre
  commune vallée montagne rivière jardin ferme marché cuisine papier bois métal textile lumière son vidéo récit livre radio numérique libre
  ouvert durable solidaire rural urbain jeune ancien mesure capteur plan maquette usage besoin essai série chantier formation apprentissage
  recherche laboratoire industrie artisan commerce livraison transport gare route sentier refuge festival scène théâtre dessin affiche
  couleur matière terre pierre volcan lave neige vent soleil saison matin nuit enfant parent voisin ami public accueil accompagnement
  conseil financement partenaire client bénévole association entreprise coopérative collectif territoire pays ville village place rue`)

export const roles = list(`
  Architecte Bibliothécaire Cartographe Chercheuse Chimiste Comptable Conseillère Designer Développeur Développeuse Directrice Documentaliste
  Éditeur Éducatrice Ergothérapeute Formateur Formatrice Géographe Géologue Graphiste Illustratrice Ingénieur Ingénieure Journaliste Juriste
  Libraire Maraîchère Médiatrice Menuisier Musicienne Paysagiste Photographe Réalisateur Romancière Scénariste Soudeuse Statisticien Traductrice
  Urbaniste Vétérinaire`)
export const teamRoles = list(`Porteuse Porteur Développement Dessin Terrain Écriture Essais Finances Communication Recherche`)
export const organizationKinds = list(`company company company association association cluster media laboratory school coworking investor`)
export const stages = list(`idea prototype prototype launched launched launched paused ended`)
export const cities = list(`
  Clermont-Ferrand Riom Thiers Issoire Ambert Vichy Moulins Aurillac Brioude Royat Chamalières Cournon Billom Lezoux Gannat Besse Murol`)
