import { MultiGraph } from 'graphology'

/** A network in plain JSON, with what it takes to draw it and no more. */
export interface Plain {
  nodes: { id: string; name: string; type: string; x: number; y: number; degree: number }[]
  ties: { from: string; to: string; relation: string }[]
}

const colours = ['#b4412c', '#2f6d8f', '#5b7f3a', '#8a5a9e', '#c08a1e', '#3f8f86', '#a34f74', '#6b6f2a', '#4f5fa8', '#8f5a2f', '#5f6670']

/** The same as a graphology graph, in the form that sigma draws. */
export function graphOf({ nodes, ties }: Plain): MultiGraph {
  const graph = new MultiGraph()
  const types = [...new Set(nodes.map(({ type }) => type))]
  for (const { id, name, type, x, y, degree } of nodes) {
    graph.addNode(id, { label: name, x, y, size: 2 + Math.sqrt(degree), color: colours[types.indexOf(type)] })
  }
  for (const { from, to } of ties) graph.addEdge(from, to, { size: 1, color: '#d6d3cc' })
  return graph
}
