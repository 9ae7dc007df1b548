import { type FeatureName, featureNames } from '#contract/learning.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { Heap } from '../network/heap.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { alikeThrough } from './alike.ts'
import { bothMet } from './circle.ts'
import { eachShared } from './contexts.ts'
import type { Ground } from './ground.ts'
import { freshness, isCurrent } from './members.ts'
import { Around } from './near.ts'
import { eachOf, rowSize } from './rows.ts'
import { sharedByTwins } from './twins.ts'
import { Walker } from './walk.ts'

export const FEATURES = featureNames.length
/** The place of a feature in a row. */
export const featureAt = Object.fromEntries(featureNames.map((name, place) => [name, place])) as Record<FeatureName, number>

/** Candidates, and a row of features for each. */
export interface Rows {
  candidates: number[]
  values: Float64Array
}

/** The share of candidates that a walk came by most often; the others are those whose texts are most alike. */
const BY_WALK = 0.75

/** So many postings of words are looked through for one list, the most telling words first. */
const MOST_POSTINGS = 20_000
/** Below this share of the greatest, what a walk brings is told apart no more. */
const FINEST = 1e-3
const project = types.indexOf('project')

/** Logarithm of a share of the greatest, scaled to 0 to 1: the order of magnitude is what tells. */
const magnitude = (share: number): number => Math.log(1 + share / FINEST) / Math.log(1 + 1 / FINEST)

/** Works out the features of lists; keeps working space from one to the next. */
export class Features {
  readonly projection: Projection
  readonly ground: Ground
  readonly walker: Walker
  private readonly cosines: Float64Array
  /** Who shares a word with the one looked from: the first `alikeCount` of these. */
  private readonly alike: Uint32Array
  private alikeCount: number
  private from = 0
  private found: Around | undefined

  constructor(projection: Projection, ground: Ground, spare?: Features) {
    this.projection = projection
    this.ground = ground
    this.walker = spare?.walker ?? new Walker(ground.walk)
    this.cosines = spare?.cosines ?? new Float64Array(entityCount(projection))
    this.alike = spare?.alike ?? new Uint32Array(MOST_POSTINGS)
    this.alikeCount = spare?.alikeCount ?? 0
  }

  /** The same over a later projection of the same ground; this one is used no more. */
  over(projection: Projection): Features {
    return new Features(projection, this.ground, this)
  }

  /** Those around the one looked from. */
  get around(): Around {
    this.found ??= new Around(this.projection, this.ground, this.from)
    return this.found
  }

  /** Looks around from one: walks, and compares its texts. */
  lookFrom(entity: number): void {
    this.from = entity
    this.found = undefined
    this.walker.from(entity)
    const { cosines, alike } = this
    const { offsets, terms, weights, holderOffsets, holders, holderWeights } = this.ground.terms
    for (let i = 0; i < this.alikeCount; i++) cosines[alike[i] as number] = 0
    let count = 0
    let left = MOST_POSTINGS
    for (let at = offsets[entity] as number; at < (offsets[entity + 1] as number); at++) {
      const term = terms[at] as number
      const size = rowSize(holderOffsets, term)
      if (size > left) continue
      left -= size
      const weight = weights[at] as number
      const end = holderOffsets[term + 1] as number
      for (let holding = holderOffsets[term] as number; holding < end; holding++) {
        const other = holders[holding] as number
        const cosine = cosines[other] as number
        if (cosine === 0) alike[count++] = other
        cosines[other] = cosine + weight * (holderWeights[holding] as number)
      }
    }
    this.alikeCount = count
  }

  /**
   * Candidates of a kind around the one looked from, the most promising `most` of them, without those in `met`: those that a walk came by
   * most often, and of the others those whose texts are most alike.
   */
  candidates(entity: number, kind: number, met: ReadonlySet<number>, most: number): number[] {
    const { kinds } = this.projection
    const { reached } = this.walker
    const visits = (other: number): number => this.walker.visits(other)
    const isOne = (other: number): boolean => kinds[other] === kind && other !== entity && !met.has(other)
    const near = greatest(reached, Math.round(most * BY_WALK), visits, isOne)
    const isNear = new Set(near)
    const alike = greatest(
      this.alike.subarray(0, this.alikeCount),
      most - near.length,
      (other) => this.cosine(other),
      (other) => isOne(other) && !isNear.has(other)
    )
    if (near.length + alike.length === most) return [...near, ...alike]
    const isAlike = new Set(alike)
    return [...alike, ...greatest(reached, most - alike.length, visits, (other) => isOne(other) && !isAlike.has(other))]
  }

  /** How alike the texts of another are to those of the one looked from: the cosine, 0 to 1. */
  cosine(other: number): number {
    return this.cosines[other] as number
  }

  /** The features of candidates for the one looked from. */
  rows(entity: number, candidates: number[]): Rows {
    const values = new Float64Array(candidates.length * FEATURES)
    candidates.forEach((candidate, row) => {
      values.set(this.raw(entity, candidate), row * FEATURES)
    })
    const isTwins = this.projection.kinds[entity] === project && this.projection.kinds[candidates[0] ?? entity] === project
    scale(values, candidates.length, isTwins)
    return { candidates, values }
  }

