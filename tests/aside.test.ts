import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDay, lastDay } from '#contract/vocabulary/date.ts'
import { type RelationName, relations } from '#contract/vocabulary/relations.ts'
import { asideOf } from '../server/network/aside.ts'
import { dayOf } from '../server/network/days.ts'
import { placeOf, type Projection, refAt } from '../server/network/projection.ts'
import { type Facts, randomFacts } from './map/random-networks.ts'
import { networkOf, type TestTie } from './network.ts'

const date = fc.option(fc.constantFrom('2023', '2023-06', '2023-06-15', '2023-06-16', '2024-01-01', '2024-02', '2025'), { nil: undefined })
const days = ['2022-12-31', '2023-01-01', '2023-06-15', '2023-06-16', '2023-07-01', '2024-01-01', '2024-02-29', '2024-03-01', '2026-01-01']

/** A random network, and pairs of it that connectors set aside. */
const withAside: fc.Arbitrary<Facts & { aside: TestTie[] }> = randomFacts.chain(({ entities, ties }) => {
  const { from }: { from: string[] } = relations.SET_ASIDE
  const who = Object.keys(entities).filter((id) => from.includes(entities[id] as string))
  const end = fc.constantFrom(...who)
  const fields = fc.record({ from_date: date, to_date: date, role: fc.constantFrom(undefined, 'conflict', 'x') })
  const one = fc.tuple(end, fc.constant<RelationName>('SET_ASIDE'), end, fields).filter(([a, , b]) => a !== b)
  return fc.record({
    entities: fc.constant(entities),
    ties: fc.constant(ties),
    aside: who.length < 2 ? fc.constant([]) : fc.array(one, { maxLength: 12 })
  })
})

/** Whether a pair is aside on a day, read from what was written. */
function isAside([, , , fields = {}]: TestTie, day: string): boolean {
  const { from_date, to_date } = fields
  const known = from_date ? firstDay(from_date) : to_date ? lastDay(to_date) : ''
  return known <= day && (!to_date || day <= lastDay(to_date))
}

describe('pairs set aside', () => {
  it('are those that were on that day, from both ends', () => {
    fc.assert(
      fc.property(withAside, fc.constantFrom(...days), ({ entities, ties, aside }, day) => {
        const projection = networkOf(entities, [...ties, ...aside])
        for (const id of Object.keys(entities)) {
          const found = [...asideOf(projection, placeOf(projection, id), dayOf(day))].map((place) => refAt(projection, place).id)
          const written = aside.filter((tie) => isAside(tie, day)).flatMap(([a, , b]) => (a === id ? [b] : b === id ? [a] : []))
          expect(found.sort()).toEqual([...new Set(written)].sort())
        }
      })
    )
  })

  it('leave everything else as it would be without them', () => {
    const rest = ({ aside: _, labels: __, ...rest }: Projection) => rest
    fc.assert(
      fc.property(withAside, ({ entities, ties, aside }) => {
        const [without, woven] = [networkOf(entities, ties), networkOf(entities, [...aside.slice(0, 6), ...ties, ...aside.slice(6)])]
        expect(rest(woven)).toEqual(rest(without))
        expect(woven.labels.bytes.subarray(0, without.labels.bytes.length)).toEqual(without.labels.bytes)
      })
    )
  })
})
