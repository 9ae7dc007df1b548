import { isOf } from '../graph/ghosts.ts'
import type { Place } from '../graph/sight.ts'
import type { Spot } from '../graph/names.ts'
import type { Palette } from '../graph/palette.ts'
import { type Frame, type Picture, xAt, yAt } from '../network/picture.ts'
import { circlesOf, sharedBy } from '../network/scene.ts'
import { extentOf, scaleAt } from '../network/sizes.ts'
import type { Area } from './shapes.ts'

/** The colours of a sheet. */
export type Colours = Omit<Palette, 'packed'>

/** What the parts of a drawing share. */
export interface Stage {
  picture: Picture
  colours: Colours
  area: Area
  spotOf: (entity: number) => Spot
  /** The entities that are in sight. */
  seen: number[]
  /** What is chosen, with its circle, or on a way; undefined where all is as bright. */
  lit?: { entities: ReadonlySet<number>; ties: ReadonlySet<number> } | undefined
  /** Communities of an overview, where they are. */
  communities: Place[]
  /** Whether they stand for their members, who are not drawn. */
  isFar: boolean
  /** Pixels of the sheet from one side of the network to the other. */
  perUnit: number
  /** How much larger entities are than where the whole is seen. */
  scale: number
}

/** Around all that is shown, at the sides and at the top and the bottom: room for names. */
const MARGIN = { x: 64, y: 30 }
/** A network of one or two is not blown up to the size of the sheet. */
const LEAST_EXTENT = 0.05
/** So few are drawn in full size, however close they stand. */
const FEW = 80
/** Of an overview, members are drawn where so much of the map is seen, or less. */
const NEAR = 0.45

/** The smallest part of the map that all that is shown is in. */
export function frameOf({ network, shown }: Picture): Frame {
  const frame: Frame = { left: 1, right: 0, bottom: 1, top: 0 }
  const include = (x: number, y: number, radius: number): void => {
    frame.left = Math.min(frame.left, x - radius)
    frame.right = Math.max(frame.right, x + radius)
    frame.bottom = Math.min(frame.bottom, y - radius)
    frame.top = Math.max(frame.top, y + radius)
  }
  for (let entity = 0; entity < network.kinds.length; entity++)
    if (shown.entities[entity]) include(xAt(network, entity), yAt(network, entity), 0)
  if (network.head.overview) for (const { x, y, radius } of network.head.communities) include(x, y, radius)
  return frame.left > frame.right ? { left: 0, right: 1, bottom: 0, top: 1 } : frame
}

/** The part of a frame in which there is something: a view is not made small by the empty ground around it. */
export function filledPart(seen: Frame, all: Frame): Frame {
  const room = { x: (seen.right - seen.left) * 0.04, y: (seen.top - seen.bottom) * 0.04 }
  const part: Frame = {
    left: Math.max(seen.left, all.left - room.x),
    right: Math.min(seen.right, all.right + room.x),
    bottom: Math.max(seen.bottom, all.bottom - room.y),
    top: Math.min(seen.top, all.top + room.y)
  }
  return part.left < part.right && part.bottom < part.top ? part : seen
}

/** Sets the map up on a part of the sheet: all of it, or what is seen in a frame. */
export function stageOf(picture: Picture, colours: Colours, area: Area, seen: Frame | undefined): Stage {
  const { network, shown, sizes } = picture
  const frame = seen ?? frameOf(picture)
  const margin = seen ? { x: 0, y: 0 } : MARGIN
  const least = seen ? 0 : LEAST_EXTENT
  const perUnit = Math.min(
    (area.width - 2 * margin.x) / Math.max(frame.right - frame.left, least),
    (area.height - 2 * margin.y) / Math.max(frame.top - frame.bottom, least)
  )
  const scale = Math.max(sizes.length <= FEW ? 1 : 0, scaleAt(extentOf(network) * perUnit))
  const middle = { x: area.left + area.width / 2, y: area.top + area.height / 2 }
  const at = (x: number, y: number): { x: number; y: number } => ({
    x: middle.x + (x - (frame.left + frame.right) / 2) * perUnit,
    y: middle.y - (y - (frame.bottom + frame.top) / 2) * perUnit
  })
  const spotOf = (entity: number): Spot => ({
    ...at(xAt(network, entity), yAt(network, entity)),
    radius: (sizes[entity] as number) * scale
  })
  const isSeen = ({ x, y, radius }: Spot): boolean =>
    x > area.left - radius && x < area.left + area.width + radius && y > area.top - radius && y < area.top + area.height + radius
  return {
    picture,
    colours,
    area,
    spotOf,
    perUnit,
    scale,
    seen: [...sizes.keys()].filter((entity) => shown.entities[entity] === 1 && isSeen(spotOf(entity))),
    lit: litIn(picture),
    communities: network.head.overview
      ? network.head.communities.map((community) => ({
          community,
          ...at(community.x, community.y),
          radius: Math.max(6, community.radius * perUnit)
        }))
      : [],
    isFar: network.head.overview && picture.ways.length === 0 && Math.min(frame.right - frame.left, frame.top - frame.bottom) > NEAR
  }
}

/** What is lit while the rest is dimmed: those on a way, else those chosen and their circles; of two who should meet, what they share. */
function litIn(picture: Picture): Stage['lit'] {
  const { ways, selected, ghosts } = picture
  const [one, other] = selected
  if (ways.length > 0) return { entities: new Set(ways.flat()), ties: new Set() }
  if (one !== undefined && other !== undefined && ghosts.some((ghost) => isOf(ghost, [...selected]))) return sharedBy(picture, [one, other])
  return selected.size > 0 ? circlesOf(picture, selected) : undefined
}
