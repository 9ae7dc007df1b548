import { entityCount, type Network } from './network.ts'

/** What the size of an entity tells. */
export const centralities = ['degree', 'betweenness', 'pagerank'] as const
export type Centrality = (typeof centralities)[number]

/** The square root of an entity's centrality, 0 to 1 of the greatest one drawn. */
function rootOf(network: Network, centrality: Centrality): Float32Array {
  const entities = entityCount(network)
  const values = network[centrality === 'degree' ? 'degrees' : centrality]
  let greatest = 1
  for (let entity = 0; entity < entities; entity++) greatest = Math.max(greatest, values[entity] as number)
  const share = (entity: number): number => (values[entity] as number) / greatest
  return Float32Array.from({ length: entities }, (_, entity) => (centrality === 'degree' ? Math.sqrt(share(entity)) : share(entity)))
}

/** How large entities are drawn where the network is so many pixels wide: they grow less than it does, and shrink nearly as much. */
export function scaleAt(pixels: number): number {
  const share = Math.max(1, pixels) / 1000
  return share < 1 ? share ** 0.8 : share ** 0.45
}

/** From the least to the greatest. */
function spread(values: Uint16Array): number {
  let [least, greatest] = [65_535, 0]
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return Math.max(0, greatest - least)
}

/** However few there are, so much of the map is seen. */
export const LEAST_SPAN = 0.15

/** How much of the width of the whole map a network takes up, 0 to 1. */
export const extentOf = ({ x, y }: Network): number => Math.max(LEAST_SPAN, spread(x) / 65_535, spread(y) / 65_535)

/** The fewer there are, the larger they are drawn: the radius in pixels of the least central one, and what is added up to the greatest. */
function radii(entities: number): { least: number; more: number } {
  if (entities <= 12) return { least: 13, more: 13 }
  if (entities <= 80) return { least: 7, more: 15 }
  if (entities <= 500) return { least: 4.2, more: 12.5 }
  if (entities <= 3000) return { least: 2.4, more: 10 }
  return { least: 1, more: 7.5 }
}

/** The radius of each entity in pixels where the whole is seen. */
export function sizesOf(network: Network, centrality: Centrality): Float32Array {
  const { least, more } = radii(entityCount(network))
  return rootOf(network, centrality).map((root) => least + more * root)
}
