import { CLOUD_ALPHA, CLOUD_ALPHA_DIMMED, FEWEST, MOST_ON_CLOUDS, reachOf, shortCommunity } from '../network/clouds.ts'
import { type Area, baseline, type Group, type Measure, mixed, short, type Shape, type Words } from './shapes.ts'
import type { Stage } from './stage.ts'

interface Disc {
  entity: number
  x: number
  y: number
  radius: number
}

/** The ground of a community: a disc around each of its members. */
interface Cloud {
  group: number
  name: string
  discs: Disc[]
}

function cloudsIn({ picture, seen, spotOf, perUnit, communities }: Stage): Cloud[] {
  const { colouring, groups, of } = picture.colours
  if (colouring !== 'community' || communities.length > 0 || picture.isSpread || picture.shown.entityCount > MOST_ON_CLOUDS) return []
  const reach = reachOf(perUnit)
  const clouds = groups.map(({ name = '' }, group): Cloud => ({ group, name, discs: [] }))
  for (const entity of seen) {
    const { x, y, radius } = spotOf(entity)
    clouds[of[entity] as number]?.discs.push({ entity, x, y, radius: radius + reach })
  }
  return clouds.filter(({ group }) => groups[group]?.key !== '' && (groups[group]?.count ?? 0) >= FEWEST)
}

const circle = ({ x, y, radius }: Disc): string => {
  const [r, across] = [short(radius), short(2 * radius)]
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0-${across} 0z`
}

/** The ground that the members of each community share, where colours tell communities: a shape for each. */
export function cloudsOf(stage: Stage): Group {
  const { colours, lit } = stage
  return {
    is: 'group',
    name: 'clouds',
    alpha: lit ? CLOUD_ALPHA_DIMMED : CLOUD_ALPHA,
    shapes: cloudsIn(stage).map(({ group, name, discs }) => ({
      is: 'path',
      d: discs.map(circle).join(''),
      fill: colours.groups[group] ?? colours.other,
      title: name
    }))
  }
}

const HAND = { size: 19, weight: 640, face: 'display' as const }
/** Around a name. */
const GAP = 4
/** Between a name and its cloud: there may be the name of a card. */
const GAPS = [GAP, 22]

/** What clouds are called, by the first part of the name of each, along their upper edge, else the lower, where a name stands free of all else; those of cards are `written`. */
export function cloudNames(stage: Stage, written: Shape[], measure: Measure): Group {
  const { area, colours, seen, spotOf } = stage
  const clouds = cloudsIn(stage)
  const cards = seen.map((entity): Disc => ({ entity, ...spotOf(entity) }))
  const taken = written.flatMap((shape) => (shape.is === 'words' ? [boxOf(shape, measure(shape.text, shape))] : []))
  const shapes = clouds.flatMap(({ group, name, discs }): Shape[] => {
    const text = shortCommunity(name)
    const width = measure(text, HAND)
    const middle = discs.reduce((sum, { x }) => sum + x, 0) / discs.length
    const others = clouds.flatMap((cloud) => (cloud.discs === discs ? [] : cloud.discs))
    const isFree = (box: Area): boolean =>
      isWithin(box, area) &&
      !taken.some((other) => isOver(box, other)) &&
      !cards.some((card) => isOn(box, card)) &&
      !others.some((disc) => isOn(box, disc))
    const along = (side: -1 | 1, gap: number) =>
      discs
        .map(({ x, y, radius }) => ({ x, y: y + side * (radius + gap + HAND.size / 2) }))
        .sort((a, b) => Math.abs(a.x - middle) / 2 - side * a.y - (Math.abs(b.x - middle) / 2 - side * b.y))
    const tried = GAPS.flatMap((gap) => [...along(-1, gap), ...along(1, gap)])
    const place = tried.find(({ x, y }) => isFree(around(x, y, width)))
    if (!place) return []
    taken.push(around(place.x, place.y, width))
    return [
      {
        is: 'words',
        text,
        x: place.x,
        y: baseline(place.y, HAND.size),
        ...HAND,
        anchor: 'middle',
        fill: mixed(colours.groups[group] ?? colours.other, colours.ink, 0.4)
      }
    ]
  })
  return { is: 'group', name: 'communities', stroke: colours.paper, width: 5, isRim: true, shapes }
}

const around = (x: number, y: number, width: number): Area => ({
  left: x - width / 2 - GAP,
  top: y - HAND.size / 2 - GAP,
  width: width + 2 * GAP,
  height: HAND.size + 2 * GAP
})

/** The room that a line takes which begins at its x. */
const boxOf = ({ x, y, size }: Words, width: number): Area => ({ left: x, top: y - size, width, height: size * 1.3 })

const isWithin = ({ left, top, width, height }: Area, area: Area): boolean =>
  left >= area.left && top >= area.top && left + width <= area.left + area.width && top + height <= area.top + area.height

const isOver = (a: Area, b: Area): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

/** Whether some of a disc is in a box. */
function isOn({ left, top, width, height }: Area, { x, y, radius }: Disc): boolean {
  const [nearX, nearY] = [Math.max(left, Math.min(x, left + width)), Math.max(top, Math.min(y, top + height))]
  return Math.hypot(x - nearX, y - nearY) < radius
}
