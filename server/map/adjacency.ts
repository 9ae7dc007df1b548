import { relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, type Projection, tieCount } from '../network/projection.ts'
import { worths } from '../network/worth.ts'

/** What everybody shares joins nobody: it hardly draws the map, and no way between people goes by it. */
const SUBJECTS = new Set(['ABOUT', 'LOCATED_IN'])
const SUBJECT_WEIGHT = 0.04
/** Of what says nothing of acquaintance: needs, introductions, portraits stand beside those they are of. */
const OTHER_WEIGHT = 0.6

const weights = relationNames.map((name, place) => (SUBJECTS.has(name) ? SUBJECT_WEIGHT : (worths[place] as number) || OTHER_WEIGHT))

/** The others that each entity is tied to, each once, in compressed sparse rows: those of entity i from `offsets[i]` on. */
export interface Adjacency {
  offsets: Uint32Array
  others: Uint32Array
  /** The weights of all ties between the two, added up. */
  weights: Float32Array
}

/** `isWithSubjects`: whether themes and territories count as others. */
export function adjacencyOf(projection: Projection, isWithSubjects: boolean): Adjacency {
  const entities = entityCount(projection)
  const { starts, ends, relations, incident, incidentOffsets } = projection
  const offsets = new Uint32Array(entities + 1)
  const others = new Uint32Array(2 * tieCount(projection))
  const sums = new Float32Array(others.length)
  /** Where the pair with this other stands, for the entity at hand. */
  const placeOfPair = new Int32Array(entities).fill(-1)
  let next = 0
  for (let entity = 0; entity < entities; entity++) {
    const first = next
    for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
      const tie = incident[i] as number
      const relation = relations[tie] as number
      if (!isWithSubjects && SUBJECTS.has(relationNames[relation] as string)) continue
      const other = (starts[tie] === entity ? ends[tie] : starts[tie]) as number
      let place = placeOfPair[other] as number
      if (place < first) {
        place = next++
        placeOfPair[other] = place
        others[place] = other
      }
      sums[place] = (sums[place] as number) + (weights[relation] as number)
    }
    offsets[entity + 1] = next
  }
  return { offsets, others: others.subarray(0, next), weights: sums.subarray(0, next) }
}
