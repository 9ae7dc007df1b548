import { types, type EntityType } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import type { MapAsked } from '../location.ts'
import type { Picture } from '../network/picture.ts'

export interface Counts {
  types: Partial<Record<EntityType, number>>
  relations: Partial<Record<RelationName, number>>
  /** Of each group of the colours, in their order. */
  groups: number[]
}

/** How many there are of what the legend tells apart. Where years narrow the view, of what is drawn those that are left count. */
export function countsOf({ network, shown, colours }: Picture, { since, until }: Pick<MapAsked, 'since' | 'until'>): Counts {
  const { facets, overview } = network.head
  const groups = colours.groups.map(({ count }) => count)
  if (overview || !(since || until)) return { types: facets.types, relations: facets.relations, groups }
  const counted = { types: { ...facets.types }, relations: { ...facets.relations }, groups: groups.map(() => 0) }
  for (const kind of network.kinds) counted.types[types[kind] as EntityType] = 0
  for (const relation of network.relations) counted.relations[relationNames[relation] as RelationName] = 0
  for (const [entity, kind] of network.kinds.entries()) {
    if (!shown.entities[entity]) continue
    const type = types[kind] as EntityType
    counted.types[type] = (counted.types[type] ?? 0) + 1
    counted.groups[colours.of[entity] as number] = (counted.groups[colours.of[entity] as number] ?? 0) + 1
  }
  for (const [tie, relation] of network.relations.entries()) {
    if (!shown.ties[tie]) continue
    const name = relationNames[relation] as RelationName
    counted.relations[name] = (counted.relations[name] ?? 0) + 1
  }
  return counted
}
