import { types } from '#contract/vocabulary/kinds.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
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
      if (projection.kinds[other] === person && isKnown(projection, tie, asOf)) near.add(other)
    })
  }
  return [...near].slice(0, MOST_NEAR)
}

/** Those around one, looked at once for all the others that a way is sought to. */
export class Around {
  /** Those through whom it is reached. */
  readonly near: number[]
  /** Those whom these have met, each with the one by whom it was come by first, in the order they were come by. */
  private readonly beyond: [one: number, two: number][] = []
  private readonly projection: Projection
  private readonly ground: Ground

  constructor(projection: Projection, ground: Ground, entity: number) {
    this.projection = projection
    this.ground = ground
    this.near = nearOf(projection, ground, entity)
    const { offsets, others } = ground.circles
    const seen = new Set([entity, ...this.near])
    for (const one of this.near) {
      for (let at = offsets[one] as number; at < (offsets[one + 1] as number); at++) {
        const two = others[at] as number
        if (seen.has(two)) continue
        seen.add(two)
        this.beyond.push([one, two])
      }
    }
  }

  /** A way to another through those who have met, without its ends; undefined where there is none of four steps or fewer. */
  throughWhom(to: number): number[] | undefined {
    const last = new Set(nearOf(this.projection, this.ground, to))
    for (const one of this.near) if (last.has(one)) return [one]
    for (const way of this.beyond) if (last.has(way[1])) return [...way]
    const { offsets, others } = this.ground.circles
    for (const [one, two] of this.beyond.slice(0, MOST_NEAR)) {
      for (let at = offsets[two] as number; at < (offsets[two + 1] as number); at++) {
        const three = others[at] as number
        if (last.has(three)) return [one, two, three]
      }
    }
    return undefined
  }
}
