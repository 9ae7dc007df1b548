import { fold } from '../text/fold.ts'

const LONGEST_QUOTE = 150
const SHORTEST_ANECDOTE = 25
const LONGEST_ANECDOTE = 180

/** A text within a quotation: without its last full stop, its own quotations marked as such, and cut at a word where it is long. */
export function quoted(text: string): string {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/«\s*/g, '“')
    .replace(/\s*»/g, '”')
    .replace(/(?<!\.)\.$/, '')
  if (plain.length <= LONGEST_QUOTE) return plain
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_QUOTE) || LONGEST_QUOTE).replace(/[\s,;:.]+$/, '')}…`
}

/** Beginnings of folded words that nobody wants to be greeted with: illness, grief, money and work lost, loneliness. */
const delicate = new RegExp(
  `\\b(${`accident cancer chagrin chom condamn deces decede depressi dettes?\\b deuil divorc echec echou faillit handicap hopital infirmite
  licenci liquidation malad morts?\\b orphelin prison ratee?s?\\b solitude sourde?s?\\b suicid veuf veuve viole[rs]?\\b n.a.encore personne.encore
  bankrupt dead death debts?\\b deaf died disab disease failed failure fired grief illness jail lonel widow nobody laid.off unemploy`
    .split(/\s+/)
    .join('|')})`
)

/** Whether a text had better not be the first thing somebody hears. */
export const isDelicate = (text: string): boolean => delicate.test(fold(text))

const ADDRESS = /@|https?:|www\.|\+?\d[\d .()-]{7,}\d/

/** Whether an address or a number stands in a text: these are for their cards. */
export const hasAddress = (text: string): boolean => ADDRESS.test(text)

const balanced = (text: string): boolean =>
  [
    ['«', '»'],
    ['(', ')'],
    ['“', '”']
  ].every(([open, close]) => text.split(open as string).length === text.split(close as string).length)

/** The sentences of a text that stand on their own and may be told to anybody. */
export function anecdotesOf(text: string): string[] {
  const found = text.replace(/\s+/g, ' ').match(/[^.!?…]+(?:[.!?…]+(?:\s*»)?|$)/g) ?? []
  return found
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence.length >= SHORTEST_ANECDOTE &&
        sentence.length <= LONGEST_ANECDOTE &&
        balanced(sentence) &&
        !hasAddress(sentence) &&
        !isDelicate(sentence)
    )
}
