import type { Words } from '#contract/vocabulary/words.ts'

const numbers = {
  fr: ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
}
const yearsFr = (years: number): string =>
  years === 0 ? 'peu après' : `${numbers.fr[years] ?? years} ${years === 1 ? 'an' : 'ans'} plus tard`
const yearsEn = (years: number): string =>
  years === 0 ? 'not long after' : `${numbers.en[years] ?? years} ${years === 1 ? 'year' : 'years'} later`

/** A quotation, and the full stop where it has no mark of its own. */
const endFr = (text: string): string => (/[?!…]$/.test(text) ? `« ${text} »` : `« ${text} ».`)
const endEn = (text: string): string => (/[?!…]$/.test(text) ? `“${text}”` : `“${text}”.`)

const listFr = (words: readonly string[]): string =>
  words
    .map((word) => `« ${word} »`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' et $1')
const listEn = (words: readonly string[]): string =>
  words
    .map((word) => `“${word}”`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

/** "que Bob", "qu’Ève". */
const que = (name: string): string => (/^([aeiouàâäæéèêëîïôöœùûü]|y[^aeiou])/i.test(name) ? `qu’${name}` : `que ${name}`)

/** Somebody's project, and whether that is over. */
export interface Carried {
  person: string
  project: string
  isOver: boolean
}
const carriedFr = ({ person, project, isOver }: Carried): string =>
  `« ${project} », ${isOver ? `${que(person)} a porté` : `que porte ${person}`}`
const carriedEn = ({ person, project, isOver }: Carried): string => `“${project}”, which ${person} ${isOver ? 'carried' : 'carries'}`
/** Who seeks or offers: the person, or a project of that person. */
export interface Voice {
  person: string
  project?: string
}
const voiceFr = ({ person, project }: Voice): string => (project ? `« ${project} », que porte ${person},` : person)
const voiceEn = ({ person, project }: Voice): string => (project ? `“${project}”, which ${person} carries,` : person)

/**
 * Every sentence that is said of two people. Names stand where nothing has to agree with them and nothing is elided before them; nothing
 * tells whether they are women or men.
 */
export const iceBreakerWords = {
  theme: (a: string, b: string, theme: string): Words => ({
    fr: `${a} et ${b} ont un thème en commun : ${theme}.`,
    en: `${a} and ${b} have a theme in common: ${theme}.`
  }),
  themeOfProject: (a: string, theme: string, carried: Carried): Words => ({
    fr: `${a} a pour thème ${theme} ; c’est aussi celui que l’on trouve dans ${carriedFr(carried)}.`,
    en: `${a} has ${theme} as a theme; so has ${carriedEn(carried)}.`
  }),
  themeOfProjects: (theme: string, one: Carried, other: Carried): Words => ({
    fr: `${theme} : un thème pour ${carriedFr(one)}, comme pour ${carriedFr(other)}.`,
    en: `${theme}: a theme of ${carriedEn(one)}, and of ${carriedEn(other)}.`
  }),
  /** The one was on its team, the other so many years later. */
  teamInTurn: (thing: string, first: string, then: string, years: number): Words => ({
    fr: `${thing} a compté ${first} dans son équipe, puis ${then}, ${yearsFr(years)}.`,
    en: `${thing} had ${first} on its team, then ${then}, ${yearsEn(years)}.`
  }),
  projectInTurn: (thing: string, first: string, then: string, years: number): Words => ({
    fr: `Le projet « ${thing} » a été porté par ${first}, puis par ${then}, ${yearsFr(years)}.`,
    en: `The project “${thing}” was carried by ${first}, then by ${then}, ${yearsEn(years)}.`
  }),
  together: (sentence: Words): Words => ({ fr: `${sentence.fr}.`, en: `${sentence.en}.` }),
  acquaintance: (a: string, b: string, other: string): Words => ({
    fr: `${a} et ${b} connaissent ${other}.`,
    en: `${a} and ${b} both know ${other}.`
  }),
  acquaintanceByProject: (a: string, other: string, carried: Carried): Words => ({
    fr: `${a} connaît ${other}, qui ${carried.isOver ? 'a porté' : 'porte'} « ${carried.project} » avec ${carried.person}.`,
    en: `${a} knows ${other}, who ${carried.isOver ? 'carried' : 'carries'} “${carried.project}” with ${carried.person}.`
  }),
  readEachOther: (a: string, b: string): Words => ({
    fr: `${a} et ${b} se suivent en ligne : de quoi reprendre la conversation de vive voix.`,
    en: `${a} and ${b} follow each other online: a conversation to go on with in person.`
  }),
  reads: (a: string, b: string): Words => ({ fr: `${a} suit ${b} en ligne.`, en: `${a} follows ${b} online.` }),
  readBoth: (a: string, b: string, other: string): Words => ({
    fr: `${a} et ${b} suivent ${other} en ligne.`,
    en: `${a} and ${b} both follow ${other} online.`
  }),
  event: (a: string, b: string, event: string, when: Words | undefined, isToCome: boolean): Words => ({
    fr: `${a} et ${b} ${isToCome ? 'seront' : 'étaient'} à « ${event} »${when ? `, ${when.fr}` : ''}.`,
    en: `${a} and ${b} ${isToCome ? 'will be' : 'were'} at “${event}”${when ? `, ${when.en}` : ''}.`
  }),
  standsBy: (thing: string, one: Carried, other: Carried, isOver: boolean): Words => ({
    fr: `${thing} ${isOver ? 'a été' : 'est'} aux côtés de ${carriedFr(one)}, et de ${carriedFr(other)}.`,
    en: `${thing} ${isOver ? 'stood' : 'stands'} by ${carriedEn(one)}, and ${carriedEn(other)}.`
  }),
  worksForSupporter: (a: string, thing: string, carried: Carried, isOver: boolean): Words => ({
    fr: `${a} travaille pour ${thing}, qui ${isOver ? 'a été' : 'est'} aux côtés de ${carriedFr(carried)}.`,
    en: `${a} works for ${thing}, which ${isOver ? 'stood' : 'stands'} by ${carriedEn(carried)}.`
  }),
  answers: (seeking: Voice, need: string, offering: Voice, offer: string): Words => ({
    fr: `${voiceFr(seeking)} cherche : ${endFr(need)} ${voiceFr(offering)} propose : ${endFr(offer)}`,
    en: `${voiceEn(seeking)} seeks: ${endEn(need)} ${voiceEn(offering)} offers: ${endEn(offer)}`
  }),
  isWhoIsSought: (seeking: Voice, need: string, b: string, role: string): Words => ({
    fr: `${voiceFr(seeking)} cherche : ${endFr(need)} Sur la fiche de l’autre : « ${b}, ${role} ».`,
    en: `${voiceEn(seeking)} seeks: ${endEn(need)} On the other card: “${b}, ${role}”.`
  }),
  words: (a: string, b: string, words: readonly string[]): Words => ({
    fr: `${words.length > 1 ? 'Des mots reviennent' : 'Un mot revient'} chez ${a} comme chez ${b} : ${listFr(words)}.`,
    en: `${words.length > 1 ? 'Words that' : 'A word that'} both ${a} and ${b} use: ${listEn(words)}.`
  }),
  anecdote: (a: string, b: string, sentence: string, word: string): Words => ({
    fr: `On lit chez ${a} : ${endFr(sentence)} « ${word} » : le mot est aussi chez ${b}.`,
    en: `Told of ${a}: ${endEn(sentence)} “${word}” is a word of ${b} too.`
  }),
  territory: (a: string, b: string, territory: string): Words => ({
    fr: `${a} et ${b} ont le même territoire : ${territory}.`,
    en: `${a} and ${b} share a territory: ${territory}.`
  }),
  city: (a: string, b: string, city: string): Words => ({
    fr: `${a} et ${b} ont la même ville sur leur fiche : ${city}.`,
    en: `${a} and ${b} have the same town on their cards: ${city}.`
  }),
  askNeed: (a: string, b: string, need: string): Words => ({
    fr: `${a} cherche : ${endFr(need)} Et si ${b} avait une piste ?`,
    en: `${a} seeks: ${endEn(need)} Might ${b} have a lead?`
  }),
  askOffer: (a: string, b: string, offer: string): Words => ({
    fr: `${a} propose : ${endFr(offer)} À qui cela servirait-il, du côté de chez ${b} ?`,
    en: `${a} offers: ${endEn(offer)} To whom around ${b} would it be of use?`
  }),
  askAnecdote: (a: string, b: string, sentence: string): Words => ({
    fr: `On lit chez ${a} : ${endFr(sentence)} Et si ${b} demandait la suite ?`,
    en: `Told of ${a}: ${endEn(sentence)} What if ${b} asked for the rest of it?`
  }),
  askProject: (a: string, b: string, project: string): Words => ({
    fr: `${a} porte « ${project} » : ${b} pourrait demander comment tout a commencé.`,
    en: `${a} carries “${project}”: ${b} could ask how it all began.`
  }),
  askTheme: (a: string, b: string, theme: string): Words => ({
    fr: `${a} a pour thème ${theme} : ${b} pourrait demander par où l’on commence.`,
    en: `${a} has ${theme} as a theme: ${b} could ask where one starts.`
  }),
  askRole: (a: string, b: string, role: string): Words => ({
    fr: `Sur la fiche : « ${a}, ${role} ». ${b} pourrait demander à quoi ressemble une bonne journée.`,
    en: `On the card: “${a}, ${role}”. ${b} could ask what a good day looks like.`
  }),
  askAnything: (a: string, b: string): Words => ({
    fr: `La fiche ne dit encore rien de plus : et si ${b} demandait ce qui occupe ${a} en ce moment ?`,
    en: `The card says nothing more yet: what if ${b} asked what ${a} is busy with these days?`
  })
}
