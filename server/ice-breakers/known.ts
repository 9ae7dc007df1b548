import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { fieldsAt, otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { textAt } from '../text/packed.ts'

/** Things tied to somebody by one relation, and by which ties. */
export type Tied = ReadonlyMap<number, readonly number[]>

const none: Tied = new Map()

/** What is known of an entity by its ties, as one day knew them. */
export class Known {
  readonly projection: Projection
  readonly entity: number
  readonly asOf: number
  readonly name: string
  private readonly out = new Map<RelationName, Map<number, number[]>>()
  private readonly back = new Map<RelationName, Map<number, number[]>>()
  private read: Record<string, string | number> | undefined

  constructor(projection: Projection, entity: number, asOf: number) {
    this.projection = projection
    this.entity = entity
    this.asOf = asOf
    this.name = textAt(projection.names, entity)
    const { incident, incidentOffsets, relations, starts } = projection
    for (let at = incidentOffsets[entity] as number; at < (incidentOffsets[entity + 1] as number); at++) {
      const tie = incident[at] as number
      if (!isKnown(projection, tie, asOf)) continue
      const relation = relationNames[relations[tie] as number] as RelationName
      const rows = relation !== 'KNOWS' && starts[tie] !== entity ? this.back : this.out
      const row = rows.get(relation) ?? new Map<number, number[]>()
      rows.set(relation, row)
      const other = otherEnd(projection, tie, entity)
      const ties = row.get(other)
      if (ties) ties.push(tie)
      else row.set(other, [tie])
    }
  }

  /** What it is tied to by a relation that starts from it; of an undirected one, from either end. */
  to(relation: RelationName): Tied {
    return this.out.get(relation) ?? none
  }

  /** What is tied to it by a relation that leads to it. */
  from(relation: RelationName): Tied {
    return this.back.get(relation) ?? none
  }

  /** A field as text; empty where it is not known. */
  field(name: string): string {
    this.read ??= fieldsAt(this.projection, this.entity)
    return String(this.read[name] ?? '').trim()
  }
}

/** Whether a tie is over on a day. */
export const isOver = ({ heldTo }: Projection, tie: number, asOf: number): boolean => (heldTo[tie] as number) <= asOf

/** Of several ties the one that is known to hold longest. */
export const latest = ({ heldTo }: Projection, ties: readonly number[]): number =>
  ties.reduce((best, tie) => ((heldTo[tie] as number) > (heldTo[best] as number) ? tie : best))

/** The things of both, in the order of their places. */
export const inBoth = (one: Tied, other: Tied): number[] => [...one.keys()].filter((thing) => other.has(thing)).sort((a, b) => a - b)

/** Whether a need or an offer still stands. */
export function isOpen(projection: Projection, thing: number): boolean {
  const { status } = fieldsAt(projection, thing)
  return status === undefined || status === '' || status === 'open'
}
