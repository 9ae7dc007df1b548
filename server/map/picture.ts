import type { Community, NetworkHead } from '#contract/network.ts'
import { DAY_ZERO, NOT_KNOWN_END, type PackedNetwork } from '#contract/packed-network.ts'
import { textAt } from '../text/packed.ts'
import { ALWAYS, EVER, isoDayOf } from '../network/days.ts'
import { entityCount, otherEnd, type Projection, tieCount } from '../network/projection.ts'
import { isDemonstration } from './demonstration.ts'
import { facetsOf } from './facets.ts'
import { labelsOf, ranksOf } from './labels.ts'
import type { NetworkMap } from './network-map.ts'
import { ABOUT, type Asked, keeps, LOCATED_IN, select, type Selection } from './select.ts'

/** Of an overview, so many entities are drawn in all, beside what is in focus, and so many communities told. */
const MOST_DRAWN = 320
const MOST_COMMUNITIES = 80
const MOST_BRIDGES = 200

/** What is drawn, by places in the projection, and the same as it goes over the wire, ids, names and days left out. */
export interface Drawing {
  packed: PackedNetwork
  entities: Uint32Array
  ties: Uint32Array
}

/** Draws what a question keeps: all of it, or of more than `most` the most central of each community. */
export function drawNetwork(projection: Projection, map: NetworkMap, asked: Asked, most: number): Drawing {
  const selection = select(projection, map, asked)
  const kept = keptEntities(projection, selection)
  const matchedTies = keptTies(projection, selection, kept)
  const isOverview = kept.count > most
  const communities = communitiesOf(map, kept.marks)
  const central = (): number[] => [
    ...new Set([...selection.inFocus, ...mostCentral(map, kept.marks, communities, Math.min(most, MOST_DRAWN))])
  ]
  const entities = inOrder(map, isOverview ? central() : placesOf(kept.marks))
  const placeIn = new Int32Array(entityCount(projection)).fill(-1)
  for (const [place, entity] of entities.entries()) placeIn[entity] = place
  const ties = tiesAmong(projection, matchedTies, placeIn)
  const head: NetworkHead = {
    revision: projection.revision,
    matched: { entities: kept.count, ties: matchedTies.length },
    overview: isOverview,
    communities,
    bridges: bridgesOf(projection, map, matchedTies, communities),
    facets: facetsOf(projection, map, selection, asked),
    ranks: ranksOf(projection),
    ...spanOf(projection),
    ...(isDemonstration(projection) && { demonstration: true })
  }
  const themes = labelsOf(projection, entities, ABOUT)
  const territories = labelsOf(projection, entities, LOCATED_IN)
  const at = <Out extends { [place: number]: number }>(out: Out, read: (entity: number) => number): Out => {
    for (const [place, entity] of entities.entries()) out[place] = read(entity)
    return out
  }
  const count = entities.length
  return {
    entities,
    ties,
    packed: {
      head: { ...head, themes: themes.ids, territories: territories.ids },
      kinds: at(new Uint8Array(count), (entity) => projection.kinds[entity] as number),
      x: at(new Uint16Array(count), (entity) => map.x[entity] as number),
      y: at(new Uint16Array(count), (entity) => map.y[entity] as number),
      communities: at(new Uint16Array(count), (entity) => map.community[entity] as number),
      degrees: at(new Uint16Array(count), (entity) => map.degree[entity] as number),
      betweenness: at(new Uint8Array(count), (entity) => Math.round(Math.sqrt(map.betweenness[entity] as number) * 255)),
      pagerank: at(new Uint8Array(count), (entity) => Math.round(Math.sqrt(map.pagerank[entity] as number) * 255)),
      themes: themes.places,
      territories: territories.places,
      hidden: hiddenAround(projection, selection, kept.marks, entities, placeIn),
      starts: Uint32Array.from(ties, (tie) => placeIn[projection.starts[tie] as number] as number),
      ends: Uint32Array.from(ties, (tie) => placeIn[projection.ends[tie] as number] as number),
      relations: Uint8Array.from(ties, (tie) => projection.relations[tie] as number)
    }
  }
}

function keptEntities(projection: Projection, selection: Selection): { marks: Uint8Array; count: number } {
  const marks = new Uint8Array(entityCount(projection))
  let count = 0
  for (let entity = 0; entity < marks.length; entity++)
    if (keeps(selection, entity)) {
      marks[entity] = 1
      count++
    }
  return { marks, count }
}

function keptTies({ starts, ends }: Projection, { ties }: Selection, { marks }: { marks: Uint8Array }): Uint32Array {
  const kept = new Uint32Array(ties.length)
  let count = 0
  for (let tie = 0; tie < ties.length; tie++)
    if (ties[tie] && marks[starts[tie] as number] && marks[ends[tie] as number]) kept[count++] = tie
  return kept.slice(0, count)
}

/** The communities of what is kept, largest first. */
function communitiesOf(map: NetworkMap, kept: Uint8Array): Community[] {
  const sizes = new Map<number, number>()
  for (let entity = 0; entity < kept.length; entity++)
    if (kept[entity]) sizes.set(map.community[entity] as number, (sizes.get(map.community[entity] as number) ?? 0) + 1)
  return map.communities
    .flatMap((community) => (sizes.has(community.id) ? [{ ...community, size: sizes.get(community.id) as number }] : []))
    .sort((a, b) => b.size - a.size || a.id - b.id)
    .slice(0, MOST_COMMUNITIES)
}

const placesOf = (marks: Uint8Array): number[] => {
  const places: number[] = []
  for (let place = 0; place < marks.length; place++) if (marks[place]) places.push(place)
  return places
}

