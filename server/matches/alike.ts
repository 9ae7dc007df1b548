import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import type { Members } from './members.ts'
import { wasThere } from './met.ts'
import { eachOf, type Offsets, rowSize, rowsOf } from './rows.ts'
import { isMeetingKind } from './said.ts'
import type { Terms } from './terms.ts'

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
/** Of a large network fewer, so many for all texts together. */
const ALL_HOLDERS = 80_000_000

const project = types.indexOf('project')

/**
 * Pairs of projects alike by their texts, and for those in no project what is most like what they say. In a network that is walked
 * along these too, who works on the same thing is near, though nobody is shared.
 */
export function alikeOf(projection: Projection, members: Members, terms: Terms, asOf: number): Alike {
  const entities = entityCount(projection)
  const cosines = new Float32Array(entities)
  const sizes = new Uint32Array(entities)
  const rows: { other: number; cosine: number; weight: number }[] = []
  const beliefs = new Float64Array(entities)
  for (let entity = 0; entity < entities; entity++) {
    const beyond = Math.max(0, (terms.lengths[entity] as number) - NOT_BELIEVED)
    beliefs[entity] = beyond / (beyond + HALF_BELIEVED)
  }
  /** The projects that a project may be alike to. */
  const isBelieved = Uint8Array.from(beliefs, (belief, entity) => Number(belief > 0 && projection.kinds[entity] === project))
  const seeks = (entity: number): boolean => {
    const kind = projection.kinds[entity] as number
    const isFit = kind === project ? isBelieved[entity] === 1 : isMeetingKind(kind) && rowSize(members.offsets, entity) === 0
    // Of who was not there yet nothing was said.
    return isFit && wasThere(projection, asOf, entity)
  }
  const seeking = Array.from(projection.kinds.keys()).filter(seeks)
  const most = Math.min(MOST_HOLDERS, Math.ceil(ALL_HOLDERS / seeking.length))
  const { offsets, holderOffsets, holders, holderWeights } = terms
  for (const entity of seeking) {
    const isProject = projection.kinds[entity] === project
    const found: number[] = []
    let left = most
    for (let at = offsets[entity] as number; at < (offsets[entity + 1] as number); at++) {
      const term = terms.terms[at] as number
      const size = rowSize(holderOffsets, term)
      if (size > left) continue
      left -= size
      const weight = terms.weights[at] as number
      const last = holderOffsets[term + 1] as number
      for (let holding = holderOffsets[term] as number; holding < last; holding++) {
        const other = holders[holding] as number
        if (other === entity || (isProject && isBelieved[other] === 0)) continue
        const cosine = cosines[other] as number
        if (cosine === 0) found.push(other)
        cosines[other] = cosine + weight * (holderWeights[holding] as number)
      }
    }
    const row = found
      .filter((other) => (cosines[other] as number) > LEAST_ALIKE)
      .sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b)
      .slice(0, MOST_ALIKE)
    for (const [place, other] of row.entries()) {
      const cosine = cosines[other] as number
      const own = beliefs[entity] as number
      const believed = isProject ? Math.min(own, beliefs[other] as number) : Math.max(NEWCOMERS_BELIEF, own)
      rows.push({ other, cosine, weight: place < MOST_WALKED ? cosine * believed : 0 })
    }
    for (const other of found) cosines[other] = 0
    sizes[entity] = row.length
  }
  const [others, kept, weights] = [sharedUint32(rows.length), sharedFloat32(rows.length), sharedFloat32(rows.length)]
  rows.forEach(({ other, cosine, weight }, at) => {
    others[at] = other
    kept[at] = cosine
    weights[at] = weight
  })
  return { offsets: rowsOf(entities, (entity) => sizes[entity] as number).offsets, others, cosines: kept, weights }
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
