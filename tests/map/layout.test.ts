import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMap } from '../../server/map/draw.ts'
import { keptOf } from '../../server/map/kept.ts'
import { FAR, type NetworkMap } from '../../server/map/network-map.ts'
import { entityCount, placeOf, type Projection } from '../../server/network/projection.ts'
import { networkOf, type TestTie } from '../network.ts'
import { planted } from './planted.ts'
import { type Facts, randomFacts } from './random-networks.ts'

const drawn = ({ entities, ties }: Facts): { projection: Projection; map: NetworkMap } => {
  const projection = networkOf(entities, ties)
  return { projection, map: drawMap(projection, undefined) }
}
const distance = ({ x, y }: NetworkMap, a: number, b: number): number =>
  Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number)) / FAR

/** Draws a network that goes on from the map of another, and gives where each entity stands, by its id. */
function goneOn(before: Facts, after: Facts) {
  const former = drawn(before)
  const projection = networkOf(after.entities, after.ties)
  const map = drawMap(projection, keptOf(former.projection, former.map))
  const at = ({ x, y, community }: NetworkMap, place: number) => [x[place], y[place], community[place]]
  return {
    was: (id: string) => at(former.map, placeOf(former.projection, id)),
    now: (id: string) => at(map, placeOf(projection, id)),
    far: (one: string, other: string) => distance(map, placeOf(projection, one), placeOf(projection, other)),
    map
  }
}

describe('the same network', () => {
  it('has the same picture, in whatever order its ties are read', () => {
    fc.assert(
      fc.property(
        randomFacts.chain(({ entities, ties }) =>
          fc.tuple(fc.constant({ entities, ties }), fc.shuffledSubarray(ties, { minLength: ties.length, maxLength: ties.length }))
        ),
        ([facts, shuffled]) => {
          expect(drawn({ ...facts, ties: shuffled }).map).toEqual(drawn(facts).map)
        }
      ),
      { numRuns: 40 }
    )
    const { entities, ties } = planted([30, 25, 20, 15])
    expect(drawn({ entities, ties: ties.toReversed() }).map).toEqual(drawn({ entities, ties }).map)
  })
})

/** The radius in shares of the map's width that an entity is drawn with, where the map is a thousand pixels wide. */
function drawnRadius({ degree }: NetworkMap, entity: number): number {
  const greatest = degree.reduce((most, one) => Math.max(most, one), 1)
  const [least, more] = degree.length <= 80 ? [7, 15] : [4.2, 12.5]
  return (least + more * Math.sqrt((degree[entity] as number) / greatest)) / 1000
}

/** Pairs that would be drawn one over the other. */
function overlaps(map: NetworkMap): number {
  let count = 0
  for (let a = 0; a < map.x.length; a++)
    for (let b = 0; b < a; b++) if (distance(map, a, b) < drawnRadius(map, a) + drawnRadius(map, b)) count++
  return count
}

