import type { Card, CardTie } from '#contract/cards.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { firstDay, lastDay } from '#contract/vocabulary/date.ts'

/** Something that held for a time, or happened on a day. Moments are years with fractions. */
export interface Stretch {
  tie: CardTie
  from: number
  to: number
  /** Whether it still holds: its end is not known. */
  isOpen: boolean
  /** Whether it is a day rather than a time. */
  isMoment: boolean
  lane: number
}

export interface Life {
  first: number
  /** The year after the last. */
  last: number
  today: number
  lanes: number
  stretches: Stretch[]
}

const DAYS = 365.25
const DAY_MS = 86_400_000

/** A day as a year with a fraction: 1 July 2021 is about 2021.5. */
function yearOf(isoDay: string): number {
  const year = Number(isoDay.slice(0, 4))
  return year + (Date.parse(`${isoDay}T00:00:00Z`) - Date.UTC(year, 0, 1)) / DAY_MS / DAYS
}

/** Years that what happens takes up on its lane, so that the next does not stand on it. */
const AIR = 0.35

/** The dated ties of a card, side by side in as few lanes as there is need for; undefined where fewer than two are dated. */
export function lifeOf({ ties }: Pick<Card, 'ties'>, todayIso: string): Life | undefined {
  const today = yearOf(todayIso)
  const dated = ties.flatMap((tie): Omit<Stretch, 'lane'>[] => {
    const { from_date, to_date, relation, other } = tie
    if (!from_date && !to_date) return []
    // What is tied to an event has its day, even where the relation may last elsewhere.
    const isMoment = relations[relation].dated === 'once' || other.type === 'event' || !from_date
    const from = yearOf(firstDay(from_date ?? (to_date as string)))
    const isOpen = !isMoment && !to_date
    const to = isMoment ? from : isOpen ? Math.max(today, from) : yearOf(lastDay(to_date as string))
    return [{ tie, from, to: Math.max(from, to), isOpen, isMoment }]
  })
  if (dated.length < 2) return undefined
  const ends: number[] = []
  const stretches = dated
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((stretch) => {
      const free = ends.findIndex((end) => end + AIR <= stretch.from)
      const lane = free >= 0 ? free : ends.length
      ends[lane] = stretch.to
      return { ...stretch, lane }
    })
  return {
    first: Math.floor(Math.min(...stretches.map(({ from }) => from))),
    last: Math.floor(Math.max(today, ...stretches.map(({ to }) => to))) + 1,
    today,
    lanes: ends.length,
    stretches
  }
}
