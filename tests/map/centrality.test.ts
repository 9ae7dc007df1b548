import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Adjacency, adjacencyOf } from '../../server/map/adjacency.ts'
import { betweennessOf, pagerankOf } from '../../server/map/centrality.ts'
import { networkOf, type TestTie } from '../network.ts'
import { randomFacts } from './random-networks.ts'

const name = (place: number): string => `p${String(place).padStart(4, '0')}`

/** People who know each other, by their places. */
function acquaintances(count: number, pairs: [number, number][]): Adjacency {
  const entities = Object.fromEntries(Array.from({ length: count }, (_, place) => [name(place), 'person' as const]))
  return adjacencyOf(
    networkOf(
      entities,
      pairs.map(([a, b]): TestTie => [name(a), 'KNOWS', name(b)])
    ),
    false
  )
}
const path = (count: number): [number, number][] => Array.from({ length: count - 1 }, (_, place) => [place, place + 1])
const star = (count: number): [number, number][] => Array.from({ length: count - 1 }, (_, place) => [0, place + 1])
const cycle = (count: number): [number, number][] => [...path(count), [count - 1, 0]]

const known = ({ offsets, others }: Adjacency, entity: number): number[] => [...others.subarray(offsets[entity], offsets[entity + 1])]

/** All shortest ways between two, by walking one step at a time from every way there is. */
function shortestWays(adjacency: Adjacency, from: number, to: number): number[][] {
  let ways = [[from]]
  for (let step = 0; step < adjacency.offsets.length; step++) {
    const there = ways.filter((way) => way.at(-1) === to)
    if (there.length > 0) return there
    ways = ways.flatMap((way) => known(adjacency, way.at(-1) as number).flatMap((other) => (way.includes(other) ? [] : [[...way, other]])))
  }
  return []
}

/** Freeman's betweenness by its definition, of the greatest one. */
function bruteBetweenness(adjacency: Adjacency): number[] {
  const count = adjacency.offsets.length - 1
  const totals = Array.from({ length: count }, () => 0)
  for (let from = 0; from < count; from++)
    for (let to = 0; to < from; to++) {
      const ways = shortestWays(adjacency, from, to)
      for (const way of ways) for (const between of way.slice(1, -1)) totals[between] = (totals[between] as number) + 1 / ways.length
    }
  const greatest = Math.max(...totals)
  return totals.map((total) => (greatest > 0 ? total / greatest : 0))
}

describe('on how many ways between others somebody stands', () => {
  it('is known for a row, a star and a round', () => {
    // Of five in a row: 0, 3, 4, 3, 0 pairs.
    expect([...betweennessOf(acquaintances(5, path(5)))]).toEqual([0, 0.75, 1, 0.75, 0])
    expect([...betweennessOf(acquaintances(6, star(6)))]).toEqual([1, 0, 0, 0, 0, 0])
    expect([...betweennessOf(acquaintances(7, cycle(7)))]).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect([...betweennessOf(acquaintances(3, cycle(3)))]).toEqual([0, 0, 0])
    expect([...betweennessOf(acquaintances(0, []))]).toEqual([])
  })

  it('is what counting all shortest ways gives', () => {
    fc.assert(
      fc.property(randomFacts, ({ entities, ties }) => {
        const adjacency = adjacencyOf(networkOf(entities, ties), true)
        const expected = bruteBetweenness(adjacency)
        for (const [entity, value] of betweennessOf(adjacency).entries()) expect(value).toBeCloseTo(expected[entity] as number, 5)
      }),
      { numRuns: 50 }
    )
  })

  it('is estimated well in a large network', () => {
    // Three houses of 800, whose heads know each other in a row.
    const heads = [0, 801, 1602]
    const pairs = heads.flatMap((head) => Array.from({ length: 800 }, (_, place): [number, number] => [head, head + place + 1]))
    const estimated = betweennessOf(acquaintances(2403, [...pairs, [0, 801], [801, 1602]]))
    expect(estimated[801]).toBe(1)
    // Ways through the first head: among its own, and between its own and all others; through the middle also between the two others.
    const own = (800 * 799) / 2 + 800 * 1602
    for (const head of [0, 1602]) expect((estimated[head] as number) / (own / (own + 801 * 801))).toBeCloseTo(1, 1)
    expect(estimated[5]).toBe(0)
  })
})

