import { beforeAll, describe, expect, it } from 'vitest'
import type { NetworkAnswer } from '#contract/network.ts'
import { networkOf } from '../network.ts'
import { planted } from './planted.ts'
import { idsOf, sentencesOf, shownNetwork } from './shown.ts'

const api = shownNetwork()
/** Twelve communities, a few ties between them, and so many who know nobody. */
const { entities, ties } = planted([90, 80, 70, 60, 60, 60, 50, 50, 40, 40, 30, 20])
const alone = Object.fromEntries(Array.from({ length: 120 }, (_, place) => [`alone ${place}`, 'person' as const]))

const countBy = <Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, number> => {
  const counts = new Map<Key, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  return counts
}

describe('a network of more than are drawn one by one', () => {
  let whole: NetworkAnswer
  let overview: NetworkAnswer
  beforeAll(async () => {
    api.show(networkOf({ ...entities, ...alone }, ties))
    whole = await api.ask()
    overview = await api.ask({ most: 600 })
  })

  it('is told by its communities, each by its own name, with how many members it has', () => {
    expect(whole).toMatchObject({ overview: false, matched: { entities: 770, ties: ties.length } })
    expect(overview).toMatchObject({ overview: true, matched: whole.matched, communities: whole.communities, bridges: whole.bridges })
    const members = countBy(whole.nodes, ({ community }) => community)
    for (const { id, size } of overview.communities) expect(size).toBe(members.get(id))
    expect(overview.communities.length).toBeLessThanOrEqual(80)
    expect(new Set(overview.communities.map(({ name }) => name)).size).toBe(overview.communities.length)
    for (const { id, name } of overview.communities.slice(0, 12))
      expect(whole.nodes.some((node) => node.community === id && name.includes(node.name))).toBe(true)
  })

  it('shows a few hundred at the most: of each community the most central, of the larger ones more', () => {
    expect(overview.nodes.length).toBeLessThanOrEqual(320)
    const drawn = countBy(overview.nodes, ({ community }) => community)
    const counts = overview.communities.map(({ id }) => drawn.get(id) ?? 0)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    for (const { id } of overview.communities) {
      const least = Math.min(...overview.nodes.filter(({ community }) => community === id).map(({ pagerank }) => pagerank))
      const shown = new Set(idsOf(overview))
      const greatestLeft = Math.max(
        0,
        ...whole.nodes.filter((node) => node.community === id && !shown.has(node.id)).map(({ pagerank }) => pagerank)
      )
      expect(least).toBeGreaterThanOrEqual(greatestLeft)
    }
  })

  it('has bridges: the ties between members of two communities, counted', () => {
    const communityOf = new Map(whole.nodes.map(({ id, community }) => [id, community]))
    const crossing = ties.filter(([from, , to]) => communityOf.get(from) !== communityOf.get(to))
    const pairs = countBy(crossing, ([from, , to]) => [communityOf.get(from), communityOf.get(to)].sort().join())
    expect(new Map(overview.bridges.map(({ from, to, ties }) => [[from, to].sort().join(), ties]))).toEqual(pairs)
    expect(overview.bridges.map(({ ties }) => ties)).toEqual(overview.bridges.map(({ ties }) => ties).toSorted((a, b) => b - a))
  })

  it('shows every tie between those it shows, and says beside each how many it does not', () => {
    const shown = new Set(idsOf(overview))
    const among = ties.filter(([from, , to]) => shown.has(from) && shown.has(to))
    expect(sentencesOf(overview)).toEqual(among.map(([from, relation, to]) => `${from} ${relation} ${to}`).sort())
    for (const { id, hidden } of overview.nodes) {
      const others = ties.flatMap(([from, , to]) => (from === id ? [to] : to === id ? [from] : []))
      expect(hidden).toBe(new Set(others.filter((other) => !shown.has(other))).size)
    }
  })

  it('can be walked into: of one community all are drawn', async () => {
    const [first] = overview.communities
    const inside = await api.ask({ communities: [first?.id ?? 0], most: 600 })
    expect(inside).toMatchObject({ overview: false, matched: { entities: first?.size } })
    expect(inside.nodes).toHaveLength(first?.size ?? 0)
    // Everybody stands where they stood.
    const places = new Map(whole.nodes.map(({ id, x, y }) => [id, [x, y]]))
    for (const { id, x, y } of inside.nodes) expect([x, y]).toEqual(places.get(id))
  })

  it('shows whoever is in focus, however little central', async () => {
    const [largest] = overview.communities
    const members = whole.nodes.filter(({ community }) => community === largest?.id)
    const least = members.reduce((one, other) => (other.pagerank < one.pagerank ? other : one)).id
    expect(idsOf(overview)).not.toContain(least)
    const answer = await api.ask({ around: [least, 'alone 119'], steps: 4, neighbours: 500, most: 150 })
    expect(answer.overview).toBe(true)
    expect(idsOf(answer)).toEqual(expect.arrayContaining([least, 'alone 119']))
  })

  it('shows no more than are asked for, but one of each community', async () => {
    const { nodes, communities } = await api.ask({ most: 100 })
    expect(nodes.length).toBeLessThanOrEqual(100)
    expect(new Set(nodes.map(({ community }) => community))).toEqual(new Set(communities.map(({ id }) => id)))
  })
})

describe('a network of', () => {
  it('nobody has a map with nothing on it', async () => {
    api.show(networkOf({}, []))
    const answer = await api.ask()
    expect(answer).toMatchObject({ matched: { entities: 0, ties: 0 }, overview: false, nodes: [], ties: [], communities: [], bridges: [] })
    expect(answer).not.toHaveProperty('span')
    expect(answer.facets).toEqual({ types: {}, relations: {}, themes: [], territories: [], programs: [], communities: [] })
    expect((await api.askPacked()).kinds).toHaveLength(0)
  })

  it('one alone has them in the middle', async () => {
    api.show(networkOf({ ada: ['person', { name: 'Ada' }] }, []))
    const { nodes, communities } = await api.ask()
    expect(nodes).toEqual([
      expect.objectContaining({
        id: 'ada',
        name: 'Ada',
        x: expect.closeTo(0.5, 3),
        y: expect.closeTo(0.5, 3),
        degree: 0,
        betweenness: 0,
        hidden: 0
      })
    ])
    expect(communities).toEqual([expect.objectContaining({ name: 'Ada', size: 1 })])
  })
})