/** Neighbours on the wire are of one community, so that what tells ties apart is small. */
const inOrder = ({ community }: NetworkMap, entities: number[]): Uint32Array =>
  Uint32Array.from(entities.sort((a, b) => (community[a] as number) - (community[b] as number) || a - b))

/** The most central members of each community told: of each one, of the larger ones more, so many in all. */
function mostCentral({ community, pagerank }: NetworkMap, kept: Uint8Array, communities: Community[], most: number): number[] {
  const roots = new Map(communities.map(({ id, size }) => [id, Math.sqrt(size)]))
  const sum = [...roots.values()].reduce((total, root) => total + root, 0)
  const spare = Math.max(0, most - communities.length)
  const members = new Map<number, number[]>(communities.map(({ id }) => [id, []]))
  for (let entity = 0; entity < kept.length; entity++) if (kept[entity]) members.get(community[entity] as number)?.push(entity)
  return [...members].flatMap(([id, list]) =>
    list
      .sort((a, b) => (pagerank[b] as number) - (pagerank[a] as number) || a - b)
      .slice(0, 1 + Math.floor((spare * (roots.get(id) as number)) / sum))
  )
}

/** The ties between what is drawn, by where they start, then where they end. */
function tiesAmong({ starts, ends }: Projection, ties: Uint32Array, placeIn: Int32Array): Uint32Array {
  const among = ties.filter((tie) => (placeIn[starts[tie] as number] as number) >= 0 && (placeIn[ends[tie] as number] as number) >= 0)
  const startOf = (tie: number): number => placeIn[starts[tie] as number] as number
  const endOf = (tie: number): number => placeIn[ends[tie] as number] as number
  return among.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || a - b)
}

function bridgesOf({ starts, ends }: Projection, { community }: NetworkMap, ties: Uint32Array, communities: Community[]) {
  const rank = new Int32Array(65_536).fill(-1)
  for (const [place, { id }] of communities.entries()) rank[id] = place
  const counts = new Uint32Array(communities.length * communities.length)
  for (const tie of ties) {
    const a = rank[community[starts[tie] as number] as number] as number
    const b = rank[community[ends[tie] as number] as number] as number
    if (a < 0 || b < 0 || a === b) continue
    const pair = Math.min(a, b) * communities.length + Math.max(a, b)
    counts[pair] = (counts[pair] as number) + 1
  }
  const numberAt = (place: number): number => (communities[place] as Community).id
  return [...counts.entries()]
    .filter(([, count]) => count > 0)
    .sort(([a, one], [b, two]) => two - one || a - b)
    .slice(0, MOST_BRIDGES)
    .map(([pair, count]) => ({
      from: numberAt(Math.floor(pair / communities.length)),
      to: numberAt(pair % communities.length),
      ties: count
    }))
}

/** How many neighbours of each drawn entity the filters keep, or would without a focus, but are not drawn. */
function hiddenAround(
  projection: Projection,
  selection: Selection,
  kept: Uint8Array,
  entities: Uint32Array,
  placeIn: Int32Array
): Uint16Array {
  const unfocused: Selection = { ...selection, reached: undefined }
  const hidden = new Uint16Array(entities.length)
  const seenBy = new Int32Array(entityCount(projection)).fill(-1)
  for (const [place, entity] of entities.entries()) {
    for (let i = projection.incidentOffsets[entity] as number; i < (projection.incidentOffsets[entity + 1] as number); i++) {
      const tie = projection.incident[i] as number
      const other = otherEnd(projection, tie, entity)
      if (!selection.ties[tie] || (placeIn[other] as number) >= 0 || seenBy[other] === place) continue
      seenBy[other] = place
      if (kept[other] || keeps(unfocused, other)) hidden[place] = Math.min(65_535, (hidden[place] as number) + 1)
    }
  }
  return hidden
}

const spans = new WeakMap<Projection, Pick<NetworkHead, 'span'>>()

/** Between which days the dated ties of the whole network lie. */
function spanOf(projection: Projection): Pick<NetworkHead, 'span'> {
  const known = spans.get(projection)
  if (known) return known
  let [first, last] = [EVER, ALWAYS]
  for (let tie = 0; tie < tieCount(projection); tie++) {
    const [from, to] = [projection.heldFrom[tie] as number, projection.heldTo[tie] as number]
    for (const day of [from, to])
      if (day !== ALWAYS && day !== EVER) {
        first = Math.min(first, day)
        last = Math.max(last, day)
      }
  }
  const span = first > last ? {} : { span: { first: isoDayOf(first), last: isoDayOf(last) } }
  spans.set(projection, span)
  return span
}

/** The ids and names of what is drawn. */
export const namesOf = (projection: Projection, { entities }: Drawing) => ({
  ids: Array.from(entities, (entity) => textAt(projection.ids, entity)),
  names: Array.from(entities, (entity) => textAt(projection.names, entity))
})

/** The days between which the ties drawn held. */
export function timesOf({ heldFrom, heldTo }: Projection, { ties }: Drawing) {
  const inDays = (day: number): number => Math.min(NOT_KNOWN_END - 1, Math.max(1, day - DAY_ZERO))
  return {
    from: Uint16Array.from(ties, (tie) => (heldFrom[tie] === ALWAYS ? 0 : inDays(heldFrom[tie] as number))),
    to: Uint16Array.from(ties, (tie) => (heldTo[tie] === EVER ? NOT_KNOWN_END : inDays(heldTo[tie] as number)))
  }
}
