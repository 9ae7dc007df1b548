import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Adjacency } from './adjacency.ts'
import { sameEachTime } from './random.ts'

/** A weighted graph in the form that graphology's algorithms take. */
export function graphOf({ offsets, others, weights }: Adjacency): UndirectedGraph {
  const graph = new UndirectedGraph()
  const entities = offsets.length - 1
  for (let entity = 0; entity < entities; entity++) graph.addNode(entity)
  for (let entity = 0; entity < entities; entity++)
    for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++) {
      const other = others[i] as number
      if (entity < other) graph.addEdge(entity, other, { weight: weights[i] })
    }
  return graph
}

/** The community of each entity, numbered from the largest on (Louvain: Blondel et al., "Fast unfolding of communities", 2008). */
export function communitiesOf(graph: UndirectedGraph): Uint16Array {
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: sameEachTime() })
  const sizes = new Map<number, number>()
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1)
  const numbers = new Map(
    [...sizes]
      .sort(([a, size], [b, other]) => other - size || a - b)
      // There is room for so many numbers; the smallest ones beyond share the last.
      .map(([community], number) => [community, Math.min(number, 65_535)])
  )
  return Uint16Array.from({ length: graph.order }, (_, entity) => numbers.get(found[entity] as number) as number)
}
