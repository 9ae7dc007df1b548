import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DAY_ZERO,
  MOST_WITH_ALL,
  packNetwork,
  type PackedNetwork,
  unpackNames,
  unpackNetwork,
  unpackTimes
} from '#contract/packed-network.ts'
import { firstDay, lastDay } from '#contract/vocabulary/date.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames, relations } from '#contract/vocabulary/relations.ts'
import { networkOf, type TestTie } from '../network.ts'
import { randomFacts } from './random-networks.ts'
import { shownNetwork } from './shown.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const byte = fc.nat(0xff)
const short = fc.nat(0xffff)
const sized = (length: number) => ({ minLength: length, maxLength: length })
const bytes = (length: number) => fc.array(byte, sized(length)).map((values) => Uint8Array.from(values))
const shorts = (length: number) => fc.array(short, sized(length)).map((values) => Uint16Array.from(values))

const choices = fc.array(fc.record({ id: text, name: text, count: fc.nat() }), { maxLength: 3 })
const head = fc.record({
  revision: fc.nat(),
  matched: fc.record({ entities: fc.nat(), ties: fc.nat() }),
  overview: fc.boolean(),
  communities: fc.array(fc.record({ id: short, name: text, size: fc.nat(), x: fc.nat(), y: fc.nat(), radius: fc.nat() }), { maxLength: 3 }),
  bridges: fc.array(fc.record({ from: short, to: short, ties: fc.nat() }), { maxLength: 3 }),
  facets: fc.record({
    types: fc.constant({ person: 3 }),
    relations: fc.constant({}),
    themes: choices,
    territories: choices,
    programs: choices,
    communities: fc.array(fc.record({ id: short, name: text, count: fc.nat() }), { maxLength: 3 })
  }),
  ranks: fc.record({ themes: fc.array(text, { maxLength: 3 }), territories: fc.array(text, { maxLength: 3 }) }),
  themes: fc.array(text, { maxLength: 3 }),
  territories: fc.array(text, { maxLength: 3 })
})

const always: (keyof PackedNetwork)[] = [
  'head',
  'kinds',
  'x',
  'y',
  'communities',
  'degrees',
  'betweenness',
  'pagerank',
  'themes',
  'territories',
  'hidden',
  'starts',
  'ends',
  'relations'
]

/** Anything that may go over the wire, ties in the order that the form asks for. */
const packedNetwork: fc.Arbitrary<PackedNetwork> = fc.nat(30).chain((count) => {
  const end = fc.nat(Math.max(0, count - 1))
  const ties = count === 0 ? fc.constant([]) : fc.array(fc.tuple(end, end), { maxLength: 60 })
  return ties.chain((unsorted) => {
    const sorted = unsorted.toSorted(([a, b], [c, d]) => a - c || b - d)
    return fc.record(
      {
        head,
        kinds: bytes(count),
        x: shorts(count),
        y: shorts(count),
        communities: shorts(count),
        degrees: shorts(count),
        betweenness: bytes(count),
        pagerank: bytes(count),
        themes: shorts(count),
        territories: shorts(count),
        hidden: shorts(count),
        starts: fc.constant(Uint32Array.from(sorted, ([start]) => start)),
        ends: fc.constant(Uint32Array.from(sorted, ([, end]) => end)),
        relations: bytes(sorted.length),
        names: fc.record({ ids: fc.array(text, sized(count)), names: fc.array(text, sized(count)) }),
        times: fc.record({ from: shorts(sorted.length), to: shorts(sorted.length) })
      },
      { noNullPrototype: true, requiredKeys: always }
    )
  })
})
describe('a packed network', () => {
  it('is unpacked as it was', () => {
    fc.assert(
      fc.property(packedNetwork, (network) => {
        expect(unpackNetwork(packNetwork(network).buffer)).toEqual(network)
      })
    )
  })

  it('has room for ties across a hundred thousand entities', () => {
    const count = 100_000
    const ends = [1, 99_999, 0, 70_000, 99_998, 0]
    const starts = [0, 0, 1, 69_999, 99_999, 99_999]
    const order = [...starts.keys()].sort(
      (a, b) => (starts[a] as number) - (starts[b] as number) || (ends[a] as number) - (ends[b] as number)
    )
    const network = {
      ...(fc.sample(packedNetwork, { numRuns: 1, seed: 1 })[0] as PackedNetwork),
      kinds: new Uint8Array(count),
      relations: new Uint8Array(6),
      starts: Uint32Array.from(order, (at) => starts[at] as number),
      ends: Uint32Array.from(order, (at) => ends[at] as number)
    }
    const { starts: gotStarts, ends: gotEnds } = unpackNetwork(packNetwork(network).buffer)
    expect([gotStarts, gotEnds]).toEqual([network.starts, network.ends])
  })
})

const DAY_MS = 86_400_000
const inDays = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / DAY_MS - DAY_ZERO

const api = shownNetwork()

