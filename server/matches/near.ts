import { types } from '#contract/vocabulary/kinds.ts'
import { ALWAYS } from '../network/days.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { counts } from '../network/strength.ts'
import type { Ground } from './ground.ts'
import { eachOf } from './rows.ts'

const person = types.indexOf('person')

/** The most that are looked at around one: of a crowd, nobody could say who should make an introduction. */
const MOST_NEAR = 300

/** Those through whom one is reached: whom it has met, and the people tied to it where it is no person. */
export function nearOf(projection: Projection, { circles, asOf }: Ground, entity: number): number[] {
  const near = new Set<number>()
  eachOf(circles.offsets, entity, (at) => near.add(circles.others[at] as number))
  if (projection.kinds[entity] !== person) {
    eachOf(projection.incidentOffsets, entity, (at) => {
      const tie = projection.incident[at] as number
      const other = otherEnd(projection, tie, entity)
      if (projection.kinds[other] === person && counts(projection, tie, { asOf, since: ALWAYS })) near.add(other)
    })
  }
  return [...near].slice(0, MOST_NEAR)
}

/** A way from one to the other through those who have met, without its ends; undefined where there is none of four steps or fewer. */
export function throughWhom(projection: Projection, ground: Ground, from: number, to: number): number[] | undefined {
  const { circles } = ground
  const first = nearOf(projection, ground, from)
  const last = new Set(nearOf(projection, ground, to))
  for (const one of first) if (last.has(one)) return [one]
  const seen = new Set([from, ...first])
  const second: [one: number, two: number][] = []
  let found: number[] | undefined
  for (const one of first) {
    eachOf(circles.offsets, one, (at) => {
      const two = circles.others[at] as number
      if (found || seen.has(two)) return
      seen.add(two)
      if (last.has(two)) found = [one, two]
      else second.push([one, two])
    })
    if (found) return found
  }
  for (const [one, two] of second.slice(0, MOST_NEAR)) {
    eachOf(circles.offsets, two, (at) => {
      const three = circles.others[at] as number
      if (!found && last.has(three)) found = [one, two, three]
    })
    if (found) return found
  }
  return undefined
}
