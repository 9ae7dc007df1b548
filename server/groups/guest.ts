import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { otherEnd, typeAt } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { circleOf, circleSize } from './acquainted.ts'
import type { Ground } from './ground.ts'
import { saidOf } from './said.ts'

const placesOf = (names: readonly RelationName[]): Set<number> => new Set(names.map((name) => relationNames.indexOf(name)))
const TEAM = placesOf(['WORKS_FOR', 'CARRIES'])
const SUBJECT = placesOf(['ABOUT', 'LOCATED_IN'])

/** The other ends of an entity's ties of some relations. */
function tiedBy({ projection, asOf }: Ground, entity: number, relations: ReadonlySet<number>): Set<number> {
  const found = new Set<number>()
  const { incident, incidentOffsets } = projection
  for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
    const tie = incident[i] as number
    if (relations.has(projection.relations[tie] as number) && isKnown(projection, tie, asOf)) found.add(otherEnd(projection, tie, entity))
  }
  return found
}

/** The things that at least half of the members have, those of most members first. */
function common(members: readonly number[], thingsOf: (member: number) => Iterable<number>): number[] {
  const held = new Map<number, number>()
  for (const member of members) for (const thing of thingsOf(member)) held.set(thing, (held.get(thing) ?? 0) + 1)
  return [...held]
    .filter(([, count]) => count * 2 >= members.length)
    .sort(([a, one], [b, two]) => two - one || a - b)
    .map(([thing]) => thing)
}

/** The organization or project that most of a group have in common: the group is called by it. */
export const groupThing = (ground: Ground, members: readonly number[]): number | undefined =>
  common(members, (member) => tiedBy(ground, member, TEAM))[0]

/**
 * Somebody outside who has the themes, or else the territories, of a group and is acquainted with nobody of it: the one with the fewest
 * acquaintances. `but` are left out.
 */
export function guestOf(ground: Ground, members: readonly number[], but: ReadonlySet<number>): number | undefined {
  const { projection, acquainted, asOf } = ground
  const near = new Set(members.flatMap((member) => [member, ...circleOf(acquainted, member)]))
  const shared = new Map<number, number>()
  const subjects = common(members, (member) => {
    const { themes, territories } = saidOf(projection, member, asOf)
    return [...themes, ...territories]
  })
  for (const subject of subjects)
    for (const one of tiedBy(ground, subject, SUBJECT))
      if (typeAt(projection, one) === 'person' && !near.has(one) && !but.has(one))
        shared.set(one, (shared.get(one) ?? 0) + (typeAt(projection, subject) === 'theme' ? 2 : 1))
  const [best] = [...shared].sort(([a, one], [b, two]) => two - one || circleSize(acquainted, a) - circleSize(acquainted, b) || a - b)
  return best?.[0]
}
