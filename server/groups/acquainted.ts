import { Acquaintance } from '../network/acquaintance.ts'
import { ALWAYS } from '../network/days.ts'
import { GrowingUint32 } from '../network/growing.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { viewAt } from '../network/view.ts'

/**
 * Who is acquainted with whom, in compressed sparse rows by place of the entity: people who are tied directly, or who shared a project,
 * an organization or an event at the same time. What a crowd shares (see strength.ts) acquaints nobody, and neither does a theme or a
 * territory. What is not a person has no row.
 */
export interface Acquainted {
  offsets: Uint32Array
  /** Each once, in order. */
  others: Uint32Array
  /** Places of all people. */
  people: Uint32Array
}

/** The acquaintances of everybody, as the day `asOf` knew them. */
export function acquaintedOf(projection: Projection, asOf: number): Acquainted {
  const view = viewAt(projection, { asOf, since: ALWAYS })
  const acquaintance = new Acquaintance(view, [])
  const entities = entityCount(projection)
  const offsets = new Uint32Array(entities + 1)
  const others = new GrowingUint32()
  const people = new GrowingUint32()
  for (let entity = 0; entity < entities; entity++) {
    if (view.isPerson(entity)) {
      people.push(entity)
      for (const other of acquaintance.stepsFrom(entity).others.toSorted((a, b) => a - b)) others.push(other)
    }
    offsets[entity + 1] = others.length
  }
  return { offsets, others: others.share(), people: people.share() }
}

/** How many somebody is acquainted with. */
export const circleSize = ({ offsets }: Acquainted, person: number): number => (offsets[person + 1] as number) - (offsets[person] as number)

/** Those whom somebody is acquainted with. */
export const circleOf = ({ offsets, others }: Acquainted, person: number): Uint32Array =>
  others.subarray(offsets[person], offsets[person + 1])
