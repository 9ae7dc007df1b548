import { CROWD } from '../network/strength.ts'
import { type Acquainted, circleOf, circleSize } from './acquainted.ts'

/** A group is closed where so few of the acquaintances of its members lead out of it, and most of the members know each other. */
const MOST_OPEN = 0.12
const LEAST_DENSE = 0.5
const SMALLEST = 4
/** One that holds more of the people than this is not a group among others. */
const MOST_OF_ALL = 0.5

/** People who know each other and hardly anybody else. */
export interface ClosedGroup {
  members: number[]
  /** Pairs of members who are acquainted. */
  within: number
  /** Pairs of a member and somebody else. */
  outward: number
  /** Who has the most acquaintances outside, with those, where anybody has one. */
  door?: { person: number; others: number[] }
}

/** How much of a group's acquaintances lead out of it, 0 to 1 (conductance). */
export const openness = ({ within, outward }: { within: number; outward: number }): number =>
  within + outward === 0 ? 0 : outward / (2 * within + outward)

/**
 * The closed groups of a network, the most closed first, none sharing half of its members with one before it. Looked for around each
 * person: somebody's circle is a closed group where there is one (Gleich and Seshadhri, "Vertex neighborhoods, low conductance cuts, and
 * good seeds for local community methods", 2012).
 */
export function closedGroups(acquainted: Acquainted): ClosedGroup[] {
  const { offsets, people } = acquainted
  const stamp = new Int32Array(offsets.length).fill(-1)
  const isIn = (person: number, group: number): boolean => stamp[person] === group
  const found: { seed: number; openness: number; size: number }[] = []

  const membersAround = (seed: number): number[] => [seed, ...circleOf(acquainted, seed)]
  const measured = (members: readonly number[], seed: number): { within: number; outward: number } => {
    for (const member of members) stamp[member] = seed
    let [twice, outward] = [0, 0]
    for (const member of members)
      for (const other of circleOf(acquainted, member))
        if (isIn(other, seed)) twice++
        else outward++
    return { within: twice / 2, outward }
  }

  for (const seed of people) {
    const size = circleSize(acquainted, seed) + 1
    if (size < SMALLEST || size > CROWD || size > people.length * MOST_OF_ALL) continue
    const members = membersAround(seed)
    const pairs = size * (size - 1)
    // What leads out at the least, were all members acquainted: most circles are left by that, without being looked through.
    const least = members.reduce((sum, member) => sum + circleSize(acquainted, member), 0) - pairs
    if (least > pairs * (MOST_OPEN / (1 - MOST_OPEN))) continue
    const { within, outward } = measured(members, seed)
    if (openness({ within, outward }) <= MOST_OPEN && within >= (pairs / 2) * LEAST_DENSE)
      found.push({ seed, openness: openness({ within, outward }), size })
  }

  const taken = new Uint8Array(offsets.length)
  const groups: ClosedGroup[] = []
  for (const { seed } of found.sort((a, b) => a.openness - b.openness || b.size - a.size || a.seed - b.seed)) {
    const members = membersAround(seed)
    if (members.filter((member) => taken[member]).length * 2 >= members.length) continue
    for (const member of members) taken[member] = 1
    const { within, outward } = measured(members, seed)
    const doors = members.map((person) => ({ person, others: [...circleOf(acquainted, person)].filter((other) => !isIn(other, seed)) }))
    const door = doors.reduce((most, one) => (one.others.length > most.others.length ? one : most))
    groups.push({ members, within, outward, ...(door.others.length > 0 && { door }) })
  }
  return groups
}
