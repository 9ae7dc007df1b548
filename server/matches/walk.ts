import type { RelationName } from '#contract/vocabulary/relations.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { ALWAYS } from '../network/days.ts'
import { entityCount, type Projection, tieCount } from '../network/projection.ts'
import { counts } from '../network/strength.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import type { Alike } from './alike.ts'
import { freshness } from './members.ts'
import { eachOf, type Offsets, rowsOf } from './rows.ts'

/** What a walk goes along: everything that ties two, and what is alike by its texts; in both directions, as compressed sparse rows. */
export interface WalkGraph {
  offsets: Offsets
  others: Uint32Array
  /** How readily a walk goes there: the weights of a row add up to 1. */
  shares: Float32Array
}

/** How readily a walk goes along each relation, and whether less so with age: what people do together draws most. */
const draws: Record<RelationName, { weight: number; ages?: true }> = {
  KNOWS: { weight: 1, ages: true },
  CARRIES: { weight: 1, ages: true },
  PARTNERS_IN: { weight: 1, ages: true },
  SUPPORTS: { weight: 0.8 },
  RUNS: { weight: 0.3 },
  FOLLOWS: { weight: 0.3 },
  WORKS_FOR: { weight: 0.05 },
  ATTENDED: { weight: 0.2, ages: true },
  PRESENTED_AT: { weight: 0.3, ages: true },
  HOSTS: { weight: 0.1 },
  SPONSORS: { weight: 0.1 },
  ABOUT: { weight: 0.1 },
  LOCATED_IN: { weight: 0.25 },
  SEEKS: { weight: 0.05 },
  OFFERS: { weight: 0.05 },
  PORTRAYS: { weight: 0.1 },
  MENTIONS: { weight: 0.1 },
  BY: { weight: 0.2, ages: true },
  OF: { weight: 0.2, ages: true },
  TO: { weight: 0.2, ages: true },
  FOR: { weight: 0.1 },
  AT: { weight: 0.1 },
  LED_TO: { weight: 0.3 },
  SET_ASIDE: { weight: 0 }
}
const byPlace = relationNames.map((name) => draws[name])

/** The walk as the day `asOf` knew the network. */
export function walkGraphOf(projection: Projection, alike: Alike, asOf: number, ages = true): WalkGraph {
  const { starts, ends, relations, heldFrom, mirrors } = projection
  const entities = entityCount(projection)
  const horizon = { asOf, since: ALWAYS }
  const weights = new Float32Array(tieCount(projection))
  const sizes = new Uint32Array(entities)
  const sums = new Float64Array(entities)
  const count = (entity: number, weight: number): void => {
    sizes[entity] = (sizes[entity] as number) + 1
    sums[entity] = (sums[entity] as number) + weight
  }
  for (let tie = 0; tie < weights.length; tie++) {
    const draw = byPlace[relations[tie] as number]
    const isTwice = (mirrors[tie] as number) > 0 && (mirrors[tie] as number) - 1 < tie
    if (!draw || draw.weight === 0 || isTwice || !counts(projection, tie, horizon)) continue
    const weight = draw.weight * (ages && draw.ages ? freshness(heldFrom[tie] as number, asOf) : 1)
    weights[tie] = weight
    count(starts[tie] as number, weight)
    count(ends[tie] as number, weight)
  }
  eachAlike(alike, (one, other, weight) => {
    count(one, weight)
    count(other, weight)
  })
  const { offsets, next } = rowsOf(entities, (row) => sizes[row] as number)
  const others = sharedUint32(offsets[entities] as number)
  const shares = sharedFloat32(others.length)
  const add = (row: number, other: number, weight: number): void => {
    const at = next[row] as number
    next[row] = at + 1
    others[at] = other
    shares[at] = weight / (sums[row] as number)
  }
  for (let tie = 0; tie < weights.length; tie++) {
    const weight = weights[tie] as number
    if (weight === 0) continue
    add(starts[tie] as number, ends[tie] as number, weight)
    add(ends[tie] as number, starts[tie] as number, weight)
  }
  eachAlike(alike, (one, other, weight) => {
    add(one, other, weight)
    add(other, one, weight)
  })
  return { offsets, others, shares }
}

/** Calls `see` with those between whom a walk goes because their texts are alike. */
function eachAlike({ offsets, others, weights }: Alike, see: (one: number, other: number, weight: number) => void): void {
  for (let one = 0; one < offsets.length - 1; one++)
    eachOf(offsets, one, (at) => {
      if ((weights[at] as number) > 0) see(one, others[at] as number, weights[at] as number)
    })
}

const RESTART = 0.15
/** What is left to pass on to each neighbour where a walk stops: of finer shares the order hardly changes. */
const FINEST = 1e-5
/** A walk that has come by so many does not go on: in a large and dense network the rest is shared out too thinly to tell. */
const MOST_PASSED = 40_000

/**
 * Walks with restart from one entity (personalised PageRank: Page, Brin 1998), by forward push (Andersen, Chung, Lang, "Local graph
 * partitioning using PageRank vectors", FOCS 2006): only what is near enough is touched, whatever the size of the network.
 */
export class Walker {
  private readonly graph: WalkGraph
  private readonly left: Float64Array
  private readonly isWaiting: Uint8Array
  /** How often a walk comes by each entity; 0 for those not in `reached`. */
  readonly visits: Float64Array
  /** Whom the latest walk came by. */
  reached: number[] = []

  constructor(graph: WalkGraph) {
    this.graph = graph
    const entities = graph.offsets.length - 1
    this.left = new Float64Array(entities)
    this.visits = new Float64Array(entities)
    this.isWaiting = new Uint8Array(entities)
  }

  from(start: number): void {
    const { graph, left, visits, isWaiting } = this
    const { offsets, others, shares } = graph
    for (const entity of this.reached) {
      visits[entity] = 0
      left[entity] = 0
    }
    const reached = [start]
    const waiting = [start]
    left[start] = 1
    isWaiting[start] = 1
    for (let turn = 0; turn < waiting.length; turn++) {
      const entity = waiting[turn] as number
      isWaiting[entity] = 0
      const mass = left[entity] as number
      left[entity] = 0
      visits[entity] = (visits[entity] as number) + RESTART * mass
      const passed = (1 - RESTART) * mass
      for (let at = offsets[entity] as number; at < (offsets[entity + 1] as number); at++) {
        const other = others[at] as number
        if (left[other] === 0 && visits[other] === 0) reached.push(other)
        const share = (left[other] as number) + passed * (shares[at] as number)
        left[other] = share
        const size = (offsets[other + 1] as number) - (offsets[other] as number)
        if (!isWaiting[other] && share > FINEST * Math.max(1, size) && waiting.length < MOST_PASSED) {
          isWaiting[other] = 1
          waiting.push(other)
        }
      }
    }
    for (const entity of waiting) isWaiting[entity] = 0
    // What was left where the walk stopped counts where it stands.
    for (const entity of reached) {
      visits[entity] = (visits[entity] as number) + RESTART * (left[entity] as number)
      left[entity] = 0
    }
    this.reached = reached
  }
}
