import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearTo } from '../server/network/near.ts'
import { placeOf, refAt } from '../server/network/projection.ts'
import { randomFacts } from './map/random-networks.ts'
import { networkOf, type TestTie } from './network.ts'

/** Who is near somebody, with what they share, by their ids. */
function nearOf(entities: Parameters<typeof networkOf>[0], ties: TestTie[], id: string, most = 100) {
  const projection = networkOf(entities, ties)
  const idAt = (place: number): string => refAt(projection, place).id
  return nearTo(projection, placeOf(projection, id), most).map(({ entity, score, shared }) => ({
    id: idAt(entity),
    type: refAt(projection, entity).type,
    score,
    shared: shared.map(idAt)
  }))
}

describe('who is near', () => {
  it('is nobody that is tied already, and what is named as shared is', () => {
    fc.assert(
      fc.property(randomFacts, ({ entities, ties }) => {
        const isTied = (one: string, other: string): boolean =>
          ties.some(([from, , to]) => (from === one && to === other) || (from === other && to === one))
        for (const id of Object.keys(entities)) {
          const found = nearOf(entities, ties, id)
          for (const near of found) {
            expect(near.id).not.toBe(id)
            expect(isTied(id, near.id)).toBe(false)
            expect(['person', 'organization', 'project', 'program']).toContain(near.type)
            expect(near.shared.length).toBeGreaterThan(0)
            expect(new Set(near.shared).size).toBe(near.shared.length)
            for (const shared of near.shared) expect(isTied(id, shared) && isTied(shared, near.id)).toBe(true)
          }
          // And nobody with whom something is shared is left out.
          const others = Object.keys(entities).filter(
            (other) =>
              other !== id &&
              !isTied(id, other) &&
              ['person', 'organization', 'project', 'program'].includes(entities[other] as string) &&
              Object.keys(entities).some((between) => isTied(id, between) && isTied(between, other))
          )
          expect(found.map((near) => near.id).sort()).toEqual(others.sort())
          expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
        }
      })
    )
  })

  const people = Object.fromEntries(['ada', 'bob', 'eve', 'zoe', 'max'].map((id) => [id, 'person' as const]))

  it('is nearer by a project than by a theme, and the closest reason is named first', () => {
    const near = nearOf(
      { ...people, maree: 'project', pain: 'theme', jeux: 'theme' },
      [
        ['ada', 'CARRIES', 'maree'],
        ['ada', 'ABOUT', 'pain'],
        ['ada', 'ABOUT', 'jeux'],
        ['bob', 'ABOUT', 'pain'],
        ['bob', 'ABOUT', 'jeux'],
        ['eve', 'ABOUT', 'pain'],
        ['eve', 'CARRIES', 'maree']
      ],
      'ada'
    )
    expect(near.map(({ id }) => id)).toEqual(['eve', 'bob'])
    expect(near[0]?.shared).toEqual(['maree', 'pain'])
  })

  it('is less near through a crowd than through a few', () => {
    const crowd = Object.fromEntries(Array.from({ length: 40 }, (_, place) => [`invité ${place}`, 'person' as const]))
    const near = nearOf(
      { ...people, ...crowd, foule: 'organization', atelier: 'organization' },
      [
        ...Object.keys(crowd).map((id): TestTie => [id, 'WORKS_FOR', 'foule']),
        ['ada', 'WORKS_FOR', 'foule'],
        ['ada', 'WORKS_FOR', 'atelier'],
        ['zoe', 'WORKS_FOR', 'atelier'],
        ['max', 'WORKS_FOR', 'foule']
      ],
      'ada',
      3
    )
    expect(near).toHaveLength(3)
    expect(near[0]).toMatchObject({ id: 'zoe', shared: ['atelier'] })
  })
})
