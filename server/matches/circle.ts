import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { GrowingUint32 } from '../network/growing.ts'
import { entityCount, otherEnd, type Projection } from '../network/projection.ts'
import { CROWD, isKnown, overlap } from '../network/strength.ts'
import { isMembership, type Members } from './members.ts'
import type { Offsets } from './rows.ts'

/**
 * Who has met whom, in compressed sparse rows, each once and in order: people and people, organizations and organizations. A project is
 * met through by the people and organizations in it.
 */
export interface Circles {
  offsets: Offsets
  others: Uint32Array
}

/** People of an organization, or at an event, of so many at the most have met each other. */
const MOST_COLLEAGUES = 20
const MOST_GUESTS = 12

const [person, organization, project] = (['person', 'organization', 'project'] as const).map((type) => types.indexOf(type)) as [
  number,
  number,
  number
]
const place = (name: (typeof relationNames)[number]): number => relationNames.indexOf(name)
const [follows, worksFor, attended, presented] = [place('FOLLOWS'), place('WORKS_FOR'), place('ATTENDED'), place('PRESENTED_AT')]
const introducing = new Set([place('OF'), place('TO')])

/** How many of those who share a thing by a relation have met each other; 0 where sharing it is no meeting. */
function mostWhoMet(relation: number): number {
  if (relation === worksFor) return MOST_COLLEAGUES
  return relation === attended || relation === presented ? MOST_GUESTS : 0
}

/** Calls `see` with everybody of the same kind whom somebody has met by the day `asOf`, and whoever is in a project; some more than once. */
export function eachMet(
  projection: Projection,
  members: Members,
  asOf: number,
  entity: number,
  mostTogether: number,
  see: (other: number) => void
): void {
  const { incidentOffsets, incident, relations, kinds } = projection
  const kind = kinds[entity] as number
  const seeAlike = (other: number): void => {
    if (other !== entity && kinds[other] === kind) see(other)
  }
  if (kind === project) {
    for (let at = members.offsets[entity] as number; at < (members.offsets[entity + 1] as number); at++) see(members.others[at] as number)
    return
  }
  for (let at = members.offsets[entity] as number; at < (members.offsets[entity + 1] as number); at++) {
    const group = members.others[at] as number
    const [first, end] = [members.offsets[group] as number, members.offsets[group + 1] as number]
    if (end - first <= mostTogether) for (let i = first; i < end; i++) seeAlike(members.others[i] as number)
  }
  for (let at = incidentOffsets[entity] as number; at < (incidentOffsets[entity + 1] as number); at++) {
    const tie = incident[at] as number
    if (isMembership(projection, tie) || !isKnown(projection, tie, asOf)) continue
    const relation = relations[tie] as number
    const other = otherEnd(projection, tie, entity)
    if (relation !== follows) seeAlike(other)
    if (kind !== person) continue
    const most = introducing.has(relation) ? Number.POSITIVE_INFINITY : mostWhoMet(relation)
    if (most > 0) seeSharers(projection, tie, other, most, asOf, seeAlike)
  }
}

/** Those who share a thing with the one that `tie` ties to it, where they are so few that they have met. */
function seeSharers(projection: Projection, tie: number, thing: number, most: number, asOf: number, see: (other: number) => void): void {
  const { incidentOffsets, incident, relations } = projection
  const isIntroduction = most === Number.POSITIVE_INFINITY
  if (!isIntroduction && (projection.sharers[thing] as number) > most) return
  for (let at = incidentOffsets[thing] as number; at < (incidentOffsets[thing + 1] as number); at++) {
    const theirs = incident[at] as number
    if (theirs === tie || !isKnown(projection, theirs, asOf)) continue
    const relation = relations[theirs] as number
    if (isIntroduction ? introducing.has(relation) : mostWhoMet(relation) > 0 && overlap(projection, tie, theirs))
      see(otherEnd(projection, theirs, thing))
  }
}

/** The circles of everybody; a project of a crowd makes none. */
export function circlesOf(projection: Projection, members: Members, asOf: number): Circles {
  const entities = entityCount(projection)
  const offsets = new Uint32Array(new SharedArrayBuffer((entities + 1) * 4))
  const others = new GrowingUint32()
  const seenBy = new Int32Array(entities).fill(-1)
  for (let entity = 0; entity < entities; entity++) {
    const kind = projection.kinds[entity]
    if (kind === person || kind === organization || kind === project) {
      const row: number[] = []
      eachMet(projection, members, asOf, entity, CROWD, (other) => {
        if (seenBy[other] === entity) return
        seenBy[other] = entity
        row.push(other)
      })
      row.sort((a, b) => a - b)
      for (const other of row) others.push(other)
    }
    offsets[entity + 1] = others.length
  }
  return { offsets, others: others.share() }
}

/** How many somebody has met. */
export const circleSize = ({ offsets }: Circles, entity: number): number => (offsets[entity + 1] as number) - (offsets[entity] as number)

/** Whom two have both met, in order. */
export function bothMet({ offsets, others }: Circles, a: number, b: number): number[] {
  const both: number[] = []
  let [i, j] = [offsets[a] as number, offsets[b] as number]
  const [endA, endB] = [offsets[a + 1] as number, offsets[b + 1] as number]
  while (i < endA && j < endB) {
    const [x, y] = [others[i] as number, others[j] as number]
    if (x === y) both.push(x)
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return both
}
