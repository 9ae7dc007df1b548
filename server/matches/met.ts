import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { asideOf } from '../network/aside.ts'
import { ALWAYS } from '../network/days.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { eachMet } from './circle.ts'
import type { Ground } from './ground.ts'
import { eachOf } from './rows.ts'

const project = types.indexOf('project')
const follows = relationNames.indexOf('FOLLOWS')

/**
 * Whom one is not to be introduced to, as the day of `ground` knew it: whoever is tied to it directly (to follow somebody online is not to
 * have met), has worked with it on a project, was its colleague in a small organization or among few at an event, was introduced to it, or was set aside with it.
 */
export function metBy(projection: Projection, { members, asOf }: Pick<Ground, 'members' | 'asOf'>, entity: number): Set<number> {
  const met = asideOf(projection, entity, asOf)
  const { incidentOffsets, incident, relations } = projection
  eachMet(projection, members, asOf, entity, Number.POSITIVE_INFINITY, (other) => met.add(other))
  const eachTied = (from: number, see: (other: number) => void): void =>
    eachOf(incidentOffsets, from, (at) => {
      const tie = incident[at] as number
      if (relations[tie] !== follows && isKnown(projection, tie, asOf)) see(otherEnd(projection, tie, from))
    })
  eachTied(entity, (other) => met.add(other))
  // Whoever is in, or supports, a project of one's own is no stranger, of whatever kind.
  if (projection.kinds[entity] !== project)
    eachTied(entity, (other) => {
      if (projection.kinds[other] === project) eachTied(other, (theirs) => met.add(theirs))
    })
  met.delete(entity)
  return met
}

/** Whether an entity was there on the day: nothing dated is tied to it, or something was by then. */
export function wasThere(projection: Projection, asOf: number, entity: number): boolean {
  if (asOf >= projection.latestStart) return true
  let isTied = false
  for (let at = projection.incidentOffsets[entity] as number; at < (projection.incidentOffsets[entity + 1] as number); at++) {
    const tie = projection.incident[at] as number
    if (projection.heldFrom[tie] === ALWAYS) continue
    isTied = true
    if (isKnown(projection, tie, asOf)) return true
  }
  return !isTied
}
