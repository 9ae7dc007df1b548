import type { Choice } from '#contract/network.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Network } from './network.ts'

/** What the colours of the map tell. */
export const colourings = ['kind', 'community', 'theme', 'territory'] as const
export type Colouring = (typeof colourings)[number]

/** How many groups have a colour of their own; the smaller ones share one. */
const GROUPS = 10

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

/**
 * The groups of entities that a colouring tells apart. A group has the colour of its rank in the whole network, whatever is left of that,
 * and stays among them while a filter could bring it back.
 */
export const coloursOf = (network: Network, colouring: Colouring): Colours => ({ colouring, ...groupsOf(network, colouring) })

type Grouped = Omit<Colours, 'colouring'>

function groupsOf(network: Network, colouring: Colouring): Grouped {
  const { head } = network
  switch (colouring) {
    case 'kind':
      return grouped(
        network,
        types.map((type) => ({ key: type, colour: `--${type}`, count: head.facets.types[type] ?? 0 })),
        (entity) => types[network.kinds[entity] as number]
      )
    case 'community': {
      const groups = head.facets.communities.flatMap(({ id, name, count }) => ranked(id, { key: String(id), name, count }))
      return grouped(network, groups, (entity) => String(network.communities[entity]))
    }
    case 'theme':
      return grouped(
        network,
        chosen(head.ranks.themes, head.facets.themes),
        (entity) => head.themes[(network.themes[entity] as number) - 1]
      )
    case 'territory':
      return grouped(
        network,
        chosen(head.ranks.territories, head.facets.territories),
        (entity) => head.territories[(network.territories[entity] as number) - 1]
      )
  }
}

/** A group with the colour of its rank, where that has one. */
const ranked = (rank: number, group: Omit<Group, 'colour'>): Group[] => (rank < GROUPS ? [{ ...group, colour: `--group-${rank + 1}` }] : [])

/** The themes or territories of most rank, as far as a filter could keep them. */
function chosen(ranks: string[], choices: Choice[]): Group[] {
  const byId = new Map(choices.map((choice) => [choice.id, choice]))
  return ranks.flatMap((id, rank) => {
    const choice = byId.get(id)
    return choice ? ranked(rank, { key: id, name: choice.name, count: choice.count }) : []
  })
}

/** Entities by the group that has their key; what none has is of the last one. */
function grouped(network: Network, known: Group[], keyOf: (entity: number) => string | undefined): Grouped {
  const groups = known.filter(({ count }) => count > 0)
  const places = new Map(groups.map(({ key }, place) => [key, place]))
  const of = new Uint8Array(entityCount(network))
  let others = 0
  for (let entity = 0; entity < of.length; entity++) {
    const place = places.get(keyOf(entity) ?? '')
    of[entity] = place ?? groups.length
    if (place === undefined) others++
  }
  return { groups: others > 0 ? [...groups, { key: '', colour: '--group-other', count: others }] : groups, of }
}
