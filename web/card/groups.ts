import type { Card, CardTie } from '#contract/cards.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import type { Words } from '#contract/vocabulary/words.ts'

/** Ties that are told as one sentence: "Ada *carries* …". */
export interface TieGroup {
  key: string
  sentence: Words
  ties: CardTie[]
  /** How many there are, those that the card leaves out included. */
  count: number
  /** Themes and territories hold no dates: their names stand side by side. */
  undated: boolean
}

/** The ties of a card by sentence, in the card's order; what is as true from both ends is one group. */
export function groupsOf({ groups, ties }: Pick<Card, 'groups' | 'ties'>): TieGroup[] {
  const told = new Map<string, TieGroup>()
  for (const { relation, direction, count } of groups) {
    const { directed, sentence, inverse, dated } = relations[relation]
    const key = directed ? `${relation} ${direction}` : relation
    const group = told.get(key) ?? {
      key,
      sentence: direction === 'out' ? sentence : inverse,
      ties: ties.filter((tie) => tie.relation === relation && (!directed || tie.direction === direction)),
      count: 0,
      undated: dated === 'undated'
    }
    group.count += count
    told.set(key, group)
  }
  return [...told.values()].sort((one, other) => Number(one.undated) - Number(other.undated))
}

/** Characters up to which what a need or an offer says can be read as a title. */
const LONGEST_TITLE = 300

/** What stands above a card: its name; of a need or an offer all that it says, where the name is only its beginning. */
export function titleOf({ name, fields: { text } }: Pick<Card, 'name' | 'fields'>): string {
  const isBegun = typeof text === 'string' && text.length <= LONGEST_TITLE && name.endsWith('…') && text.startsWith(name.slice(0, -1))
  return isBegun ? text : name
}

/** The name one calls somebody by in a sentence: a person's first name, anything else in full. */
export function shortName({ type, name }: Pick<Card, 'type' | 'name'>): string {
  const first = name.split(' ')[0] ?? name
  return type === 'person' && first.length > 1 && !first.endsWith('.') ? first : name
}
