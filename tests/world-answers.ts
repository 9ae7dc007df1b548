/** Which offers of the demonstration world would answer which needs, as whoever reads both would say. */
export const answers = `
  besoin-son offre-micros
  besoin-joueurs offre-familles
  besoin-local offre-hangar
  besoin-cave-du-puits offre-remi-houille
  besoin-galerie-neuf-degres offre-affinage
  besoin-laine-perdue offre-bruit
  besoin-cantine-a-voix-basse offre-oriane-laiche
  besoin-tournee-du-seigle offre-sacha-ortie
  besoin-boite-a-pilules offre-ondine-seigle
  besoin-recreation-sans-bobo offre-dalles
  besoin-auberge-des-ombres offre-rosalie-camomille
  besoin-voix-du-foirail offre-elodie-lapilli
  besoin-pleurotes-du-tunnel offre-gaetan-douglas
  besoin-tourbieres-de-juin offre-vadim-cobalt
  besoin-tourbieres-de-juin offre-maia-txori
  besoin-vitrines-sans-texte offre-marthe-coquelicot
  besoin-mains-bavardes offre-musee-ferme
  besoin-bocal-du-samedi offre-leon-bourbince
  besoin-ressorts offre-viviane-bruant
  besoin-outils-greffes offre-viviane-bruant
  besoin-poules-du-salon offre-aurelien-copeau
  besoin-audition-ouverte offre-oceane-plume
  besoin-chaise-au-couteau offre-eclaircies
  besoin-terre-crue offre-casse
  besoin-trace-du-charpentier offre-place-du-bourg
  besoin-brames-et-chenes offre-plaids
  besoin-source-a-source offre-leandre-marais
  besoin-bourg-chaud offre-leon-bourbince
  besoin-cine-grange offre-boris-vergne
  besoin-sentier-des-oublis offre-boites
  besoin-halle-aux-graines offre-dimitri-volane
  besoin-uniforme-en-fil offre-tessa-cincle
  besoin-uniforme-en-fil offre-norbert-eglantier
  besoin-aide-videos offre-yanis-myrtille
  besoin-notices offre-judith-lavis
  besoin-pedales offre-tom-esquirol
  besoin-traversee offre-ilan-serpolet
  besoin-pain offre-four
  besoin-carte-canal offre-ruben-lichen
  besoin-photo-1931 offre-samia-verveine
  besoin-remplacant offre-perrine-ancolie
  besoin-projection offre-apolline-narse
  besoin-calme offre-lilou-phonolite
  besoin-ilyes-rosier offre-trefle
  besoin-kofi-cytise offre-montjuzet
  besoin-thelma-salicorne offre-remi-houille
  besoin-anya-bouleau offre-place-a-table
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' ') as [need: string, offer: string])
