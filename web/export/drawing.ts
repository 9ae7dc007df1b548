import { bow, GHOST_DASH } from '../graph/ghosts.ts'
import { placeNames, type Wanted } from '../graph/names.ts'
import { nameAt, typeAt } from '../network/network.ts'
import { looks } from '../ui/kinds.ts'
import { cloudNames, cloudsOf } from './clouds.ts'
import { communityNames, groundOf } from './communities.ts'
import { baseline, type Group, type Measure, mixed, type Shape } from './shapes.ts'
import type { Stage } from './stage.ts'
import { tiesOf } from './ties.ts'

/** The map itself, from the ground up. */
export function drawingOf(stage: Stage, members: (size: number) => string, measure: Measure): Group {
  const { area, isFar } = stage
  const names = isFar ? communityNames(stage, members, measure) : namesOf(stage, measure)
  const layers: Group[] = [
    { is: 'group', name: 'ground', shapes: groundOf(stage) },
    cloudsOf(stage),
    ...(isFar
      ? []
      : [tiesOf(stage), ...cardsAndWays(stage), meetingsOf(stage), { is: 'group' as const, name: 'rings', shapes: ringsOf(stage) }]),
    names,
    cloudNames(stage, names.shapes, measure)
  ]
  return { is: 'group', name: 'map', clip: area, shapes: layers.filter(({ shapes }) => shapes.length > 0) }
}

/** The forms of cards are drawn in a square of 48; see ui/kinds.ts. */
const BOX = 48
/** In that square: the rim in the colour of the ground, and how wide the line of an open form is. */
const RIM = 7
const OPEN = 9

/** Cards, the largest first, so that none is hidden; those that are dimmed are below the ways. */
function cardsAndWays(stage: Stage): Group[] {
  const { seen, lit, picture } = stage
  const ordered = [...seen].sort((a, b) => (picture.sizes[b] as number) - (picture.sizes[a] as number) || a - b)
  const group = (name: string, entities: number[]): Group => ({
    is: 'group',
    name,
    shapes: entities.flatMap((entity) => card(entity, stage))
  })
  if (!lit) return [group('cards', ordered)]
  return [
    group(
      'cards-around',
      ordered.filter((entity) => !lit.entities.has(entity))
    ),
    waysOf(stage),
    group(
      'cards',
      ordered.filter((entity) => lit.entities.has(entity))
    )
  ]
}

/** A card in the form of its kind. */
function card(entity: number, { picture: { network, colours: groups }, spotOf, lit, colours }: Stage): Shape[] {
  const { x, y, radius } = spotOf(entity)
  const { form, open } = looks[typeAt(network, entity)]
  const own = colours.groups[groups.of[entity] as number] ?? colours.other
  const colour = lit && !lit.entities.has(entity) ? mixed(own, colours.paper, 0.82) : own
  const scale = (2 * radius) / BOX
  const title = nameAt(network, entity)
  const at = { x: x - radius, y: y - radius, scale }
  const fill = open ? colours.paper : colour
  const whole: Shape = { is: 'path', d: form, at, fill, stroke: colours.paper, width: RIM, isRim: true, title }
  if (!open) return [whole]
  // An open form is drawn by a line inside its edge: the same form, smaller by half the line.
  const inner = (BOX - OPEN) / BOX
  const within = { x: x - radius * inner, y: y - radius * inner, scale: scale * inner }
  return [whole, { is: 'path', d: form, at: within, fill: 'none', stroke: colour, width: OPEN, title }]
}

/** The ways found: the strongest in full, the others thin and broken, in the colour of what should happen. */
function waysOf({ picture: { ways }, spotOf, colours }: Stage): Group {
  const shapes = [...ways.entries()].reverse().map(
    ([rank, way]): Shape => ({
      is: 'path',
      d: way.map((entity, index) => `${index === 0 ? 'M' : 'L'}${Math.round(spotOf(entity).x)} ${Math.round(spotOf(entity).y)}`).join(''),
      ...(rank === 0 ? { width: 4 } : { width: 2, alpha: 0.55, dash: [6, 6] })
    })
  )
  return { is: 'group', name: 'ways', fill: 'none', stroke: colours.flame, shapes }
}

/** Suggested meetings, where one of the two is in sight: a broken bow, which is no tie. */
function meetingsOf({ picture: { ghosts }, seen, spotOf, colours }: Stage): Group {
  const isSeen = new Set(seen)
  const shapes = ghosts
    .filter(({ from, to }) => isSeen.has(from) || isSeen.has(to))
    .map(({ from, to }): Shape => {
      const points = bow(spotOf(from), spotOf(to))
      const d = points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('')
      return { is: 'path', d, width: 2.25, dash: GHOST_DASH }
    })
  return { is: 'group', name: 'meetings', fill: 'none', stroke: colours.flame, shapes }
}

/** Rings around what is chosen, and around those on the strongest way. */
function ringsOf({ picture: { selected, shown, ways }, spotOf, colours }: Stage): Shape[] {
  const ring =
    (stroke: string, width: number) =>
    (entity: number): Shape => {
      const { x, y, radius } = spotOf(entity)
      return { is: 'disc', x, y, radius: radius + 3 + width / 2, fill: 'none', stroke, width }
    }
  const isShown = (entity: number): boolean => shown.entities[entity] === 1
  return [
    ...[...selected].filter(isShown).map(ring(colours.ink, 2.5)),
    ...[...new Set(ways[0])].filter(isShown).map(ring(colours.flame, 2))
  ]
}

/** The names there is room for: those on a way or chosen, then their circles, then the others, the largest first. */
function namesOf({ picture, seen, spotOf, lit, area, colours }: Stage, measure: Measure): Group {
  const { network, sizes, selected, ways } = picture
  const first = new Set([...selected, ...ways.flat()])
  const rank = (entity: number): number => (first.has(entity) ? 0 : lit?.entities.has(entity) ? 1 : 2)
  const wanted = [...seen]
    .sort((a, b) => rank(a) - rank(b) || (sizes[b] as number) - (sizes[a] as number) || a - b)
    .map((entity): Wanted => ({ entity, isLit: rank(entity) < 2, ...spotOf(entity) }))
  const room = {
    left: area.left,
    top: area.top,
    right: area.left + area.width,
    bottom: area.top + area.height,
    most: Number.POSITIVE_INFINITY
  }
  const placed = placeNames(network, wanted, room, (text, hand) => measure(text, { ...hand, face: 'text' }))
  return {
    is: 'group',
    name: 'names',
    fill: colours.ink,
    stroke: colours.paper,
    width: 4,
    isRim: true,
    shapes: placed.map(({ text, x, y, size, weight, isLit }) => ({
      is: 'words',
      text,
      x,
      y: baseline(y, size),
      size,
      weight,
      face: 'text',
      ...(lit && !isLit && { alpha: 0.2 })
    }))
  }
}
