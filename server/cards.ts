import { z } from 'zod'
import { Card, type CardTie, type Direction, Neighbours, NeighboursQuery } from '#contract/cards.ts'
import type { JournalEntry } from '#contract/changes.ts'
import { EntityId, type Recorded } from '#contract/entity.ts'
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

const directionOf = (projection: Projection, tie: number, entity: number): Direction => (projection.starts[tie] === entity ? 'out' : 'in')

/** The latest day a tie is known to hold: what lasts comes first, then what is most recent, what is not dated last. */
function lateness(projection: Projection, tie: number): number {
  const from = projection.heldFrom[tie] as number
  const to = projection.heldTo[tie] as number
  if (to !== EVER) return to
  return from === ALWAYS ? ALWAYS : EVER
}

function newestFirst(projection: Projection): (a: number, b: number) => number {
  return (a, b) =>
    (projection.relations[a] as number) - (projection.relations[b] as number) ||
    lateness(projection, b) - lateness(projection, a) ||
    (projection.heldFrom[b] as number) - (projection.heldFrom[a] as number) ||
    a - b
}

/** Everything known of an entity. */
function card(projection: Projection, id: string): Card {
  const entity = find(projection, id)
  const all = tiesOf(projection, entity)
  const groups = new Map<number, Card['groups'][number]>()
  for (const tie of all) {
    const direction = directionOf(projection, tie, entity)
    const name = (projection.relations[tie] as number) * 2 + (direction === 'out' ? 0 : 1)
    const group = groups.get(name)
    if (group) group.count += 1
    else groups.set(name, { relation: relationAt(projection, tie), direction, count: 1 })
  }
  const shown = Array.from(all).sort(newestFirst(projection)).slice(0, MOST_TIES)
  const recordOf = (revision: number): Recorded => {
    const { at, label } = projection.entries[revision - 1] as JournalEntry
    return { revision, at, label }
  }
  const revisions = new Set(shown.map((tie) => projection.tiesRevisedIn[tie] as number))
  return {
    revision: projection.revision,
    ...refAt(projection, entity),
    fields: fieldsAt(projection, entity),
    ties: shown.map(
      (tie): CardTie => ({
        ...tieAt(projection, tie),
        direction: directionOf(projection, tie, entity),
        other: refAt(projection, otherEnd(projection, tie, entity)),
        recorded: projection.tiesRevisedIn[tie] as number
      })
    ),
    groups: [...groups].sort(([a], [b]) => a - b).map(([, group]) => group),
    leftOut: all.length - shown.length,
    recorded: recordOf(projection.revisedIn[entity] as number),
    records: [...revisions].sort((a, b) => a - b).map(recordOf)
  }
}

/** What is around an entity: those whose ties with it are worth most first, then those with most ties between them. */
function neighbours(projection: Projection, id: string, limit: number): Neighbours {
  const entity = find(projection, id)
  const nearness = new Map<number, number>()
  for (const tie of tiesOf(projection, entity)) {
    const other = otherEnd(projection, tie, entity)
    nearness.set(other, (nearness.get(other) ?? 0) + 1 + worthOf(projection, tie))
  }
  const nearest = [...nearness]
    .sort(([a, near], [b, nearer]) => nearer - near || a - b)
    .slice(0, limit)
    .map(([other]) => other)
  return {
    revision: projection.revision,
    entity: refAt(projection, entity),
    nodes: nearest.map((other) => refAt(projection, other)),
    ties: tiesAmong(projection, entity, nearest).map((tie) => tieAt(projection, tie)),
    leftOut: nearness.size - nearest.length
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
    looks += ties.length
    if (looks > MOST_LOOKS) continue
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
    ({ params, query, projection }) => neighbours(projection, params.id, query.limit)
  )
}
