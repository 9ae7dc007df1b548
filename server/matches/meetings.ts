import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { Breath } from '../network/breath.ts'
import type { Features } from './features.ts'
import { type Ranked, ranked, type RankOptions, shuffled } from './rank.ts'
import { rowSize } from './rows.ts'
import { isMeetingKind } from './said.ts'
import type { Weights } from './weights.ts'

/** Two who should meet, as it is seen from the first. */
export interface Pair {
  one: number
  match: Ranked
  weights: Weights
}

/** For so many, drawn anew each week, somebody is sought; of each the best is a candidate for the week. */
const MOST_LOOKED_FOR = 60
/** How many of the best of one are tried, where the first is taken already. */
const TRIED = 3

/**
 * A few pairs for the whole network, nobody twice. Those who are looked for change from week to week, by an order drawn from their ids
 * and `week`; of them the pairs come first in which both gain: each stands high with the other.
 */
export async function meetingsOf(
  features: Features,
  kinds: readonly number[],
  week: string,
  limit: number,
  weightsFor: (entity: number, kind: number) => Weights,
  options: Pick<RankOptions, 'unexpected' | 'fame'>
): Promise<Pair[]> {
  const { projection } = features
  const breath = new Breath()
  const found: { pair: Pair; worth: number }[] = []
  const looked = turnOf(projection, features, kinds, week)
  for (const [turn, one] of looked.entries()) {
    if (breath.isDue()) await breath.take()
    features.lookFrom(one)
    // People and people mostly; each other kind in its turn.
    const kind = turn % 3 === 0 ? (kinds[(turn / 3) % kinds.length] as number) : (projection.kinds[one] as number)
    const weights = weightsFor(one, kind)
    const matches = ranked(features, one, kind, weights, { ...options, limit: TRIED, spare: 0 })
    for (const [place, match] of matches.entries())
      found.push({ pair: { one, match, weights }, worth: worthOf(features, one, match.entity) - place * PLACE_COSTS - turn * TURN_COSTS })
  }
  found.sort((a, b) => b.worth - a.worth || a.pair.one - b.pair.one || a.pair.match.entity - b.pair.match.entity)
  const taken = new Set<number>()
  const pairs: Pair[] = []
  let farKept = 0
  const owed = Math.round(limit * options.unexpected)
  for (const { pair } of found) {
    if (pairs.length === limit) break
    if (taken.has(pair.one) || taken.has(pair.match.entity)) continue
    if (!pair.match.isFar && limit - pairs.length <= owed - farKept) continue
    taken.add(pair.one).add(pair.match.entity)
    if (pair.match.isFar) farKept += 1
    pairs.push(pair)
  }
  return pairs
}

const PLACE_COSTS = 0.3
const TURN_COSTS = 0.002

/** How much both would gain: texts that are alike, and a city where they can meet. */
function worthOf(features: Features, one: number, other: number): number {
  const { activity, terms } = features.ground
  const isSameCity = activity.cities[one] !== 0 && activity.cities[one] === activity.cities[other]
  const isKnown = rowSize(terms.offsets, one) > 0 && rowSize(terms.offsets, other) > 0
  return features.cosine(other) + (isSameCity ? 0.1 : 0) + (isKnown ? 0.3 : 0) + (activity.isCurrent[other] as number) * 0.2
}

/** Whose turn it is this week: those who are there and say or do something, in an order of the week's own. */
function turnOf(projection: Projection, { ground }: Features, kinds: readonly number[], week: string): number[] {
  const asked = new Set(kinds.filter(isMeetingKind))
  const orders: [entity: number, order: number][] = []
  for (let entity = 0; entity < entityCount(projection); entity++) {
    if (!asked.has(projection.kinds[entity] as number)) continue
    if (rowSize(ground.terms.offsets, entity) === 0 && rowSize(ground.members.offsets, entity) === 0) continue
    orders.push([entity, shuffled(`${week} ${textAt(projection.ids, entity)}`)])
  }
  const isPerson = (entity: number): boolean => projection.kinds[entity] === types.indexOf('person')
  // Half of the turns are people's.
  orders.sort((a, b) => a[1] - b[1])
  const people = orders.filter(([entity]) => isPerson(entity)).slice(0, MOST_LOOKED_FOR / 2)
  const others = orders.filter(([entity]) => !isPerson(entity)).slice(0, MOST_LOOKED_FOR - people.length)
  return [...people, ...others].map(([entity]) => entity)
}
