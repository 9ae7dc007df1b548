import { relationNames } from '#contract/vocabulary/relations.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import type { Fact } from './fact.ts'
import type { Features } from './features.ts'
import { eachOf } from './rows.ts'

/** Relations to a thing by which those who share it may have met; see circle.ts. */
const meetingRelations = new Set(
  (['CARRIES', 'PARTNERS_IN', 'SUPPORTS', 'WORKS_FOR', 'ATTENDED', 'PRESENTED_AT', 'OF', 'TO'] as const).map((name) =>
    relationNames.indexOf(name)
  )
)
const follows = relationNames.indexOf('FOLLOWS')

/** The ties of an entity to another that were known on the day. */
export function tiesBetween(projection: Projection, asOf: number, from: number, to: number): number[] {
  const found: number[] = []
  eachOf(projection.incidentOffsets, from, (at) => {
    const tie = projection.incident[at] as number
    if (otherEnd(projection, tie, from) === to && isKnown(projection, tie, asOf)) found.push(tie)
  })
  return found
}

/** The ties that a fact rests on, where they were not found with it. */
export function tiesOfFact(features: Features, one: number, other: number, { kind, entities }: Fact): number[] {
  const [thing] = entities
  if (thing === undefined) return []
  if (kind === 'contacts') return [...tiesOfMeeting(features, one, thing), ...tiesOfMeeting(features, thing, other)]
  if (kind === 'near') return [one, ...entities].flatMap((each, i) => tiesOfMeeting(features, each, entities[i] ?? other))
  return [...tiesToContext(features, one, thing), ...tiesToContext(features, other, thing)]
}

/** What shows that two have met: a tie between them, or one of each to the same thing. */
function tiesOfMeeting({ projection, ground: { asOf } }: Features, one: number, other: number): number[] {
  const direct = tiesBetween(projection, asOf, one, other)
  if (direct.length > 0) return direct.slice(0, 1)
  const mine = new Map<number, number>()
  eachOf(projection.incidentOffsets, one, (at) => {
    const tie = projection.incident[at] as number
    if (meetingRelations.has(projection.relations[tie] as number) && isKnown(projection, tie, asOf))
      mine.set(otherEnd(projection, tie, one), tie)
  })
  const found: number[] = []
  eachOf(projection.incidentOffsets, other, (at) => {
    const tie = projection.incident[at] as number
    const own = mine.get(otherEnd(projection, tie, other))
    if (
      found.length === 0 &&
      own !== undefined &&
      meetingRelations.has(projection.relations[tie] as number) &&
      isKnown(projection, tie, asOf)
    )
      found.push(own, tie)
  })
  return found
}

/** The ties by which one is within a thing: to it, or of a project of its own to it and its own to the project. */
function tiesToContext({ projection, ground: { members, asOf } }: Features, entity: number, thing: number): number[] {
  const direct = tiesBetween(projection, asOf, entity, thing).filter((tie) => projection.relations[tie] !== follows)
  if (direct.length > 0) return direct.slice(0, 1)
  for (let at = members.offsets[entity] as number; at < (members.offsets[entity + 1] as number); at++) {
    const through = tiesBetween(projection, asOf, members.others[at] as number, thing)
    if (through.length > 0) return [members.ties[at] as number, through[0] as number]
  }
  return []
}