  /** What is measured of one candidate, before it is held against the others of the list. */
  private raw(entity: number, candidate: number): number[] {
    const { ground, walker, projection } = this
    const areTwins = projection.kinds[entity] === project && projection.kinds[candidate] === project
    const { activity, contexts, circles } = ground
    const around = this.projectsOf(candidate)
    let [shared, programmes] = [0, 0]
    eachShared(contexts, entity, candidate, (thing, a, b) => {
      const size = contexts.sizes[thing] as number
      shared += ((contexts.weights[a] as number) * (contexts.weights[b] as number)) / Math.log(2 + size)
      programmes += Math.sqrt(((contexts.recency[a] as number) * (contexts.recency[b] as number)) / Math.max(1, size))
    })
    const isSameCity = activity.cities[entity] !== 0 && activity.cities[entity] === activity.cities[candidate]
    const isSameRole = activity.roles[entity] !== 0 && activity.roles[entity] === activity.roles[candidate]
    const both = bothMet(circles, entity, candidate)
    let contacts = 0
    for (const other of both) contacts += 1 / Math.log(1 + Math.max(2, activity.circles[other] as number))
    return [
      walker.visits(candidate),
      walker.lasting(candidate),
      around.joins,
      this.cosine(candidate) + (areTwins ? BETWEEN * alikeThrough(ground.alike, entity, candidate) : 0),
      projection.kinds[candidate] === project ? this.cosine(candidate) : around.alike,
      areTwins ? sharedByTwins(projection, contexts, entity, candidate) : shared,
      programmes,
      isSameCity ? 1 / Math.log(2 + (activity.citySizes[activity.cities[entity] as number] as number)) : 0,
      isSameRole ? 1 : 0,
      contacts,
      both.length === 0 ? 1 : 0,
      Math.log(1 + (activity.circles[candidate] as number)),
      Math.log(1 + (activity.projects[candidate] as number)),
      Math.log(1 + (activity.recent[candidate] as number)),
      Math.log(1 + (activity.newlyMet[candidate] as number)),
      activity.isCurrent[candidate] as number,
      activity.latest[candidate] as number,
      activity.first[candidate] as number
    ]
  }

  /** What the present projects of a candidate bring: how near those are that take people in, and how alike the most alike is. */
  private projectsOf(candidate: number): { joins: number; alike: number } {
    const { members, asOf } = this.ground
    let [joins, alike] = [0, 0]
    eachOf(members.offsets, candidate, (at) => {
      const group = members.others[at] as number
      if (!isCurrent(members.until[at] as number, asOf) || freshness(members.since[at] as number, asOf) < STALE) return
      joins += (this.walker.visits(group) / rowSize(members.offsets, group)) * Math.log(1 + (members.newcomers[group] as number))
      alike = Math.max(alike, this.cosine(group))
    })
    return { joins, alike }
  }
}

/** What is alike to what is alike counts by so much, for projects. */
const BETWEEN = 0.8

/** The `most` whose worth is greatest of those that are one, where worths are the same the first by place; in no order. */
function greatest(offered: Uint32Array, most: number, worthOf: (entity: number) => number, isOne: (entity: number) => boolean): number[] {
  const heap = new Heap()
  for (const entity of offered) {
    const worth = worthOf(entity)
    if ((heap.size === most && worth <= heap.top()) || !isOne(entity)) continue
    if (heap.size === most) heap.pop()
    heap.push(entity, worth)
  }
  const least = heap.size < most ? Number.NEGATIVE_INFINITY : heap.top()
  const [above, same]: [number[], number[]] = [[], []]
  for (const entity of offered) {
    const worth = worthOf(entity)
    if (worth >= least && isOne(entity)) (worth > least ? above : same).push(entity)
  }
  return [...above, ...same.sort((a, b) => a - b).slice(0, most - above.length)]
}

/** A membership older than about five years is hardly a present one, though its end is not known. */
const STALE = 2 ** -2.5

/** Which features count by their order of magnitude, and which as they are. */
const byMagnitude = new Set<number>([featureAt.walk, featureAt.lasting, featureAt.joins, featureAt.contacts])
const asTheyAre = new Set<number>([featureAt.city, featureAt.role, featureAt.far, featureAt.current, featureAt.latest, featureAt.first])

/** Of two projects also these: what is alike, and what is shared, adds up as it is. */
const asTwinsAre = new Set<number>([featureAt.texts, featureAt.shared])

/** Holds each feature against the greatest of the list. */
function scale(values: Float64Array, rows: number, isTwins: boolean): void {
  for (let feature = 0; feature < FEATURES; feature++) {
    if (asTheyAre.has(feature) || (isTwins && asTwinsAre.has(feature))) continue
    let greatest = 0
    for (let row = 0; row < rows; row++) greatest = Math.max(greatest, values[row * FEATURES + feature] as number)
    if (greatest === 0) continue
    for (let row = 0; row < rows; row++) {
      const share = (values[row * FEATURES + feature] as number) / greatest
      values[row * FEATURES + feature] = byMagnitude.has(feature) ? magnitude(share) : share
    }
  }
}
