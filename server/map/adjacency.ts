import { relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, otherEnd, type Projection, tieCount } from '../network/projection.ts'
import { worths } from '../network/worth.ts'

/** What everybody shares joins nobody: it hardly draws the map, and no way between people goes by it. */
const SUBJECTS = new Set(['ABOUT', 'LOCATED_IN'])
const SUBJECT_WEIGHT = 0.04
/** Of what says nothing of acquaintance: needs, introductions, portraits stand beside those they are of. */
const OTHER_WEIGHT = 0.6

const weights = relationNames.map((name, place) => (SUBJECTS.has(name) ? SUBJECT_WEIGHT : (worths[place] as number) || OTHER_WEIGHT))

/** The others that each entity is tied to, each once and in order, in compressed sparse rows: those of entity i from `offsets[i]` on. */
export interface Adjacency {
  offsets: Uint32Array
  others: Uint32Array
  /** The weights of all ties between the two, added up. */
  weights: Float32Array
}

/** `isWithSubjects`: whether themes and territories count as others. The order in which ties were read changes nothing. */
export function adjacencyOf(projection: Projection, isWithSubjects: boolean): Adjacency {
  const entities = entityCount(projection)
  const { relations, incident, incidentOffsets } = projection
  const offsets = new Uint32Array(entities + 1)
  const others = new Uint32Array(2 * tieCount(projection))
  const sums = new Float32Array(others.length)
  let next = 0
  for (let entity = 0; entity < entities; entity++) {
    const first = next
    const relationOf = (tie: number): number => relations[tie] as number
    const other = (tie: number): number => otherEnd(projection, tie, entity)
    const ties = incident.slice(incidentOffsets[entity], incidentOffsets[entity + 1])
    for (const tie of ties.sort((a, b) => other(a) - other(b) || relationOf(a) - relationOf(b))) {
      if (!isWithSubjects && SUBJECTS.has(relationNames[relationOf(tie)] as string)) continue
      if (next === first || others[next - 1] !== other(tie)) others[next++] = other(tie)
      sums[next - 1] = (sums[next - 1] as number) + (weights[relationOf(tie)] as number)
    }
    offsets[entity + 1] = next
  }
  return { offsets, others: others.subarray(0, next), weights: sums.subarray(0, next) }
}
