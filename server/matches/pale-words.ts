/**
 * Folded words that stand in every text about anything, and so say nothing of what two have in common; beside `STOP_WORDS`, which search goes
 * by. Words of a trade or a subject are none, however common.
 */
export const PALE_WORDS: ReadonlySet<string> = new Set(
  `ainsi alors apres aussi autre autres autour avant avoir avait beaucoup bien bon bonne car cela celle celles celui ceux chaque chez chose choses
   comme comment contre cours debut deja depuis dernier derniere deux devient dire dit dix donc donner elle-meme encore enfin ensemble entre
   est et etait etaient ete etre eux fait faire faut fin fois font furent grand grande grands grandes heure heures hors hui ici importe jamais jour
   jours journee journees lequel laquelle leur leurs lors lui maintenant mais meme memes mes mieux mis mise moins mois mon monde mot mots
   notamment notre nos nouveau nouveaux nouvelle nouvelles oui par-dessus parce parle parlent parler parmi partir pas passe passer peu peut peuvent
   plupart plus plusieurs point porte portent pouvoir premier premiere premiers prendre pres presque puis quand quatre quelque quelques quoi
   rien sait sans-cesse savoir selon sera seront seul seule seuls si soir soirs soit son sont souvent sous suis suit surtout tant tard tel telle
   temps tenir tient toujours tous tout toute toutes tres trois trop trouve trouver tot va vers veut vient vieux vite vivre voici voila voir vont
   arrive arrivee arriver arrives printemps ete automne hiver matin matins midi nuit nuits janvier fevrier mars avril mai juin juillet aout
   septembre octobre novembre decembre reel reels reelle reelles fiche fiches lien liens personne personnes gens invente inventee inventes inventees personnage tient
   votre vos vrai vraie an ans annee annees semaine semaines lundi mardi mercredi jeudi vendredi samedi dimanche cherche cherchent chercher
   propose proposent besoin permet permettre permettant afin mettre place cadre objectif objectifs projet projets mission equipe travail travaille
   about after all also although always another any around back because been before being best between both but can could day days did does done
   during each either else enough ever every few first for-ever get gets give given go goes good great had has have having her here hers him his
   how however if into just know last later least less let like little long look made make makes making many may me might mine more most much
   must my never new next no nor not nothing now off often old once one only onto other others our out over own part people per place put rather
   said same say says see seek seeks she should since small so some soon still such take takes team than their them then there these they thing
   things those three through time times today together too toward two under until up upon us use used uses using very want wants was way we week
   weeks well were what when where which while who whom whose why will within without work works would year years yes yet you your project
   projects need needs offer offers`.split(/\s+/)
)
