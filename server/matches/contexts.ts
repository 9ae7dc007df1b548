import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { sharedFloat32, sharedUint32 } from '../text/packed.ts'
import { freshness, isMembership, type Members } from './members.ts'
import { eachOf, type Offsets, rowsOf } from './rows.ts'
import { isMeetingKind } from './said.ts'

/**
 * What each is within: organizations, programmes, territories and events it is tied to, people it shares with others, and the programmes
 * and organizations of its projects; in compressed sparse rows, in order of their places.
 */
export interface Contexts {
  offsets: Offsets
  things: Uint32Array
  /** 1 where it is tied to the thing itself, less where a project is. */
  weights: Float32Array
  /** How recent its projects in a programme are, all together; 0 for what is no programme of its projects. */
  recency: Float32Array
  /** By thing: how many are within it. */
  sizes: Uint32Array
}

const THROUGH_PROJECT = 0.5
/** So many are kept of each; more would be a whole network. */
const MOST_CONTEXTS = 200

const kindOf = (type: (typeof types)[number]): number => types.indexOf(type)
const [person, organization, project, program] = [kindOf('person'), kindOf('organization'), kindOf('project'), kindOf('program')]
const within = new Set([person, organization, program, kindOf('territory'), kindOf('event')])
const follows = relationNames.indexOf('FOLLOWS')

interface Context {
  thing: number
  weight: number
  recency: number
}

/** What one is within, as the day `asOf` knew it. */
function contextsOfOne(projection: Projection, members: Members, entity: number, asOf: number): Context[] {
  const { kinds, incident, relations } = projection
  const found = new Map<number, Context>()
  const note = (thing: number, weight: number, recency: number): void => {
    const known = found.get(thing)
    if (!known) found.set(thing, { thing, weight, recency })
    else {
      known.weight = Math.max(known.weight, weight)
      known.recency += recency
    }
  }
  const kind = kinds[entity] as number
  eachOf(projection.incidentOffsets, entity, (at) => {
    const tie = incident[at] as number
    const other = otherEnd(projection, tie, entity)
    const otherKind = kinds[other] as number
    if (within.has(otherKind) && otherKind !== kind && relations[tie] !== follows && isKnown(projection, tie, asOf)) note(other, 1, 0)
  })
  if (kind !== person && kind !== organization) return [...found.values()]
  eachOf(members.offsets, entity, (at) => {
    const group = members.others[at] as number
    // half-life of one year: what is in a programme now soon meets others there
    const recency = freshness(members.since[at] as number, asOf) ** 2
    eachOf(projection.incidentOffsets, group, (place) => {
      const tie = incident[place] as number
      const other = otherEnd(projection, tie, group)
      const otherKind = kinds[other] as number
      const isOf = otherKind === program || (otherKind === organization && kind === person && isMembership(projection, tie))
      if (isOf && isKnown(projection, tie, asOf)) note(other, THROUGH_PROJECT, otherKind === program ? recency : 0)
    })
  })
  return [...found.values()]
}

/** What everybody is within, as the day `asOf` knew it. */
export function contextsOf(projection: Projection, members: Members, asOf: number): Contexts {
  const entities = entityCount(projection)
  const sizes = sharedUint32(entities)
  const rows: Context[][] = []
  for (let entity = 0; entity < entities; entity++) {
    const kind = projection.kinds[entity] as number
    const row = isMeetingKind(kind) ? contextsOfOne(projection, members, entity, asOf) : []
    if (row.length > MOST_CONTEXTS)
      row.sort((a, b) => b.weight - a.weight || b.recency - a.recency || a.thing - b.thing).splice(MOST_CONTEXTS)
    row.sort((a, b) => a.thing - b.thing)
    // Counted among members only: a project is within what they are.
    if (kind !== project) for (const { thing } of row) sizes[thing] = (sizes[thing] as number) + 1
    rows.push(row)
  }
  const { offsets } = rowsOf(entities, (entity) => rows[entity]?.length ?? 0)
  const total = offsets[entities] as number
  const [things, weights, recency] = [sharedUint32(total), sharedFloat32(total), sharedFloat32(total)]
  rows.forEach((row, entity) => {
    row.forEach((context, i) => {
      const at = (offsets[entity] as number) + i
      things[at] = context.thing
      weights[at] = context.weight
      recency[at] = context.recency
    })
  })
  return { offsets, things, weights, recency, sizes }
}

/** What two are both within: the thing, and the places of both in the rows. */
export function eachShared(
  { offsets, things }: Contexts,
  a: number,
  b: number,
  see: (thing: number, atA: number, atB: number) => void
): void {
  let [i, j] = [offsets[a] as number, offsets[b] as number]
  const [endA, endB] = [offsets[a + 1] as number, offsets[b + 1] as number]
  while (i < endA && j < endB) {
    const [x, y] = [things[i] as number, things[j] as number]
    if (x === y) see(x, i, j)
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
}