describe('a small network', () => {
  it('has nobody drawn over anybody else', () => {
    fc.assert(
      fc.property(randomFacts, (facts) => {
        expect(overlaps(drawn(facts).map)).toBe(0)
      }),
      { numRuns: 60 }
    )
    expect(overlaps(drawn(planted([40, 30, 20, 10])).map)).toBe(0)
    expect(overlaps(drawn(planted([120, 90, 60, 30])).map)).toBe(0)
  })

  it('of people who know nobody has each in a place of their own', () => {
    for (const count of [2, 3, 40, 200, 450]) {
      const entities = Object.fromEntries(Array.from({ length: count }, (_, place) => [`p${place}`, 'person' as const]))
      expect([count, overlaps(drawn({ entities, ties: [] }).map)]).toEqual([count, 0])
    }
  })

  it('keeps within the frame, wider than high', () => {
    fc.assert(
      fc.property(randomFacts, (facts) => {
        const { map } = drawn(facts)
        const [highest, lowest] = [Math.max(...map.y), Math.min(...map.y)]
        expect(highest - lowest).toBeLessThanOrEqual(FAR * 0.85)
        for (const at of [...map.x, ...map.y]) expect(at > 0 && at < FAR).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})

/** How far two partitions agree: 1 wholly, 0 as chance would (adjusted Rand index: Hubert, Arabie, "Comparing partitions", 1985). */
function agreement(one: number[], other: number[]): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2
  const counted = (keys: (number | string)[]): number => {
    const counts = new Map<number | string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0)
  }
  const both = counted(one.map((key, place) => `${key} ${other[place]}`))
  const [a, b] = [counted(one), counted(other)]
  const chance = (a * b) / pairs(one.length)
  return (both - chance) / ((a + b) / 2 - chance)
}

/** How much nearer everybody is to their own community than to the next, −1 to 1 (silhouette: Rousseeuw 1987). */
function silhouette(map: NetworkMap, group: number[]): number {
  const groups = [...new Set(group)]
  const scores = group.map((own, entity) => {
    const means = groups.map((one) => {
      const others = [...group.keys()].filter((other) => group[other] === one && other !== entity)
      return { one, mean: others.reduce((sum, other) => sum + distance(map, entity, other), 0) / others.length }
    })
    const within = means.find(({ one }) => one === own)?.mean as number
    const next = Math.min(...means.filter(({ one }) => one !== own).map(({ mean }) => mean))
    return (next - within) / Math.max(next, within)
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

describe('communities that were planted', () => {
  it.each([{ sizes: [40, 30, 20, 15] }, { sizes: [100, 80, 60, 50, 40, 30] }, { sizes: Array.from({ length: 20 }, () => 40) }])(
    'are found, and stand apart: $sizes',
    ({ sizes }) => {
      const { plantedIn, ...facts } = planted(sizes)
      const { map } = drawn(facts)
      const group = Object.keys(facts.entities)
        .sort()
        .map((id) => plantedIn.get(id) as number)
      expect(agreement(group, [...map.community])).toBeGreaterThan(0.9)
      expect(silhouette(map, group)).toBeGreaterThan(0.3)
    }
  )

  it('are numbered from the largest on', () => {
    const { map } = drawn(planted([15, 40, 30, 20]))
    expect(map.communities.map(({ size }) => size)).toEqual(map.communities.map(({ size }) => size).toSorted((a, b) => b - a))
    expect(map.communities.map(({ id }) => id)).toEqual([...map.communities.keys()])
  })
})

const village = planted([30, 25, 20])
const withMore = (people: string[], ties: TestTie[]): Facts => ({
  entities: { ...village.entities, ...Object.fromEntries(people.map((id) => [id, 'person' as const])) },
  ties: [...village.ties, ...ties]
})

describe('somebody new', () => {
  it('moves nobody, and stands beside those they know, in their community', () => {
    const { was, now, far } = goneOn(
      village,
      withMore(
        ['neuf'],
        [
          ['neuf', 'KNOWS', 'c1 p003'],
          ['neuf', 'KNOWS', 'c1 p007']
        ]
      )
    )
    for (const id of Object.keys(village.entities)) expect(now(id)).toEqual(was(id))
    const [near, wide] = [far('neuf', 'c1 p003'), far('c1 p003', 'c1 p007')]
    expect(near).toBeLessThan(wide / 2 + 0.1)
    expect(now('neuf')[2]).toBe(was('c1 p003')[2])
  })

  it('is drawn over nobody', () => {
    const more = Array.from({ length: 12 }, (_, place) => `neuf ${place}`)
    const { map } = goneOn(
      village,
      withMore(
        more,
        more.map((id): TestTie => [id, 'KNOWS', 'c0 p001'])
      )
    )
    expect(overlaps(map)).toBe(0)
  })

  it('whom only somebody else who is new knows stands beside those, wherever that leads', () => {
    const chain: TestTie[] = [
      ['a neuf', 'KNOWS', 'b neuf'],
      ['b neuf', 'KNOWS', 'd neuf'],
      ['d neuf', 'KNOWS', 'c2 p004']
    ]
    const { was, now, far } = goneOn(village, withMore(['a neuf', 'b neuf', 'd neuf'], chain))
    for (const [one, , other] of chain) expect(far(one, other)).toBeLessThan(0.12)
    for (const id of ['a neuf', 'b neuf', 'd neuf']) expect(now(id)[2]).toBe(was('c2 p004')[2])
  })

  it('who knows nobody stands alone, in a community of their own', () => {
    const { now } = goneOn(village, withMore(['seule', 'seul'], []))
    expect(now('seule')[2]).not.toBe(now('seul')[2])
    expect(now('seule').slice(0, 2)).not.toEqual(now('seul').slice(0, 2))
  })

  it('may have any id', () => {
    const strange = ['constructor', '__proto__', 'toString', '0', 'length']
    const { was, now, map } = goneOn(withMore(strange.slice(1), []), withMore([...strange, 'hasOwnProperty'], []))
    for (const id of strange.slice(1)) expect(now(id)).toEqual(was(id))
    expect(overlaps(map)).toBe(0)
  })
})

describe('a network that goes on changing', () => {
  it('loses people without moving those who stay', () => {
    const [, ...rest] = Object.entries(village.entities)
    const entities = Object.fromEntries(rest)
    const { was, now } = goneOn(village, { entities, ties: village.ties.filter(([from, , to]) => entities[from] && entities[to]) })
    for (const id of Object.keys(entities)) expect(now(id)).toEqual(was(id))
  })

  it('is laid out anew once more than a third of it is new or gone', () => {
    const all = planted([30, 25, 20, 40])
    const { map } = goneOn(village, all)
    expect(map).toEqual(drawMap(networkOf(all.entities, all.ties), undefined))
  })

  it('is laid out anew, too, where it grew by and by', () => {
    const { entities, ties } = planted([30, 25, 20, 40])
    const ids = Object.keys(entities)
    let before: { projection: Projection; map: NetworkMap } | undefined
    let isAnew = 0
    for (let count = 70; count <= ids.length; count += 5) {
      const there = new Set(ids.slice(0, count))
      const projection = networkOf(
        Object.fromEntries([...there].map((id) => [id, 'person' as const])),
        ties.filter(([from, , to]) => there.has(from) && there.has(to))
      )
      const map = drawMap(projection, before && keptOf(before.projection, before.map))
      const isMoved =
        before === undefined ||
        Array.from({ length: entityCount(before.projection) }, (_, place) => place).some((place) => map.x[place] !== before?.map.x[place])
      if (isMoved) isAnew++
      before = { projection, map }
    }
    expect(isAnew).toBe(2)
  })
})
