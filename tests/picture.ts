import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { type Colouring, coloursOf } from '../web/network/colours.ts'
import type { Network } from '../web/network/network.ts'
import type { Picture } from '../web/network/picture.ts'
import { shownIn, type Window } from '../web/network/scene.ts'
import { sizesOf } from '../web/network/sizes.ts'

/** A card as a test writes it: what it is, its name where it is not its id, and where it stands, 0 to 1. */
export interface TestCard {
  id: string
  type?: EntityType
  name?: string
  x?: number
  y?: number
}

/** Ada CARRIES Marée basse, from one day to another, counted from 1 January 1970. */
export type TestLine = [from: string, relation: RelationName, to: string, days?: [first: number, last: number]]

interface TestView {
  window?: Window
  colouring?: Colouring
  selected?: string[]
  ways?: string[][]
}

/** What a page draws of a few cards, all of one community and without themes. */
export function pictureOf(
  cards: TestCard[],
  lines: TestLine[],
  { window = {}, colouring = 'kind', selected = [], ways = [] }: TestView = {}
): Picture {
  const placeOf = new Map(cards.map(({ id }, place) => [id, place]))
  const place = (id: string): number => placeOf.get(id) as number
  const incident: number[][] = cards.map(() => [])
  for (const [line, [from, , to]] of lines.entries()) for (const end of [from, to]) incident[place(end)]?.push(line)
  const offsets = [0]
  for (const ties of incident) offsets.push((offsets.at(-1) as number) + ties.length)
  const spread = (share: number): number => Math.round(share * 65_535)
  const network: Network = {
    head: {
      revision: 7,
      matched: { entities: cards.length, ties: lines.length },
      overview: false,
      communities: [{ id: 0, name: 'Énergie & <eau>', size: cards.length, x: 0.5, y: 0.5, radius: 0.3 }],
      bridges: [],
      facets: {
        types: countsOf(cards.map(({ type = 'person' }) => type)),
        relations: {},
        themes: [],
        territories: [],
        programs: [],
        communities: [{ id: 0, name: 'Énergie & <eau>', count: cards.length }]
      },
      ranks: { themes: [], territories: [] },
      themes: [],
      territories: []
    },
    kinds: Uint8Array.from(cards, ({ type = 'person' }) => types.indexOf(type)),
    x: Uint16Array.from(cards, ({ x = 0.5 }) => spread(x)),
    y: Uint16Array.from(cards, ({ y = 0.5 }) => spread(y)),
    communities: new Uint16Array(cards.length),
    degrees: Uint16Array.from(incident, ({ length }) => length),
    betweenness: new Uint8Array(cards.length).fill(128),
    pagerank: new Uint8Array(cards.length).fill(255),
    themes: new Uint16Array(cards.length),
    territories: new Uint16Array(cards.length),
    hidden: new Uint16Array(cards.length),
    starts: Uint32Array.from(lines, ([from]) => place(from)),
    ends: Uint32Array.from(lines, ([, , to]) => place(to)),
    relations: Uint8Array.from(lines, ([, relation]) => relationNames.indexOf(relation)),
    names: { ids: cards.map(({ id }) => id), names: cards.map(({ id, name = id }) => name) },
    times: {
      from: Uint16Array.from(lines, ([, , , days]) => days?.[0] ?? 0),
      to: Uint16Array.from(lines, ([, , , days]) => days?.[1] ?? 65_535)
    },
    isTimed: true,
    placeOf,
    offsets: Uint32Array.from(offsets),
    incident: Uint32Array.from(incident.flat())
  }
  return {
    network,
    shown: shownIn(network, window),
    colours: coloursOf(network, colouring),
    sizes: sizesOf(network, 'degree'),
    selected: new Set(selected.map(place)),
    isSpread: false,
    ways: ways.map((way) => way.map(place)),
    ghosts: []
  }
}

function countsOf<Key extends string>(keys: Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
