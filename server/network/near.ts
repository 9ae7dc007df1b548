import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, otherEnd, type Projection } from './projection.ts'
import { worthOf } from './strength.ts'

/** What is near: whom or what, and what they share with the one looked at, the most telling first. */
export interface Near {
  entity: number
  score: number
  shared: number[]
}

/** A theme or a place in common says little, what is of another sort something. */
const SUBJECT_WORTH = 0.05
const OTHER_WORTH = 0.3
/** What so many are tied to is not looked through: it tells nobody apart, and would take long. */
const MOST_SHARERS = 500

const subjects = new Set(['ABOUT', 'LOCATED_IN'].map((name) => relationNames.indexOf(name as (typeof relationNames)[number])))
const told = new Set((['person', 'organization', 'project', 'program'] as const).map((type) => types.indexOf(type)))

const closeness = (projection: Projection, tie: number): number =>
  subjects.has(projection.relations[tie] as number) ? SUBJECT_WORTH : worthOf(projection, tie) || OTHER_WORTH

/** Whom an entity is tied to, each by the closest of their ties. */
function neighbours(projection: Projection, entity: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let i = projection.incidentOffsets[entity] as number; i < (projection.incidentOffsets[entity + 1] as number); i++) {
    const tie = projection.incident[i] as number
    const other = otherEnd(projection, tie, entity)
    found.set(other, Math.max(found.get(other) ?? 0, closeness(projection, tie)))
  }
  return found
}

/**
 * People, organizations, projects and programmes that an entity is not tied to and shares most with: each thing or person in common counts
 * by how close both are to it, and for less the more others it has (Adamic and Adar, "Friends and neighbors on the Web", 2003).
 */
export function nearTo(projection: Projection, entity: number, most: number): Near[] {
  const own = neighbours(projection, entity)
  const scores = new Float64Array(entityCount(projection))
  const found = new Map<number, { shared: number; part: number }[]>()
  for (const [between, close] of own) {
    const sharers = (projection.incidentOffsets[between + 1] as number) - (projection.incidentOffsets[between] as number)
    if (sharers > MOST_SHARERS) continue
    for (const [other, closeToo] of neighbours(projection, between)) {
      if (other === entity || own.has(other) || !told.has(projection.kinds[other] as number)) continue
      const part = (close * closeToo) / Math.log(1 + sharers)
      scores[other] = (scores[other] as number) + part
      const parts = found.get(other)
      if (parts) parts.push({ shared: between, part })
      else found.set(other, [{ shared: between, part }])
    }
  }
  return [...found]
    .sort(([a], [b]) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, most)
    .map(([other, parts]) => ({
      entity: other,
      score: scores[other] as number,
      shared: parts.sort((a, b) => b.part - a.part || a.shared - b.shared).map(({ shared }) => shared)
    }))
}
