import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Network } from './network.ts'

/** What the colours of the map tell. */
export const colourings = ['kind', 'community', 'theme', 'territory'] as const
export type Colouring = (typeof colourings)[number]

/** How many groups have a colour of their own; the smaller ones share one. */
const GROUPS = 9

/** A group of entities of one colour, as the legend shows it. */
export interface Group {
  /** What a filter calls it: a kind, a number of a community, the id of a theme or territory; empty for all the others. */
  key: string
  /** The custom property of style/tokens.css that holds its colour. */
  colour: string
  /** Its own name; a kind and the others are named by the page, in its language. */
  name?: string
  count: number
}

export interface Colours {
  colouring: Colouring
  groups: Group[]
  /** The group of each entity, a place in `groups`. */
  of: Uint8Array
}

/** The groups of entities that a colouring tells apart, largest first. */
export const coloursOf = (network: Network, colouring: Colouring): Colours => ({ colouring, ...groupsOf(network, colouring) })

type Grouped = Omit<Colours, 'colouring'>

function groupsOf(network: Network, colouring: Colouring): Grouped {
  const { head } = network
  switch (colouring) {
    case 'kind':
      return grouped(
        network,
        types.map((type) => ({ key: type, colour: `--${type}` })),
        (entity) => network.kinds[entity] as number,
        types.length
      )
    case 'community': {
      const places = new Map(head.communities.map(({ id }, place) => [id, place]))
      const groups = head.communities.map(({ id, name }) => ({ key: String(id), name }))
      const colours = grouped(network, groups, (entity) => places.get(network.communities[entity] as number) ?? -1)
      const sizes = new Map(head.communities.map(({ id, size }) => [String(id), size]))
      // All members count, whether they are drawn or not.
      return { ...colours, groups: colours.groups.map((group) => ({ ...group, count: sizes.get(group.key) ?? group.count })) }
    }
    case 'theme':
      return grouped(network, choices(head.themes, head.facets.themes), (entity) => (network.themes[entity] as number) - 1)
    case 'territory':
      return grouped(network, choices(head.territories, head.facets.territories), (entity) => (network.territories[entity] as number) - 1)
  }
}

const choices = (ids: string[], named: { id: string; name: string }[]) => {
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return ids.map((id) => ({ key: id, name: names.get(id) ?? id }))
}

interface Known {
  key: string
  name?: string
  colour?: string
}

/** The largest groups with their colours; what is of none, or of a smaller one, is of the last group. */
function grouped(network: Network, known: Known[], groupOf: (entity: number) => number, most = GROUPS): Grouped {
  const entities = entityCount(network)
  const counts = new Uint32Array(known.length)
  for (let entity = 0; entity < entities; entity++) {
    const group = groupOf(entity)
    if (group >= 0) counts[group] = (counts[group] as number) + 1
  }
  const shown = [...counts.keys()]
    .filter((group) => (counts[group] as number) > 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .slice(0, most)
  const places = new Map(shown.map((group, place) => [group, place]))
  const of = new Uint8Array(entities)
  let others = 0
  for (let entity = 0; entity < entities; entity++) {
    const place = places.get(groupOf(entity))
    of[entity] = place ?? shown.length
    if (place === undefined) others++
  }
  const groups = shown.map((group, place): Group => {
    const { key, name, colour } = known[group] as Known
    return { key, name, colour: colour ?? `--group-${place + 1}`, count: counts[group] as number }
  })
  return { groups: others > 0 ? [...groups, { key: '', colour: '--group-other', count: others }] : groups, of }
}
