import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import type { Members } from './members.ts'
import { eachOf, type Offsets, rowSize, rowsOf } from './rows.ts'
import { isMeetingKind, type Terms } from './terms.ts'

/**
 * Whose texts are most alike, for projects and for those in no project yet, in compressed sparse rows, the most alike first: how alike
 * (cosine), and how readily a walk goes from the one to the other, 0 for the last of a row.
 */
export interface Alike {
  offsets: Offsets
  others: Uint32Array
  cosines: Float32Array
  weights: Float32Array
}

/** So many are kept of each, and a walk goes on to the first of them. */
const MOST_ALIKE = 15
const MOST_WALKED = 6
/** Below this cosine nothing is alike. */
const LEAST_ALIKE = 0.08
/** A text of so few different terms is not believed, one of so many more by half: few words are alike by chance. */
const NOT_BELIEVED = 8
const HALF_BELIEVED = 30
/** What one in no project yet says is believed this much at the least: it is all that is known. */
const NEWCOMERS_BELIEF = 0.2
/** So many holders of terms are looked through for one text, those of the terms that tell most first. */
const MOST_HOLDERS = 8_000

const project = types.indexOf('project')

/**
 * Pairs of projects alike by their texts, and for those in no project what is most like what they say. In a network that is walked
 * along these too, who works on the same thing is near, though nobody is shared.
 */
export function alikeOf(projection: Projection, members: Members, terms: Terms): Alike {
  const entities = entityCount(projection)
  const cosines = new Float32Array(entities)
  const rows: { other: number; cosine: number; weight: number }[][] = Array.from({ length: entities }, () => [])
  const belief = (entity: number): number => {
    const beyond = Math.max(0, (terms.lengths[entity] as number) - NOT_BELIEVED)
    return beyond / (beyond + HALF_BELIEVED)
  }
  for (let entity = 0; entity < entities; entity++) {
    const kind = projection.kinds[entity] as number
    if (!isMeetingKind(kind)) continue
    const isProject = kind === project
    if ((!isProject && rowSize(members.offsets, entity) > 0) || (isProject && belief(entity) === 0)) continue
    const found: number[] = []
    let left = MOST_HOLDERS
    for (let at = terms.offsets[entity] as number; at < (terms.offsets[entity + 1] as number); at++) {
      const term = terms.terms[at] as number
      const size = rowSize(terms.holderOffsets, term)
      if (size > left) continue
      left -= size
      eachOf(terms.holderOffsets, term, (holding) => {
        const other = terms.holders[holding] as number
        if (other === entity || (isProject && (projection.kinds[other] !== project || belief(other) === 0))) return
        if (cosines[other] === 0) found.push(other)
        cosines[other] = (cosines[other] as number) + (terms.weights[at] as number) * (terms.holderWeights[holding] as number)
      })
    }
    rows[entity] = found
      .filter((other) => (cosines[other] as number) > LEAST_ALIKE)
      .sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b)
      .slice(0, MOST_ALIKE)
      .map((other, place) => {
        const cosine = cosines[other] as number
        const believed = isProject ? Math.min(belief(entity), belief(other)) : Math.max(NEWCOMERS_BELIEF, belief(entity))
        return { other, cosine, weight: place < MOST_WALKED ? cosine * believed : 0 }
      })
    for (const other of found) cosines[other] = 0
  }
  const { offsets } = rowsOf(entities, (entity) => (rows[entity] as unknown[]).length)
  const total = offsets[entities] as number
  const [others, kept, weights] = [sharedUint32(total), sharedFloat32(total), sharedFloat32(total)]
  rows.flat().forEach(({ other, cosine, weight }, at) => {
    others[at] = other
    kept[at] = cosine
    weights[at] = weight
  })
  return { offsets, others, cosines: kept, weights }
}

/** How alike two are through what is alike to both: the sum of the products of the cosines, as seen from either. */
export function alikeThrough({ offsets, others, cosines }: Alike, one: number, other: number): number {
  let sum = 0
  const add = (from: number, to: number): void =>
    eachOf(offsets, from, (at) =>
      eachOf(offsets, others[at] as number, (next) => {
        if (others[next] === to) sum += (cosines[at] as number) * (cosines[next] as number)
      })
    )
  add(one, other)
  add(other, one)
  return sum
}