/** The share of time that an endless walk spends at each, of the greatest one: the solution of its equations (Gauss, Jordan). */
function brutePagerank(adjacency: Adjacency): number[] {
  const { offsets, weights } = adjacency
  const count = offsets.length - 1
  const rows = Array.from({ length: count }, (_, at) =>
    Array.from({ length: count + 1 }, (_, from) => (from === count ? 0.15 / count : at === from ? 1 : 0))
  )
  const subtract = (at: number, from: number, share: number): void => {
    const row = rows[at] as number[]
    row[from] = (row[from] as number) - 0.85 * share
  }
  for (let from = 0; from < count; from++) {
    const own = [...weights.subarray(offsets[from], offsets[from + 1])]
    const sum = own.reduce((total, weight) => total + weight, 0)
    // Who knows nobody goes on to anybody.
    if (sum === 0) for (let at = 0; at < count; at++) subtract(at, from, 1 / count)
    else for (const [place, at] of known(adjacency, from).entries()) subtract(at, from, (own[place] as number) / sum)
  }
  for (let column = 0; column < count; column++) {
    const pivot = rows[column] as number[]
    const lead = pivot[column] as number
    for (const [at, row] of rows.entries()) {
      if (at === column) continue
      const factor = (row[column] as number) / lead
      for (let i = column; i <= count; i++) row[i] = (row[i] as number) - factor * (pivot[i] as number)
    }
  }
  const shares = rows.map((row, at) => (row[count] as number) / (row[at] as number))
  return shares.map((share) => share / Math.max(...shares))
}

describe('how often a walk comes by', () => {
  it('is known for a star and a round', () => {
    // Of a star with n leaves: centre and leaf stand as 1 + 0.85 n to 0.85 / n + 1, up to the same factor.
    const [centre, leaf] = [1 + 0.85 * 5, 0.85 / 5 + 1]
    const star6 = pagerankOf(acquaintances(6, star(6)))
    expect(star6[0]).toBe(1)
    expect(star6[3]).toBeCloseTo(leaf / centre, 3)
    expect([...pagerankOf(acquaintances(9, cycle(9)))]).toEqual(Array.from({ length: 9 }, () => 1))
  })

  it('is the solution of its equations, heavier ties counting for more', () => {
    fc.assert(
      fc.property(randomFacts, ({ entities, ties }) => {
        const adjacency = adjacencyOf(networkOf(entities, ties), true)
        const expected = brutePagerank(adjacency)
        for (const [entity, value] of pagerankOf(adjacency).entries()) expect(value).toBeCloseTo(expected[entity] as number, 3)
      })
    )
  })
})

describe('who counts for whom', () => {
  it('is everybody tied, each once; themes and territories only where they are asked for', () => {
    const projection = networkOf({ ada: 'person', bob: 'person', pain: 'theme' }, [
      ['ada', 'KNOWS', 'bob'],
      ['bob', 'KNOWS', 'ada'],
      ['ada', 'FOLLOWS', 'bob'],
      ['ada', 'ABOUT', 'pain']
    ])
    expect([0, 1, 2].map((entity) => known(adjacencyOf(projection, false), entity))).toEqual([[1], [0], []])
    expect([0, 1, 2].map((entity) => known(adjacencyOf(projection, true), entity))).toEqual([[1, 2], [0], [0]])
    const [own, toTheme] = [...adjacencyOf(projection, true).weights]
    expect(own).toBeGreaterThan(toTheme as number)
  })
})
