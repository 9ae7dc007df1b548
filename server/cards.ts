import { z } from 'zod'
import { Card, type CardTie, type Direction, Neighbours, NeighboursQuery } from '#contract/cards.ts'
import type { JournalEntry } from '#contract/changes.ts'
import { EntityId, type Recorded } from '#contract/entity.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import type { AddAnswer } from './answers.ts'
import { ALWAYS, EVER } from './network/days.ts'
import { fieldsAt, otherEnd, placeOf, type Projection, refAt, relationAt, tieAt } from './network/projection.ts'
import { worthOf } from './network/strength.ts'
import { ProblemError } from './problem.ts'

/** The most ties that a card shows; how many more there are is told. */
const MOST_TIES = 200

const CardParams = z.object({ id: EntityId.describe('Id of the entity, percent-encoded') })

/** The place of the entity that is asked for. Throws the problem where there is none. */
export function find(projection: Projection, id: string): number {
  const place = placeOf(projection, id)
  if (place < 0) throw new ProblemError(404, `Nothing has the id "${id.slice(0, 80)}". Search for its name to find it.`)
  return place
}

const tiesOf = (projection: Projection, entity: number): Uint32Array =>
  projection.incident.subarray(projection.incidentOffsets[entity], projection.incidentOffsets[entity + 1])

/** The latest day a tie is known to hold: what lasts comes first, then what is most recent, what is not dated last. */
function lateness(projection: Projection, tie: number): number {
  const from = projection.heldFrom[tie] as number
  const to = projection.heldTo[tie] as number
  if (to !== EVER) return to
  return from === ALWAYS ? ALWAYS : EVER
}

function newestFirst(projection: Projection): (a: number, b: number) => number {
  return (a, b) =>
    lateness(projection, b) - lateness(projection, a) || (projection.heldFrom[b] as number) - (projection.heldFrom[a] as number) || a - b
}

/** A group of ties that are told as one sentence. */
interface Group {
  relation: RelationName
  direction: Direction
  ties: number[]
}

/** The ties of an entity by relation and direction, newest first in each. */
function groupsOf(projection: Projection, entity: number): Group[] {
  const groups = new Map<number, Group>()
  for (const tie of tiesOf(projection, entity)) {
    const direction: Direction = projection.starts[tie] === entity ? 'out' : 'in'
    const name = (projection.relations[tie] as number) * 2 + (direction === 'out' ? 0 : 1)
    const group = groups.get(name)
    if (group) group.ties.push(tie)
    else groups.set(name, { relation: relationAt(projection, tie), direction, ties: [tie] })
  }
  const sorted = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
  for (const { ties } of sorted) ties.sort(newestFirst(projection))
  return sorted
}

/** How many ties of each group are shown: where not all can be, each gives up its oldest, the largest group first. */
function sharesOf(groups: readonly Group[], most: number): number[] {
  const shares = groups.map(() => 0)
  let left = most
  const bySize = groups.map(({ ties }, place) => ({ place, size: ties.length })).sort((a, b) => a.size - b.size)
  for (const [i, { place, size }] of bySize.entries()) {
    shares[place] = Math.min(size, Math.floor(left / (bySize.length - i)))
    left -= shares[place] as number
  }
  return shares
}

/** Everything known of an entity. */
function card(projection: Projection, id: string): Card {
  const entity = find(projection, id)
  const groups = groupsOf(projection, entity)
  const shares = sharesOf(groups, MOST_TIES)
  const newest = newestFirst(projection)
  // A relation that is as true both ways round is told as one group: its ties stand in one order.
  const shown = groups
    .flatMap(({ ties, direction }, i) => ties.slice(0, shares[i]).map((tie) => ({ tie, direction })))
    .sort((a, b) => (projection.relations[a.tie] as number) - (projection.relations[b.tie] as number) || newest(a.tie, b.tie))
  const recordOf = (revision: number): Recorded => {
    const { at, label } = projection.entries[revision - 1] as JournalEntry
    return { revision, at, label }
  }
  const revisions = new Set(shown.map(({ tie }) => projection.tiesRevisedIn[tie] as number))
  return {
    revision: projection.revision,
    ...refAt(projection, entity),
    fields: fieldsAt(projection, entity),
    ties: shown.map(
      ({ tie, direction }): CardTie => ({
        ...tieAt(projection, tie),
        direction,
        other: refAt(projection, otherEnd(projection, tie, entity)),
        recorded: projection.tiesRevisedIn[tie] as number
      })
    ),
    groups: groups.map(({ relation, direction, ties }) => ({ relation, direction, count: ties.length })),
    leftOut: tiesOf(projection, entity).length - shown.length,
    recorded: recordOf(projection.revisedIn[entity] as number),
    records: [...revisions].sort((a, b) => a - b).map(recordOf)
  }
}

/** What is around an entity: whom or what the tie of most worth joins first, then those with most ties. */
function neighbours(projection: Projection, id: string, { limit }: NeighboursQuery): Neighbours {
  const entity = find(projection, id)
  const around = new Map<number, { worth: number; count: number }>()
  for (const tie of tiesOf(projection, entity)) {
    const other = otherEnd(projection, tie, entity)
    const { worth, count } = around.get(other) ?? { worth: 0, count: 0 }
    around.set(other, { worth: Math.max(worth, worthOf(projection, tie)), count: count + 1 })
  }
  const nearest = [...around]
    .sort(([a, near], [b, nearer]) => nearer.worth - near.worth || nearer.count - near.count || a - b)
    .slice(0, limit)
    .map(([other]) => other)
  return {
    revision: projection.revision,
    entity: refAt(projection, entity),
    nodes: nearest.map((other) => refAt(projection, other)),
    ties: tiesAmong(projection, entity, nearest).map((tie) => tieAt(projection, tie)),
    leftOut: around.size - nearest.length
  }
}

/** The most ties that are looked at to find those among the neighbours: a crowd's are not all walked through. */
const MOST_LOOKS = 20_000

function tiesAmong(projection: Projection, entity: number, nearest: readonly number[]): number[] {
  const shown = new Set([entity, ...nearest])
  const among = new Set<number>()
  for (const tie of tiesOf(projection, entity)) if (shown.has(otherEnd(projection, tie, entity))) among.add(tie)
  let looks = 0
  for (const other of nearest) {
    const ties = tiesOf(projection, other)
    if (looks + ties.length > MOST_LOOKS) continue
    looks += ties.length
    for (const tie of ties) if (shown.has(otherEnd(projection, tie, other))) among.add(tie)
  }
  return [...among].sort((a, b) => a - b)
}

export function addCards(add: AddAnswer): void {
  add(
    '/api/entities/:id',
    { summary: 'The card of an entity: its fields and ties', params: CardParams, answer: Card },
    ({ params, projection }) => card(projection, params.id)
  )
  add(
    '/api/entities/:id/neighbours',
    { summary: 'What is around an entity', params: CardParams, query: NeighboursQuery, answer: Neighbours },
    ({ params, query, projection }) => neighbours(projection, params.id, query)
  )
}
