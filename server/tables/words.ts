import type { Words } from '#contract/vocabulary/words.ts'

const endFr = (text: string): string => (/[?!…]$/.test(text) ? `« ${text} »` : `« ${text} ».`)
const endEn = (text: string): string => (/[?!…]$/.test(text) ? `“${text}”` : `“${text}”.`)

/** Every sentence that is said of a table and of those who sit at it. Nothing tells whether they are women or men. */
export const tableWords = {
  title: (theme: string, place?: string): Words => ({
    fr: `Café « ${theme} »${place ? `, ${place}` : ''}`,
    en: `“${theme}” café${place ? `, ${place}` : ''}`
  }),

  offer: (text: string): Words => ({ fr: `Propose : ${endFr(text)}`, en: `Offers: ${endEn(text)}` }),
  need: (text: string): Words => ({ fr: `Cherche : ${endFr(text)}`, en: `Seeks: ${endEn(text)}` }),
  offerOfProject: (project: string, text: string): Words => ({
    fr: `Porte « ${project} », qui propose : ${endFr(text)}`,
    en: `Carries “${project}”, which offers: ${endEn(text)}`
  }),
  needOfProject: (project: string, text: string): Words => ({
    fr: `Porte « ${project} », qui cherche : ${endFr(text)}`,
    en: `Carries “${project}”, which seeks: ${endEn(text)}`
  }),
  project: (project: string): Words => ({ fr: `Porte « ${project} ».`, en: `Carries “${project}”.` }),
  program: (organization: string, program: string): Words => ({
    fr: `Travaille pour ${organization}, qui organise « ${program} ».`,
    en: `Works for ${organization}, which runs “${program}”.`
  }),
  supported: (project: string, program: string): Words => ({
    fr: `Porte « ${project} », avec le soutien de « ${program} ».`,
    en: `Carries “${project}”, supported by “${program}”.`
  }),
  works: (organization: string): Words => ({ fr: `Travaille pour ${organization}.`, en: `Works for ${organization}.` }),
  hasWorked: (organization: string): Words => ({ fr: `A travaillé pour ${organization}.`, en: `Has worked for ${organization}.` }),
  trade: (role: string): Words => ({ fr: `Sur sa fiche : ${role}.`, en: `On the card: ${role}.` }),
  theme: (theme: string): Words => ({ fr: `A pour thème « ${theme} ».`, en: `Has “${theme}” as a theme.` }),

  onTheme: (theme: string, cards: number, seats: number): Words =>
    cards === seats
      ? { fr: `« ${theme} » est sur toutes les fiches.`, en: `“${theme}” is on every card.` }
      : cards === 0
        ? {
            fr: `« ${theme} » est dans leurs projets, leurs besoins ou leurs offres.`,
            en: `“${theme}” is in their projects, needs or offers.`
          }
        : {
            fr: `« ${theme} » est sur ${cards === 1 ? 'une fiche' : `${cards} fiches`} sur ${seats}, et pour le reste dans des projets, des besoins ou des offres.`,
            en: `“${theme}” is on ${cards === 1 ? 'one card' : `${cards} cards`} of ${seats}, and for the others in projects, needs or offers.`
          },
  alsoTheme: (theme: string, names: readonly string[]): Words => ({
    fr: `${listFr(names)} ont aussi pour thème « ${theme} ».`,
    en: `${listEn(names)} have “${theme}” as a theme too.`
  }),
  territory: (territory: string, count: number, seats: number): Words =>
    count === seats
      ? { fr: `Un même territoire : ${territory}.`, en: `One territory: ${territory}.` }
      : { fr: `${count} sur ${seats} ont pour territoire ${territory}.`, en: `${count} of ${seats} have ${territory} as their territory.` },
  host: (host: string, names: readonly string[]): Words => ({
    fr: `${host} connaît ${listFr(names)}, et pourrait réunir tout ce monde.`,
    en: `${host} knows ${listEn(names)}, and could bring them together.`
  })
}

const list = (names: readonly string[], and: string): string => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(and)
const listFr = (names: readonly string[]): string => list(names, ' et ')
const listEn = (names: readonly string[]): string => list(names, ' and ')
