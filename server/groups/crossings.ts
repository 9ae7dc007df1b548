import { type Acquainted, circleOf } from './acquainted.ts'

/** What joins two communities: `from` has the smaller number. */
export interface Crossing {
  from: number
  to: number
  /** Pairs of people, one of each, who are acquainted. */
  pairs: number
  /** In how many of these pairs the one stands who stands in most of them. */
  person: number
  own: number
}

/** How the people of a community are acquainted, among themselves and with others. */
export interface Openness {
  people: number
  within: number
  outward: number
  /** Who has acquaintances in other communities: those with the most, three at the most. */
  bridges: number[]
}

const MOST_BRIDGES = 3

/** Acquaintances within communities and between them, by the number of each entity's community. */
export function crossingsOf(
  acquainted: Acquainted,
  community: Uint16Array,
  count: number
): { crossings: Crossing[]; opennesses: Openness[] } {
  const crossings = new Map<number, Crossing>()
  const opennesses = Array.from({ length: count }, (): Openness => ({ people: 0, within: 0, outward: 0, bridges: [] }))
  const reach = new Map<number, number>()
  const reached = (person: number): number => reach.get(person) ?? 0
  for (const person of acquainted.people) {
    const home = community[person] as number
    const own = opennesses[home] as Openness
    own.people++
    const abroad = new Map<number, number>()
    for (const other of circleOf(acquainted, person)) {
      const theirs = community[other] as number
      if (theirs !== home) abroad.set(theirs, (abroad.get(theirs) ?? 0) + 1)
      else if (person < other) own.within++
    }
    let outward = 0
    for (const [theirs, pairs] of abroad) {
      outward += pairs
      const [from, to] = home < theirs ? [home, theirs] : [theirs, home]
      const crossing = crossings.get(from * count + to) ?? { from, to, pairs: 0, person, own: 0 }
      crossings.set(from * count + to, crossing)
      // Each pair is come by from both sides.
      if (home < theirs) crossing.pairs += pairs
      if (pairs > crossing.own) Object.assign(crossing, { person, own: pairs })
    }
    own.outward += outward
    if (outward === 0) continue
    reach.set(person, outward)
    own.bridges = [...own.bridges, person].sort((a, b) => reached(b) - reached(a) || a - b).slice(0, MOST_BRIDGES)
  }
  return { crossings: [...crossings.values()], opennesses }
}
