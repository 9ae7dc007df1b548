import type { RelationName } from '#contract/vocabulary/relations.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, type Projection, tieCount } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import type { Alike } from './alike.ts'
import { freshness } from './members.ts'
import { eachOf, type Offsets, rowSize, rowsOf } from './rows.ts'

/** What a walk goes along: everything that ties two, and what is alike by its texts; in both directions, as compressed sparse rows. */
export interface WalkGraph {
  offsets: Offsets
  others: Uint32Array
  /** How readily a walk goes there, and where nothing is less for being long ago: the shares of a row add up to 1. */
  shares: Float32Array
  lastingShares: Float32Array
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
export function walkGraphOf(projection: Projection, alike: Alike, asOf: number): WalkGraph {
  const { starts, ends, relations, heldFrom, mirrors } = projection
  const entities = entityCount(projection)
  const [weights, lasting] = [new Float32Array(tieCount(projection)), new Float32Array(tieCount(projection))]
  const sizes = new Uint32Array(entities)
  const [sums, lastingSums] = [new Float64Array(entities), new Float64Array(entities)]
  const count = (entity: number, weight: number, lastingWeight: number): void => {
    sizes[entity] = (sizes[entity] as number) + 1
    sums[entity] = (sums[entity] as number) + weight
    lastingSums[entity] = (lastingSums[entity] as number) + lastingWeight
  }
  for (let tie = 0; tie < weights.length; tie++) {
    const draw = byPlace[relations[tie] as number]
    const isTwice = (mirrors[tie] as number) > 0 && (mirrors[tie] as number) - 1 < tie
    if (!draw || draw.weight === 0 || isTwice || !isKnown(projection, tie, asOf)) continue
    const weight = draw.weight * (draw.ages ? freshness(heldFrom[tie] as number, asOf) : 1)
    weights[tie] = weight
    lasting[tie] = draw.weight
    count(starts[tie] as number, weight, draw.weight)
    count(ends[tie] as number, weight, draw.weight)
  }
  eachAlike(alike, (one, other, weight) => {
    count(one, weight, weight)
    count(other, weight, weight)
  })
  const { offsets, next } = rowsOf(entities, (row) => sizes[row] as number)
  const others = sharedUint32(offsets[entities] as number)
  const [shares, lastingShares] = [sharedFloat32(others.length), sharedFloat32(others.length)]
  const add = (row: number, other: number, weight: number, lastingWeight: number): void => {
    const at = next[row] as number
    next[row] = at + 1
    others[at] = other
    shares[at] = weight / (sums[row] as number)
    lastingShares[at] = lastingWeight / (lastingSums[row] as number)
  }
  for (let tie = 0; tie < weights.length; tie++) {
    if (lasting[tie] === 0) continue
    const [start, end] = [starts[tie] as number, ends[tie] as number]
    add(start, end, weights[tie] as number, lasting[tie] as number)
    add(end, start, weights[tie] as number, lasting[tie] as number)
  }
  eachAlike(alike, (one, other, weight) => {
    add(one, other, weight, weight)
    add(other, one, weight, weight)
  })
  return { offsets, others, shares, lastingShares }
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

/** What a walk has noted of an entity: nothing yet, that it came by, or that it has something to pass on from there. */
const [UNSEEN, SEEN, WAITING] = [0, 1, 2]

/** What is noted of an entity, beside each other so that memory is fetched once: what is left to pass on of either walk, and its visits. */
const [LEFT, LEFT_LASTING, VISITS, LASTING, NOTED] = [0, 1, 2, 3, 4]

/**
 * Walks with restart from one entity (personalised PageRank: Page, Brin 1998), by forward push (Andersen, Chung, Lang, "Local graph
 * partitioning using PageRank vectors", FOCS 2006): only what is near enough is touched, whatever the size of the network. A second walk,
 * which goes as readily along what is long ago, is taken along wherever the first goes.
 */
export class Walker {
  private readonly graph: WalkGraph
  /** How much each must have to pass on. */
  private readonly least: Float64Array
  private readonly state: Uint8Array
  private readonly noted: Float64Array
  private readonly waiting = new Uint32Array(MOST_PASSED)
  private readonly came: Uint32Array
  private count = 0

  constructor(graph: WalkGraph) {
    this.graph = graph
    const entities = graph.offsets.length - 1
    this.least = new Float64Array(entities)
    for (let entity = 0; entity < entities; entity++) this.least[entity] = FINEST * Math.max(1, rowSize(graph.offsets, entity))
    this.state = new Uint8Array(entities)
    this.noted = new Float64Array(entities * NOTED)
    this.came = new Uint32Array(entities)
  }

  /** Whom the latest walk came by. */
  get reached(): Uint32Array {
    return this.came.subarray(0, this.count)
  }

  /** How often the walk comes by an entity; 0 for those not in `reached`. */
  visits(entity: number): number {
    return this.noted[entity * NOTED + VISITS] as number
  }

  /** How often a walk does that goes as readily along what is long ago. */
  lasting(entity: number): number {
    return this.noted[entity * NOTED + LASTING] as number
  }

  from(start: number): void {
    const { graph, least, state, noted, waiting, came } = this
    const { offsets, others, shares, lastingShares } = graph
    for (let i = 0; i < this.count; i++) {
      const own = (came[i] as number) * NOTED
      noted[own + LEFT] = 0
      noted[own + LEFT_LASTING] = 0
      noted[own + VISITS] = 0
      noted[own + LASTING] = 0
    }
    const value = (at: number): number => noted[at] as number
    came[0] = start
    waiting[0] = start
    let [count, waitingCount] = [1, 1]
    noted[start * NOTED + LEFT] = 1
    noted[start * NOTED + LEFT_LASTING] = 1
    state[start] = WAITING
    for (let turn = 0; turn < waitingCount; turn++) {
      const entity = waiting[turn] as number
      const own = entity * NOTED
      const [mass, massLasting] = [value(own + LEFT), value(own + LEFT_LASTING)]
      state[entity] = SEEN
      noted[own + LEFT] = 0
      noted[own + LEFT_LASTING] = 0
      noted[own + VISITS] = value(own + VISITS) + RESTART * mass
      noted[own + LASTING] = value(own + LASTING) + RESTART * massLasting
      const [passed, passedLasting] = [(1 - RESTART) * mass, (1 - RESTART) * massLasting]
      const end = offsets[entity + 1] as number
      for (let at = offsets[entity] as number; at < end; at++) {
        const other = others[at] as number
        const theirs = other * NOTED
        const share = value(theirs + LEFT) + passed * (shares[at] as number)
        const shareLasting = value(theirs + LEFT_LASTING) + passedLasting * (lastingShares[at] as number)
        noted[theirs + LEFT] = share
        noted[theirs + LEFT_LASTING] = shareLasting
        const known = state[other]
        if (known === WAITING) continue
        if (known === UNSEEN) {
          state[other] = SEEN
          came[count++] = other
        }
        if (share > (least[other] as number) && waitingCount < MOST_PASSED) {
          state[other] = WAITING
          waiting[waitingCount++] = other
        }
      }
    }
    // What was left where the walk stopped counts where it stands.
    for (let i = 0; i < count; i++) {
      const entity = came[i] as number
      const own = entity * NOTED
      state[entity] = UNSEEN
      noted[own + VISITS] = value(own + VISITS) + RESTART * value(own + LEFT)
      noted[own + LASTING] = value(own + LASTING) + RESTART * value(own + LEFT_LASTING)
    }
    this.count = count
  }
}