describe('the packed answer', () => {
  it('says what the answer in JSON says, rounded to what can be seen', async () => {
    const question = fc.record({
      types: fc.subarray(types, { minLength: 5 }),
      around: fc.constantFrom([], ['zoe']),
      most: fc.constantFrom(3, 100)
    })
    const known = randomFacts.filter(({ entities }) => entities.zoe !== undefined)
    await fc.assert(
      fc.asyncProperty(known, question, async ({ entities, ties }, asked) => {
        api.show(networkOf(entities, ties))
        const { nodes, ties: told, ...head } = await api.ask(asked)
        const packed = await api.askPacked(asked)
        const { ids = [], names = [] } = packed.names ?? {}
        const { themes, territories, ...packedHead } = packed.head
        expect(packedHead).toEqual(head)
        expect(
          [...packed.kinds.keys()].map((place) => ({ id: ids[place], name: names[place], type: types[packed.kinds[place] as number] }))
        ).toEqual(nodes.map(({ id, name, type }) => ({ id, name, type })))
        for (const [place, node] of nodes.entries()) {
          expect([packed.x[place], packed.y[place]]).toEqual([node.x, node.y].map((share) => Math.round(share * 65_535)))
          expect([packed.communities[place], packed.degrees[place], packed.hidden[place]]).toEqual([
            node.community,
            node.degree,
            node.hidden
          ])
          expect([packed.betweenness[place], packed.pagerank[place]]).toEqual(
            [node.betweenness, node.pagerank].map((share) => Math.round(Math.sqrt(share) * 255))
          )
          expect(themes[(packed.themes[place] as number) - 1]).toBe(node.theme)
          expect(territories[(packed.territories[place] as number) - 1]).toBe(node.territory)
        }
        for (const [place, { relation, from, to, from_date, to_date }] of told.entries()) {
          expect([
            ids[packed.starts[place] as number],
            relationNames[packed.relations[place] as number],
            ids[packed.ends[place] as number]
          ]).toEqual([from, relation, to])
          const end = to_date ?? (relations[relation].dated === 'once' ? from_date : undefined)
          expect([packed.times?.from[place], packed.times?.to[place]]).toEqual([
            from_date ? inDays(firstDay(from_date)) : 0,
            end ? inDays(lastDay(end)) : 65_535
          ])
        }
        expect(packed.relations).toHaveLength(told.length)
      })
    )
  })

  it('knows the days of a century ago, and takes earlier ones for the first it can tell', async () => {
    const told = async (fields: TestTie[3]) => {
      api.show(networkOf({ ada: 'person', usine: 'organization' }, [['ada', 'WORKS_FOR', 'usine', fields]]))
      const { times } = await api.askPacked()
      return [times?.from[0], times?.to[0]]
    }
    expect(await told({ from_date: '1900-01-01', to_date: '1900-01-02' })).toEqual([1, 2])
    expect(await told({ from_date: '1889', to_date: '1946-05' })).toEqual([1, inDays('1946-05-31')])
    expect(await told({})).toEqual([0, 65_535])
    expect(await told({ from_date: '2100' })).toEqual([65_534, 65_535])
  })

  it('leaves ids, names and days of a large network to be asked for apart', async () => {
    const count = MOST_WITH_ALL + 1
    const ids = Array.from({ length: count }, (_, place) => `p${String(place).padStart(4, '0')}`)
    const people = networkOf(Object.fromEntries(ids.map((id) => [id, ['person', { name: `${id} Né` }]])), [
      ['p0000', 'KNOWS', 'p5000', { from_date: '2020-01-01' }],
      ['p0001', 'KNOWS', 'p0002']
    ])
    api.show(people, {
      store: people.store,
      revision: people.revision,
      changes: 0,
      x: new Uint16Array(count),
      y: new Uint16Array(count),
      community: new Uint16Array(count),
      communities: [{ id: 0, name: 'Tous', size: count, x: 0.5, y: 0.5, radius: 0.5 }],
      degree: new Uint16Array(count),
      betweenness: new Float32Array(count),
      pagerank: new Float32Array(count)
    })
    const whole = await api.askPacked({ most: 10_000 })
    expect(whole.kinds).toHaveLength(count)
    expect(whole).not.toHaveProperty('names')
    expect(whole).not.toHaveProperty('times')
    const { ids: named, names } = unpackNames(await api.askBytes({ most: 10_000, part: 'names' }))
    expect([named, names]).toEqual([ids, ids.map((id) => `${id} Né`)])
    const { from, to } = unpackTimes(await api.askBytes({ most: 10_000, part: 'times' }))
    expect([...from]).toEqual([inDays('2020-01-01'), 0])
    expect([...to]).toEqual([65_535, 65_535])
    const small = await api.askPacked({ around: ['p0000'], part: 'all' })
    expect(small.names?.ids).toEqual(['p0000', 'p5000'])
    expect(small.times?.from).toHaveLength(1)
  })
})
