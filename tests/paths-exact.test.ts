import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Acquaintance } from '../server/network/acquaintance.ts'
import { ALWAYS, dayOf } from '../server/network/days.ts'
import { placeOf, refAt } from '../server/network/projection.ts'
import { View } from '../server/network/view.ts'
import { strongestWays } from '../server/network/ways.ts'
import { type BruteNetwork, bruteStep, bruteNext } from './brute-force.ts'
import { networkOf, type TestTie } from './network.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const things = {
  atelier: 'organization',
  bureau: 'organization',
  maree: 'project',
  lave: 'project',
  soiree: 'event',
  bal: 'event'
} as const
const relationTo = { organization: ['WORKS_FOR'], project: ['CARRIES'], event: ['ATTENDED', 'PRESENTED_AT'] } as const

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const fields = fc
  .record({
    from_date: fc.option(day),
    to_date: fc.option(day),
    strength: fc.option(fc.constantFrom(0, 0.3, 0.9, 1), { freq: 4 }),
    role: fc.option(fc.constantFrom('x', 'y'))
  })
  .filter(({ from_date, to_date }) => !from_date || !to_date || from_date <= to_date)
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)))

const between = fc
  .record({
    from: fc.constantFrom(...people),
    relation: fc.constantFrom('KNOWS' as const, 'FOLLOWS' as const),
    to: fc.constantFrom(...people),
    fields
  })
  .filter(({ from, to }) => from !== to)
  .map(({ from, relation, to, fields }): TestTie => [from, relation, to, fields])
const toThing = fc
  .record({
    from: fc.constantFrom(...people),
    thing: fc.constantFrom(...(Object.keys(things) as (keyof typeof things)[])),
    last: fc.boolean(),
    fields
  })
  .map(({ from, thing, last, fields }): TestTie => [from, relationTo[things[thing]].at(last ? -1 : 0) as 'CARRIES', thing, fields])

const network: fc.Arbitrary<BruteNetwork> = fc
  .record({
    ties: fc.uniqueArray(fc.oneof(between, toThing), {
      minLength: 18,
      maxLength: 40,
      selector: ([from, relation, to, fields]) => JSON.stringify([from, relation, to, fields?.role, fields?.from_date])
    }),
    asOf: fc.oneof(day, fc.constant('2026-06-01')),
    since: fc.option(day, { nil: undefined, freq: 4 }),
    avoid: fc.subarray([...people.slice(2), ...Object.keys(things)], { maxLength: 1 }),
    crowd: fc.constantFrom(1, 2, 50)
  })
  .map((drawn) => ({ people, things: Object.keys(things), ...drawn }))

function searched({ ties, asOf, since, avoid = [], crowd }: BruteNetwork) {
  const projection = networkOf({ ...Object.fromEntries(people.map((person) => [person, 'person' as const])), ...things }, ties)
  const place = (id: string): number => placeOf(projection, id)
  const view = new View(projection, { asOf: dayOf(asOf), since: since ? dayOf(since) : ALWAYS })
  const acquaintance = new Acquaintance(view, avoid.map(place), crowd)
  const ways = async (from: string, to: string, maxHops: number, alternatives: number) => {
    const found = await strongestWays(acquaintance, { from: place(from), to: place(to), maxHops, alternatives })
    return found.ways.map(({ nodes, strength }) => ({ people: nodes.map((node) => refAt(projection, node).id), strength }))
  }
  return { acquaintance, place, ways }
}

describe('ways, held against trying all of them', () => {
  it('gives every step the documented strength', () => {
    fc.assert(
      fc.property(network, fc.constantFrom(...people), fc.constantFrom(...people), (drawn, a, b) => {
        const { acquaintance, place } = searched({ ...drawn, avoid: [] })
        if (a !== b) expect(acquaintance.stepStrength(place(a), place(b))).toBeCloseTo(bruteStep({ ...drawn, avoid: [] }, a, b), 5)
      }),
      { numRuns: 500 }
    )
  })

  it('finds the strongest way, and each strongest one that is apart from the earlier ones', async () => {
    let later = 0
    await fc.assert(
      fc.asyncProperty(network, fc.integer({ min: 1, max: 6 }), async (drawn, maxHops) => {
        const found = await searched(drawn).ways('a', 'b', maxHops, 4)
        for (let i = 0; i < 4; i++) {
          const expected = bruteNext(drawn, 'a', 'b', maxHops, found.slice(0, i))
          const way = found[i]
          expect(way === undefined).toBe(expected === undefined)
          if (!way || !expected) return
          expect(way.strength / expected.strength).toBeCloseTo(1, 5)
          expect(new Set(way.people).size).toBe(way.people.length)
          expect(way.people.length - 1).toBeLessThanOrEqual(maxHops)
          if (i > 0) later += 1
        }
      }),
      { numRuns: 1_500 }
    )
    expect(later).toBeGreaterThan(500)
  })
})
