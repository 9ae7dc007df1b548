import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import type { Members } from './members.ts'
import { eachOf, rowSize } from './rows.ts'
import { isMeetingKind, type Terms } from './terms.ts'

/** Pairs whose texts are alike, each projects or one in no project yet, and how readily a walk goes from the one to the other. */
export interface Alike {
  from: Uint32Array
  to: Uint32Array
  weights: Float32Array
}

/** A walk goes on to so many whose texts are most alike. */
const MOST_ALIKE = 6
/** Below this cosine nothing is alike. */
const LEAST_ALIKE = 0.08
/** A text of so few different terms is not believed, one of so many more by half: few words are alike by chance. */
const NOT_BELIEVED = 8
const HALF_BELIEVED = 30
/** What one in no project yet says is believed this much at the least: it is all that is known. */
const NEWCOMERS_BELIEF = 0.2
/** Only terms that so few have are looked through, and of each text those that tell most. */
const MOST_HOLDERS = 300
const MOST_LOOKED = 24

const project = types.indexOf('project')

/**
 * Pairs of projects alike by their texts, and for those in no project what is most like what they say. In a network that is walked
 * along these too, who works on the same thing is near, though nobody is shared.
 */
export function alikeOf(projection: Projection, members: Members, terms: Terms): Alike {
  const entities = entityCount(projection)
  const cosines = new Float32Array(entities)
  const pairs: { from: number; to: number; weight: number }[] = []
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
    const end = Math.min(terms.offsets[entity + 1] as number, (terms.offsets[entity] as number) + MOST_LOOKED)
    for (let at = terms.offsets[entity] as number; at < end; at++) {
      const term = terms.terms[at] as number
      if (rowSize(terms.holderOffsets, term) > MOST_HOLDERS) continue
      eachOf(terms.holderOffsets, term, (holding) => {
        const other = terms.holders[holding] as number
        if (other === entity || (isProject && (projection.kinds[other] !== project || belief(other) === 0))) return
        if (cosines[other] === 0) found.push(other)
        cosines[other] = (cosines[other] as number) + (terms.weights[at] as number) * (terms.holderWeights[holding] as number)
      })
    }
    found
      .filter((other) => (cosines[other] as number) > LEAST_ALIKE)
      .sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b)
      .slice(0, MOST_ALIKE)
      .forEach((other) => {
        const believed = isProject ? Math.min(belief(entity), belief(other)) : Math.max(NEWCOMERS_BELIEF, belief(entity))
        pairs.push({ from: entity, to: other, weight: (cosines[other] as number) * believed })
      })
    for (const other of found) cosines[other] = 0
  }
  const [from, to, weights] = [sharedUint32(pairs.length), sharedUint32(pairs.length), sharedFloat32(pairs.length)]
  pairs.forEach((pair, i) => {
    from[i] = pair.from
    to[i] = pair.to
    weights[i] = pair.weight
  })
  return { from, to, weights }
}
