import type { NetworkQuery } from '#contract/network.ts'
import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { ALWAYS, dayOf, EVER, knownFrom } from '../network/days.ts'
import { entityCount, otherEnd, type Projection, tieCount } from '../network/projection.ts'
import { worthOf } from '../network/strength.ts'
import type { NetworkMap } from './network-map.ts'

/** The filters of entities; each is a bit of what an entity passes. */
const filters = ['types', 'themes', 'territories', 'programs', 'communities', 'time'] as const
const bitOf = Object.fromEntries(filters.map((name, place) => [name, 1 << place])) as Record<(typeof filters)[number], number>
const ALL = (1 << filters.length) - 1

/** The filters whose choices are counted as if they were not there themselves. */
const facets = ['types', 'relations', 'themes', 'territories', 'programs', 'communities'] as const
export type Facet = (typeof facets)[number]

/** A question about the network, its ids found. */
export type Asked = Pick<NetworkQuery, 'types' | 'relations' | 'since' | 'until' | 'steps' | 'neighbours' | 'communities'> & {
  themes?: number[] | undefined
  territories?: number[] | undefined
  programs?: number[] | undefined
  around?: number[] | undefined
}

/** What of a projection a question keeps. */
export interface Selection {
  /** For each entity the filters that it passes, a bit each. */
  passes: Uint8Array
  /** 1 for each tie of a relation that is kept, that held in the years asked for. */
  ties: Uint8Array
  /** 1 for each tie that held in those years, whatever its relation. */
  timely: Uint8Array
  /** 1 for each entity within reach of what is in focus, where there is a focus. */
  reached: Uint8Array | undefined
  /** The same as if one of the filters asked for were not there: more is reached then. */
  reachedWithout: Partial<Record<Facet, Uint8Array>>
  inFocus: ReadonlySet<number>
}

export const ABOUT = relationNames.indexOf('ABOUT')
export const LOCATED_IN = relationNames.indexOf('LOCATED_IN')

/** Whether a selection keeps an entity, with `but` as if that filter were not there. */
export function keeps({ passes, reached, reachedWithout, inFocus }: Selection, entity: number, but?: Facet): boolean {
  const wanted = but === undefined || but === 'relations' ? ALL : ALL & ~bitOf[but]
  if (((passes[entity] as number) & wanted) !== wanted) return inFocus.has(entity)
  const near = (but && reachedWithout[but]) ?? reached
  return near === undefined || near[entity] === 1
}

export function select(projection: Projection, map: NetworkMap, asked: Asked): Selection {
  const inFocus = new Set(asked.around)
  const timely = timelyTies(projection, asked)
  const ties = ofRelations(projection, timely, asked.relations)
  const passes = passesOf(projection, map, asked, timely)
  const selection: Selection = { passes, ties, timely, reached: undefined, reachedWithout: {}, inFocus }
  if (!asked.around) return selection
  const without = facets.filter((name) => asked[name]).map((name) => [name, reachedFrom(projection, selection, asked, name)])
  return { ...selection, reached: reachedFrom(projection, selection, asked), reachedWithout: Object.fromEntries(without) }
}

function timelyTies(projection: Projection, { since, until }: Asked): Uint8Array {
  const timely = new Uint8Array(tieCount(projection)).fill(1)
  if (since === undefined && until === undefined) return timely
  const first = since === undefined ? ALWAYS : dayOf(since)
  const last = until === undefined ? EVER : dayOf(until)
  for (let tie = 0; tie < timely.length; tie++) {
    const [from, to] = [projection.heldFrom[tie] as number, projection.heldTo[tie] as number]
    if (knownFrom(from, to) > last || to < first) timely[tie] = 0
  }
  return timely
}

function ofRelations({ relations }: Projection, timely: Uint8Array, kept: RelationName[] | undefined): Uint8Array {
  if (!kept) return timely
  const places = new Set(kept.map((name) => relationNames.indexOf(name)))
  return timely.map((isTimely, tie) => (isTimely && places.has(relations[tie] as number) ? 1 : 0))
}

