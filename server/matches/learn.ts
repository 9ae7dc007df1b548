import { entityCount, type Projection } from '../network/projection.ts'
import { CROWD } from '../network/strength.ts'
import { textAt } from '../text/packed.ts'
import { asideOf } from '../network/aside.ts'
import { eachMet } from './circle.ts'
import { FEATURES, Features } from './features.ts'
import { type Example, fitted } from './fit.ts'
import { type Ground, groundOf } from './ground.ts'
import { membersOf } from './members.ts'
import { metBy, wasThere } from './met.ts'
import { shuffled } from './rank.ts'
import { rowSize } from './rows.ts'
import type { Said } from './said.ts'
import { usualWeights, type Weights } from './weights.ts'

/** What was learnt of one kind from a network's past. */
export interface Learnt {
  /** The weights; those that usually hold where there was too little to learn from. */
  weights: Weights
  isLearnt: boolean
  /** From how many who met somebody for the first time, and of those how many are needed. */
  queries: number
  needed: number
  /** By feature: how many of the suggestions that would have been made it spoke most for, and how many of those met. */
  suggested: number[]
  met: number[]
}

/** So many who met somebody for the first time are needed to learn from. */
const NEEDED = 400
/** The days before the one asked for from which the past is told anew, each up to the day asked for. */
const CUTS = [731, 548]
/** Where more entities than these are, the latest of these days has enough to tell, and the others would take long. */
export const LARGE = 100_000
/** So many of each day are learnt from. */
const MOST_QUERIES = 600
/** So many who were refused somebody are learnt from. */
const MOST_REFUSALS = 300
const MOST_CANDIDATES = 600
const TEN = 10

/** A network and the days of its past that are learnt from; what a day takes is worked out once. */
export class Past {
  readonly projection: Projection
  readonly now: Ground
  readonly days: number[]
  private readonly said: Said
  private readonly known = new Map<number, Features>()

  constructor(projection: Projection, said: Said, now: Ground) {
    this.projection = projection
    this.now = now
    this.said = said
    const cuts = entityCount(projection) > LARGE ? CUTS.slice(-1) : CUTS
    this.days = cuts.map((days) => now.asOf - days)
  }

  /** What was there on one of the days. */
  featuresOf(day: number): Features {
    const features = this.known.get(day) ?? new Features(this.projection, groundOf(this.projection, day, this.said))
    this.known.set(day, features)
    return features
  }
}

/** Learns from who met for the first time before the day of `now`, among those of a kind; and from whom connectors refused. */
export function learn(past: Past, kind: number): Learnt {
  const { projection, now } = past
  const usual = usualWeights(kind, kind)
  const examples = past.days.flatMap((day) => pastMeetings(past, kind, day))
  const refusals = refusalsOf(projection, now, kind)
  const isLearnt = examples.length >= NEEDED
  const weights = isLearnt ? fitted([...examples, ...refusals], usual) : usual
  return { weights, isLearnt, queries: examples.length, needed: NEEDED, ...successes(examples, weights) }
}

/** Lists as they would have been on a day, and who of them was met between then and now. */
function pastMeetings(past: Past, kind: number, day: number): Example[] {
  const { projection, now } = past
  const wasActive = membersOf(projection, day)
  const active: number[] = []
  for (let entity = 0; entity < entityCount(projection); entity++)
    if (projection.kinds[entity] === kind && rowSize(wasActive.offsets, entity) > 0) active.push(entity)
  if (active.length === 0) return []
  const orders = new Map(active.map((entity) => [entity, shuffled(textAt(projection.ids, entity))]))
  active.sort((a, b) => (orders.get(a) as number) - (orders.get(b) as number))

  const firstMet = (entity: number): Set<number> => {
    const before = metBy(projection, { members: wasActive, asOf: day }, entity)
    const found = new Set<number>()
    eachMet(projection, now.members, now.asOf, entity, CROWD, (other) => {
      if (!before.has(other) && orders.has(other)) found.add(other)
    })
    return found
  }
  const queries: [entity: number, met: Set<number>][] = []
  for (const entity of active) {
    if (queries.length === MOST_QUERIES) break
    const met = firstMet(entity)
    if (met.size > 0) queries.push([entity, met])
  }
  if (queries.length === 0) return []
  const features = past.featuresOf(day)
  return queries.flatMap(([entity, met]) => {
    features.lookFrom(entity)
    const before = metBy(projection, features.ground, entity)
    const candidates = features.candidates(entity, kind, before, MOST_CANDIDATES).filter((other) => orders.has(other))
    const chosen = candidates.flatMap((other, row) => (met.has(other) ? [row] : []))
    return chosen.length > 0 ? [{ values: features.rows(entity, candidates).values, chosen }] : []
  })
}

/** Whom connectors refused, each beside the others who would be suggested to the same one now. */
function refusalsOf(projection: Projection, now: Ground, kind: number): Example[] {
  const examples: Example[] = []
  let features: Features | undefined
  const { offsets } = projection.aside
  for (let entity = 0; entity < entityCount(projection) && examples.length < MOST_REFUSALS; entity++) {
    if (projection.kinds[entity] !== kind || offsets[entity] === offsets[entity + 1]) continue
    const refused = [...asideOf(projection, entity, now.asOf)].filter((other) => projection.kinds[other] === kind)
    if (refused.length === 0) continue
    features ??= new Features(projection, now)
    features.lookFrom(entity)
    const met = metBy(projection, now, entity)
    const others = features.candidates(entity, kind, met, TEN).filter((other) => wasThere(projection, now.asOf, other))
    if (others.length === 0) continue
    examples.push({ values: features.rows(entity, [...refused, ...others]).values, chosen: others.map((_, i) => refused.length + i) })
  }
  return examples
}

/** How often what a feature spoke most for came true: of the tens that would have been suggested. */
function successes(examples: readonly Example[], weights: Weights): { suggested: number[]; met: number[] } {
  const [suggested, met] = [new Array<number>(FEATURES).fill(0), new Array<number>(FEATURES).fill(0)]
  for (const { values, chosen } of examples) {
    const rows = values.length / FEATURES
    const part = (row: number, feature: number): number => (weights[feature] as number) * (values[row * FEATURES + feature] as number)
    const sums = Array.from({ length: rows }, (_, row) => {
      let total = 0
      for (let feature = 0; feature < FEATURES; feature++) total += part(row, feature)
      return total
    })
    const ten = sums
      .map((_, row) => row)
      .sort((a, b) => (sums[b] as number) - (sums[a] as number))
      .slice(0, TEN)
    const came = new Set(chosen)
    for (const row of ten) {
      for (let feature = 0; feature < FEATURES; feature++) {
        if (part(row, feature) <= 0.1) continue
        suggested[feature] = (suggested[feature] as number) + 1
        if (came.has(row)) met[feature] = (met[feature] as number) + 1
      }
    }
  }
  return { suggested, met }
}
