import type { Picture } from '../network/picture.ts'
import { xAt, yAt } from '../network/picture.ts'

/**
 * A picture in the form in which sigma reads a graph. Sigma asks little of one (its order, its keys, the attributes of each), so the
 * typed arrays are drawn as they are: building a graphology graph of them would take most of the time until the first view.
 */
export class DrawnGraph {
  /** Another one of the same network may take its place: what is drawn again is told as it is there. */
  picture: Picture
  private readonly nodeKeys: string[]
  private readonly edgeKeys: string[]
  /** What sigma looks at to tell a graph from something else. */
  readonly multi = true

  /** `isEmpty`: nothing of it is drawn. */
  constructor(picture: Picture, isEmpty = false) {
    const { kinds, relations } = picture.network
    this.picture = picture
    this.nodeKeys = isEmpty ? [] : Array.from(kinds, (_, place) => String(place))
    this.edgeKeys = isEmpty ? [] : Array.from(relations, (_, place) => String(place))
  }

  get order(): number {
    return this.nodeKeys.length
  }

  nodes(): string[] {
    return this.nodeKeys
  }

  edges(): string[] {
    return this.edgeKeys
  }

  forEachNode(visit: (node: string, attributes: object) => void): void {
    for (const node of this.nodeKeys) visit(node, this.getNodeAttributes(node))
  }

  forEachEdge(visit: (edge: string) => void): void {
    for (const edge of this.edgeKeys) visit(edge)
  }

  hasNode(node: string): boolean {
    return Number(node) < this.nodeKeys.length
  }

  hasEdge(edge: string): boolean {
    return Number(edge) < this.edgeKeys.length
  }

  getNodeAttributes(node: string): object {
    const place = Number(node)
    const { network, shown, sizes } = this.picture
    return { place, x: xAt(network, place), y: yAt(network, place), size: sizes[place], hidden: shown.entities[place] === 0 }
  }

  getEdgeAttributes(edge: string): object {
    const place = Number(edge)
    return { place, hidden: this.picture.shown.ties[place] === 0 }
  }

  extremities(edge: string): [string, string] {
    const { starts, ends } = this.picture.network
    const place = Number(edge)
    return [this.nodeKeys[starts[place] as number] as string, this.nodeKeys[ends[place] as number] as string]
  }

  /** It tells of no change: what is drawn again is said where another picture is given. */
  on(): this {
    return this
  }
  removeListener(): this {
    return this
  }
  addUndirectedEdgeWithKey(): never {
    throw new Error('A drawn picture does not change.')
  }
  dropNode(): never {
    throw new Error('A drawn picture does not change.')
  }
}
