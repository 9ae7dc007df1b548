import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardTie } from '#contract/cards.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { type Seat, seatsAround } from '../web/card/around.ts'
import { titleOf } from '../web/card/groups.ts'
import { type Life, lifeOf } from '../web/card/life.ts'
import { openNetwork } from '../web/network/network.ts'
import { shownNetwork } from './map/shown.ts'
import { networkOf, type TestTie } from './network.ts'

const TODAY = '2026-06-15'
const relation = fc.constantFrom(...relationNames)
const date = fc
  .record({
    year: fc.integer({ min: 1995, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    kept: fc.constantFrom(4, 7, 10)
  })
  .map(({ year, month, day, kept }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`.slice(0, kept))

const tie: fc.Arbitrary<CardTie> = fc
  .record({
    relation,
    from_date: fc.option(date, { nil: undefined }),
    to_date: fc.option(date, { nil: undefined, freq: 2 }),
    id: fc.string()
  })
  .map(({ id, ...said }) => ({
    ...said,
    from: 'ada',
    to: id,
    direction: 'out',
    other: { id, type: 'project', name: id },
    recorded: 1
  }))

const tieOf = (said: Partial<CardTie>): CardTie => ({
  relation: 'KNOWS',
  from: 'ada',
  to: 'bob',
  direction: 'out',
  other: { id: 'bob', type: 'person', name: 'Bob' },
  recorded: 1,
  ...said
})

describe('the life line', () => {
  it('has every dated tie once, in lanes where none stands on another, within its years', () => {
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 40 }), (ties) => {
        const dated = ties.filter(({ from_date, to_date }) => from_date ?? to_date)
        const life = lifeOf({ ties }, TODAY)
        expect(life === undefined).toBe(dated.length < 2)
        if (!life) return
        const { stretches, lanes, first, last, today } = life
        expect(stretches.map(({ tie }) => tie.to).sort()).toEqual(dated.map(({ to }) => to).sort())
        expect([...new Set(stretches.map(({ lane }) => lane))].sort((a, b) => a - b)).toEqual([...Array(lanes).keys()])
        for (const { from, to } of stretches) expect(first <= from && from <= to && to < last).toBe(true)
        expect(today < last).toBe(true)
        for (let lane = 0; lane < lanes; lane++) {
          const there = stretches.filter((stretch) => stretch.lane === lane)
          for (const [place, stretch] of there.entries())
            if (place > 0) expect(stretch.from).toBeGreaterThan((there[place - 1] as Life['stretches'][number]).to)
        }
        // No lane more than are needed: somewhere so many stand side by side, or just after one another.
        const most = Math.max(
          ...stretches.map(({ from }) => stretches.filter((other) => other.from <= from && from < other.to + 0.36).length)
        )
        expect(lanes).toBeLessThanOrEqual(Math.max(1, most))
      }),
      { numRuns: 300 }
    )
  })

  it('tells what lasts from what happened, and what still holds', () => {
    const life = lifeOf(
      {
        ties: [
          tieOf({ relation: 'WORKS_FOR', from_date: '2015-01', to_date: '2018-12' }),
          tieOf({ relation: 'ATTENDED', from_date: '2021-07-06' }),
          tieOf({ relation: 'KNOWS', from_date: '2020' }),
          tieOf({ relation: 'KNOWS', to_date: '2019-07-02' }),
          tieOf({ relation: 'KNOWS' })
        ]
      },
      TODAY
    ) as Life
    expect([life.first, life.last]).toEqual([2015, 2027])
    expect(life.stretches.map(({ tie, isMoment, isOpen }) => [tie.relation, isMoment, isOpen])).toEqual([
      ['WORKS_FOR', false, false],
      ['KNOWS', true, false],
      ['KNOWS', false, true],
      ['ATTENDED', true, false]
    ])
    const [work, left, known, evening] = life.stretches as [Life['stretches'][0], ...Life['stretches']]
    expect([work.from, work.to]).toEqual([2015, expect.closeTo(2019, 2)])
    expect(left?.from).toBeCloseTo(2019.5, 2)
    expect([known?.from, known?.to]).toEqual([2020, life.today])
    expect(evening?.from).toBe(evening?.to)
    expect(life.stretches.map(({ lane }) => lane)).toEqual([0, 0, 0, 1])
  })

  it('gives what is tied to an event its day', () => {
    const evening = { id: 'evening', type: 'event' as const, name: 'An evening' }
    const ran = tieOf({ relation: 'RUNS', from_date: '2021-07-06', other: evening })
    expect(lifeOf({ ties: [ran, tieOf({ from_date: '2020' })] }, TODAY)?.stretches.map(({ isMoment }) => isMoment)).toEqual([false, true])
  })

  it('is not drawn for a single date', () => {
    expect(lifeOf({ ties: [] }, TODAY)).toBeUndefined()
    expect(lifeOf({ ties: [tieOf({ from_date: '2020' }), tieOf({})] }, TODAY)).toBeUndefined()
  })
})

describe('the title of a card', () => {
  const text = 'Ten players who use one hand only, to try a prototype at home for an hour a month, from spring on.'

  it('is all that a need says, where its name is only the beginning', () => {
    expect(titleOf({ name: `${text.slice(0, 60)}…`, fields: { text } })).toBe(text)
  })

  it('is the name of what is told at length', () => {
    expect(titleOf({ name: 'Ada, at night', fields: { text } })).toBe('Ada, at night')
    expect(titleOf({ name: `${text.slice(0, 60)}…`, fields: { text: text.repeat(9) } })).toBe(`${text.slice(0, 60)}…`)
    expect(titleOf({ name: 'Ada', fields: {} })).toBe('Ada')
  })
})

const api = shownNetwork()

/** The seats around Ada, who has so many of each sort around her. */
async function seated(around: Record<string, 'person' | 'event' | 'theme'>) {
  const relationTo = { person: 'KNOWS', event: 'ATTENDED', theme: 'ABOUT' } as const
  api.show(
    networkOf(
      { ada: 'person', ...around },
      Object.entries(around).map(([id, type]): TestTie => ['ada', relationTo[type], id])
    )
  )
  const network = openNetwork(await api.askPacked())
  const seats = seatsAround(network, network.placeOf.get('ada') as number)
  return seats.map((seat) => ({ ...seat, id: network.names.ids[seat.entity] as string, type: types[network.kinds[seat.entity] as number] }))
}

describe('the small network of a card', () => {
  it('seats everybody around once, on a circle, each on a line of their own on their side', async () => {
    const kinds = fc.constantFrom('person' as const, 'event' as const, 'theme' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { maxLength: 24 }), async (list) => {
        const around = Object.fromEntries(list.map((type, place) => [`p${place}`, type]))
        const seats = await seated(around)
        expect(seats.map(({ id }) => id).sort()).toEqual(Object.keys(around).sort())
        for (const [place, seat] of seats.entries()) {
          expect(Math.hypot(seat.x, seat.y)).toBeCloseTo(1, 6)
          expect(seat.side).toBe(seat.x < 0 ? 'left' : 'right')
          for (const other of seats.slice(0, place))
            if (other.side === seat.side) expect(Math.abs(other.y - seat.y)).toBeGreaterThan(2 / 13)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('seats those first whom one knows, then where one went, then what one is about, clockwise from the top', async () => {
    const around = Object.fromEntries([
      ...Array.from({ length: 8 }, (_, place) => [`sujet ${place}`, 'theme']),
      ...Array.from({ length: 6 }, (_, place) => [`soirée ${place}`, 'event']),
      ...Array.from({ length: 8 }, (_, place) => [`ami ${place}`, 'person'])
    ]) as Record<string, 'person' | 'event' | 'theme'>
    const seats = await seated(around)
    const fromTop = ({ x, y }: Seat): number => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
    const types = seats.toSorted((a, b) => fromTop(a) - fromTop(b)).map(({ type }) => type)
    expect(types).toEqual([...Array(8).fill('person'), ...Array(6).fill('event'), ...Array(8).fill('theme')])
    expect(await seated(around)).toEqual(seats)
  })

  it('is empty around who is alone', async () => {
    expect(await seated({})).toEqual([])
  })
})