const isDated = ({ heldFrom, heldTo }: Projection, tie: number): boolean => heldFrom[tie] !== ALWAYS || heldTo[tie] !== EVER

function passesOf(projection: Projection, map: NetworkMap, asked: Asked, timely: Uint8Array): Uint8Array {
  const passes = new Uint8Array(entityCount(projection))
  const kinds = new Set((asked.types ?? types).map((type: EntityType) => types.indexOf(type)))
  const communities = asked.communities && new Set(asked.communities)
  const among = (things: number[] | undefined, relation?: number): ReadonlySet<number> | undefined =>
    things && tiedTo(projection, things, relation)
  const [themes, territories] = [among(asked.themes, ABOUT), among(asked.territories, LOCATED_IN)]
  const programs = among(asked.programs)
  const isTimed = asked.since !== undefined || asked.until !== undefined
  for (let entity = 0; entity < passes.length; entity++) {
    let passed = 0
    if (kinds.has(projection.kinds[entity] as number)) passed |= bitOf.types
    if (!themes || themes.has(entity)) passed |= bitOf.themes
    if (!territories || territories.has(entity)) passed |= bitOf.territories
    if (!programs || programs.has(entity)) passed |= bitOf.programs
    if (!communities || communities.has(map.community[entity] as number)) passed |= bitOf.communities
    if (!isTimed || isTimely(projection, timely, entity)) passed |= bitOf.time
    passes[entity] = passed
  }
  return passes
}

/** Whether one of an entity's dated ties held in the years asked for, or none is dated. */
function isTimely(projection: Projection, timely: Uint8Array, entity: number): boolean {
  let dated = 0
  for (let i = projection.incidentOffsets[entity] as number; i < (projection.incidentOffsets[entity + 1] as number); i++) {
    const tie = projection.incident[i] as number
    if (!isDated(projection, tie)) continue
    if (timely[tie]) return true
    dated++
  }
  return dated === 0
}

/** These things and all that is tied to one of them; with a relation, only by ties of it that lead there. */
function tiedTo(projection: Projection, things: number[], relation?: number): Set<number> {
  const found = new Set(things)
  for (const thing of things)
    for (let i = projection.incidentOffsets[thing] as number; i < (projection.incidentOffsets[thing + 1] as number); i++) {
      const tie = projection.incident[i] as number
      if (relation === undefined || (projection.relations[tie] === relation && projection.ends[tie] === thing))
        found.add(otherEnd(projection, tie, thing))
    }
  return found
}

/** Breadth first from what is in focus, along ties that are kept; of each entity, those it is tied to most. */
function reachedFrom(projection: Projection, selection: Selection, { around = [], steps, neighbours }: Asked, but?: Facet): Uint8Array {
  const reached = new Uint8Array(entityCount(projection))
  let edge = [...around]
  for (const entity of edge) reached[entity] = 1
  for (let step = 0; step < steps; step++) {
    const next: number[] = []
    for (const entity of edge)
      for (const other of nearest(projection, selection, entity, neighbours, but)) {
        if (reached[other]) continue
        reached[other] = 1
        next.push(other)
      }
    edge = next
  }
  return reached
}

/** The neighbours that an entity is tied to by ties of most worth, then those with most ties. */
function nearest(projection: Projection, selection: Selection, entity: number, most: number, but?: Facet): number[] {
  const found = new Map<number, number>()
  const { incident, incidentOffsets } = projection
  const ties = but === 'relations' ? selection.timely : selection.ties
  for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
    const tie = incident[i] as number
    const other = otherEnd(projection, tie, entity)
    if (ties[tie] && keeps(selection, other, but)) found.set(other, (found.get(other) ?? 0) + 0.01 + worthOf(projection, tie))
  }
  const degree = (other: number): number => (incidentOffsets[other + 1] as number) - (incidentOffsets[other] as number)
  const list = [...found]
  if (list.length > most) list.sort(([a, one], [b, two]) => two - one || degree(b) - degree(a) || a - b).splice(most)
  return list.map(([other]) => other)
}
