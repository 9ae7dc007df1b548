import type Sigma from 'sigma'
import { nameAt } from '../network/network.ts'
import { MOST_ON_CLOUDS, shortCommunity } from '../network/clouds.ts'
import { drawClouds, drawGround, writeClouds, writeCommunities } from './communities.ts'
import { drawGhosts, metBy } from './ghosts.ts'
import type { Spot, Wanted } from './names.ts'
import type { Sight } from './sight.ts'
import type { Stage } from './stage.ts'
import { drawWays } from './ways.ts'
import { drawRing, writeNames } from './writing.ts'

const LAYERS = [
  ['ground', { beforeLayer: 'edges' }],
  ['ways', { afterLayer: 'nodes' }],
  ['names', { beforeLayer: 'mouse' }]
] as const

/** What is drawn on around entities and ties. */
export type Pens = Record<(typeof LAYERS)[number][0], CanvasRenderingContext2D>

export function pensOf(sigma: Sigma): Pens {
  for (const [name, where] of LAYERS) sigma.createCanvasContext(name, { ...where, style: { pointerEvents: 'none' } })
  const canvases = sigma.getCanvases()
  const penOf = (name: string): CanvasRenderingContext2D => canvases[name]?.getContext('2d') as CanvasRenderingContext2D
  sigma.resize(true)
  return { ground: penOf('ground'), ways: penOf('ways'), names: penOf('names') }
}

/** A name for every so many square pixels, and not more than so many that are not lit are tried. */
const ROOM_FOR_A_NAME = 8500
const MOST_TRIED = 700
/** Where so few are drawn, those whose circle is partly hidden say how many more there are. */
const MOST_WITH_MORE = 160

/** On less than this, in pixels, lines are finer. */
const NARROW = 600

interface Surroundings {
  sight: Sight
  /** Entities, largest first. */
  order: number[]
  pointed: readonly number[]
  /** How much of the ways is drawn yet, 0 to 1. */
  grown: number
  /** How much of their one breath suggested meetings have breathed, 0 to 1. */
  breath: number
  width: number
  height: number
  members: (size: number) => string
}

/** What sigma does not draw: the ground below, ways between ties and entities, rings and names above. */
export function drawSurroundings(pens: Pens, stage: Stage, around: Surroundings): void {
  const { sight, width, height, grown, members } = around
  const { ground, ways, names } = pens
  for (const pen of [ground, ways, names]) pen.clearRect(0, 0, width, height)
  const { picture } = stage
  const spotOf = sight.spotter()
  const communities = sight.communities()
  const hasClouds =
    communities.length === 0 &&
    picture.colours.colouring === 'community' &&
    !picture.isSpread &&
    picture.shown.entityCount <= MOST_ON_CLOUDS
  if (communities.length > 0) drawGround(ground, stage, communities)
  else if (hasClouds) drawClouds(ground, stage, spotOf, sight.pixelsPerUnit())
  if (picture.ways.length > 0) drawWays(ways, stage, spotOf, grown)
  if (picture.ghosts.length > 0)
    drawGhosts(ways, stage, lookedAt(stage, around.pointed), spotOf, around.breath, width < NARROW ? 1.6 : 2.25)
  drawRings(names, stage, around.pointed, spotOf)
  // One alone is told by the page, and its members stand where its name would.
  if (communities.length > 1) writeCommunities(names, stage, communities, members)
  const { left, right, top } = sight.insets
  const room = { left, right: width - right, top, bottom: height }
  const written = hasClouds ? writeClouds(names, stage, spotOf, room) : []
  const most = Math.max(12, (width * height) / ROOM_FOR_A_NAME)
  const wanted = wantedNames(stage, around, spotOf)
  writeNames(names, stage, hasClouds ? wanted.filter((one) => !isSaid(stage, one)) : wanted, { ...room, most }, written)
}

/** Whether the name of its community's ground says the same already: most are called by their theme. */
function isSaid({ picture: { network, colours } }: Stage, { entity, isLit }: Wanted): boolean {
  const group = colours.groups[colours.of[entity] as number]
  return !isLit && group?.name !== undefined && shortCommunity(group.name) === nameAt(network, entity)
}

/** Who is pointed at, else who is chosen. */
const lookedAt = ({ picture }: Stage, pointed: readonly number[]): readonly number[] =>
  pointed.length > 0 ? pointed : [...picture.selected]

function drawRings(
  pen: CanvasRenderingContext2D,
  { picture, palette }: Stage,
  pointed: readonly number[],
  spotOf: (entity: number) => Spot
) {
  for (const entity of picture.selected) if (picture.shown.entities[entity]) drawRing(pen, spotOf(entity), palette.ink, 2.5)
  const pointedRing = pointed.length > 1 ? palette.flame : palette.ink
  for (const entity of pointed) drawRing(pen, spotOf(entity), pointedRing, 1.5)
  const [first = []] = picture.ways
  if (first.length > 1) for (const entity of new Set(first)) drawRing(pen, spotOf(entity), palette.flame, 2)
}

/** Whose names are wanted, those that matter most first. */
function wantedNames(stage: Stage, { order, pointed, width, height }: Surroundings, spotOf: (entity: number) => Spot): Wanted[] {
  const { picture, litEntities, dim, isFar } = stage
  if (isFar) return []
  const isSeen = ({ x, y }: Spot): boolean => x > -80 && x < width + 40 && y > -20 && y < height + 20
  const isLit = (entity: number): boolean => dim > 0 && litEntities[entity] === 1
  const isTold = !picture.network.head.overview && picture.shown.entityCount <= MOST_WITH_MORE
  const wantedAt = (entity: number, isLit: boolean): Wanted => ({
    entity,
    isLit,
    more: isTold ? (picture.network.hidden[entity] as number) : 0,
    ...spotOf(entity)
  })
  // Where nothing is looked at, who should meet is what the map is about.
  const suggested = dim > 0 ? metBy(picture.ghosts, lookedAt(stage, pointed)) : picture.ghosts.flatMap(({ from, to }) => [from, to])
  const first = new Set([...pointed, ...picture.selected, ...picture.ways.flat(), ...suggested])
  const wanted: Wanted[] = []
  for (const entity of [...first, ...order.filter((entity) => isLit(entity) && !first.has(entity))])
    if (picture.shown.entities[entity]) wanted.push(wantedAt(entity, true))
  for (const entity of order) {
    if (wanted.length > MOST_TRIED) break
    if (!picture.shown.entities[entity] || first.has(entity) || isLit(entity)) continue
    const one = wantedAt(entity, false)
    if (isSeen(one)) wanted.push(one)
  }
  return wanted.filter(isSeen)
}
