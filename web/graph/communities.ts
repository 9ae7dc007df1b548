import { CLOUD_ALPHA, CLOUD_ALPHA_DIMMED, FEWEST, reachOf, shortCommunity } from '../network/clouds.ts'
import type { Box, Spot } from './names.ts'
import type { Place } from './sight.ts'
import type { Stage } from './stage.ts'

/** How many bridges are drawn, of those with most ties. */
const MOST_BRIDGES = 90
/** The largest communities have the colours that they have in the legend. */
const colourOf = ({ palette }: Stage, { community }: Place): string => palette.communities[community.id] ?? palette.other

/** The ground that communities stand on, and the bridges between them: the wider, the more ties. */
export function drawGround(pen: CanvasRenderingContext2D, stage: Stage, places: Place[]): void {
  const byId = new Map(places.map((place) => [place.community.id, place]))
  const bridges = stage.picture.network.head.bridges.slice(0, MOST_BRIDGES)
  const most = Math.max(1, ...bridges.map(({ ties }) => ties))
  pen.lineCap = 'round'
  for (const { from, to, ties } of bridges) {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (!a || !b) continue
    pen.beginPath()
    pen.moveTo(a.x, a.y)
    pen.lineTo(b.x, b.y)
    pen.strokeStyle = stage.palette.soft
    pen.globalAlpha = 0.07 + 0.2 * Math.sqrt(ties / most)
    pen.lineWidth = 0.8 + 6 * Math.sqrt(ties / most)
    pen.stroke()
  }
  for (const place of places) {
    const { x, y, radius } = place
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.fillStyle = stage.palette.paper
    pen.globalAlpha = 0.85
    pen.fill()
    pen.fillStyle = colourOf(stage, place)
    pen.globalAlpha = stage.isFar ? 0.3 : 0.13
    pen.fill()
    pen.globalAlpha = 0.5
    pen.strokeStyle = colourOf(stage, place)
    pen.lineWidth = 1.25
    pen.stroke()
  }
  pen.globalAlpha = 1
}

/** The ground that the members of each community share, where colours tell communities: what of it is in one piece belongs together. */
export function drawClouds(pen: CanvasRenderingContext2D, stage: Stage, spotOf: (entity: number) => Spot, pixelsPerUnit: number): void {
  const { picture, palette, dim } = stage
  const { groups, of } = picture.colours
  const reach = reachOf(pixelsPerUnit)
  const paths = groups.map(() => new Path2D())
  for (const [entity, group] of of.entries()) {
    if (!picture.shown.entities[entity]) continue
    const { x, y, radius } = spotOf(entity)
    paths[group]?.moveTo(x + radius + reach, y)
    paths[group]?.arc(x, y, radius + reach, 0, 2 * Math.PI)
  }
  pen.globalAlpha = CLOUD_ALPHA + (CLOUD_ALPHA_DIMMED - CLOUD_ALPHA) * dim
  for (const [group, { key, count }] of groups.entries()) {
    if (key === '' || count < FEWEST) continue
    pen.fillStyle = palette.groups[group] as string
    pen.fill(paths[group] as Path2D)
  }
  pen.globalAlpha = 1
}

/** The middle and the upper edge of most of these: those far from the others have a ground of their own. */
function topOf(spots: Spot[]): { x: number; above: number } {
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number
  const [x, y] = [middle(spots.map(({ x }) => x)), middle(spots.map(({ y }) => y))]
  const far = (spot: Spot): number => Math.hypot(spot.x - x, spot.y - y)
  const near = spots.toSorted((a, b) => far(a) - far(b)).slice(0, Math.ceil(spots.length * 0.8))
  return { x, above: Math.min(...near.map(({ y }) => y)) }
}

/** Writes what each community is called above the ground it stands on; the boxes that this takes up. */
export function writeClouds(pen: CanvasRenderingContext2D, stage: Stage, spotOf: (entity: number) => Spot, room: Box): Box[] {
  const { picture, palette, dim } = stage
  const { groups, of } = picture.colours
  const members = groups.map((): Spot[] => [])
  for (const [entity, group] of of.entries()) if (picture.shown.entities[entity]) members[group]?.push(spotOf(entity))
  const boxes: Box[] = []
  pen.font = nameFont(15)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 5
  pen.strokeStyle = palette.paper
  pen.fillStyle = palette.ink
  pen.globalAlpha = 1 - 0.75 * dim
  for (const [group, { key, name }] of groups.entries()) {
    const spots = members[group] as Spot[]
    if (key === '' || !name || spots.length < FEWEST) continue
    const text = shortCommunity(name)
    const half = pen.measureText(text).width / 2 + 5
    const { x, above } = topOf(spots)
    const [left, y] = [Math.min(Math.max(x - half, room.left), room.right - 2 * half), Math.max(above - 20, room.top + 12)]
    const box: Box = { left, right: left + 2 * half, top: y - 11, bottom: y + 11 }
    if (boxes.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom))
      continue
    boxes.push(box)
    pen.strokeText(text, left + half, y)
    pen.fillText(text, left + half, y)
  }
  pen.textAlign = 'start'
  pen.globalAlpha = 1
  return boxes
}

interface Line {
  text: string
  font: string
  height: number
  colour: string
}

const nameFont = (size: number): string => `650 ${size}px "Bricolage Grotesque", "Bricolage Stand-in", sans-serif`
const countFont = (size: number): string => `500 ${size}px "Instrument Sans", "Instrument Stand-in", sans-serif`

/** A text in lines that are not wider than this, where a word is not; what has no room in so many lines is cut. */
function wrapped(pen: CanvasRenderingContext2D, text: string, widest: number, mostLines: number): string[] {
  const lines: string[] = []
  const words = text.split(' ')
  while (words.length > 0) {
    let line = words.shift() as string
    while (words[0] !== undefined && pen.measureText(`${line} ${words[0]}`).width <= widest) line += ` ${words.shift()}`
    if (lines.length === mostLines - 1 && words.length > 0) return [...lines, `${line}…`]
    lines.push(line)
  }
  return lines
}

/** Ways to call a community, the fullest first: each theme and member of its name in lines of its own, or the first alone. */
function callings(pen: CanvasRenderingContext2D, stage: Stage, { community, radius }: Place, members: (size: number) => string): Line[][] {
  const { ink, soft } = stage.palette
  const size = Math.round(Math.max(12, Math.min(19, 9 + radius / 8)))
  // Of a large one no wider than itself, so that neighbours have room for theirs.
  const widest = Math.max(88, radius * 1.8)
  const parts = community.name.split(' · ')
  const count: Line = { text: members(community.size), font: countFont(Math.max(11, size - 4)), height: size, colour: soft }
  const named = (size: number, parts: string[], widest: number, mostLines: number): Line[] => {
    pen.font = nameFont(size)
    return parts
      .flatMap((part) => wrapped(pen, part, widest, mostLines))
      .map((text) => ({ text, font: nameFont(size), height: size + 2, colour: ink }))
  }
  return [
    [...named(size, parts, widest, 2), count],
    [...named(size, parts.slice(0, 1), widest, 2), count],
    named(11, parts.slice(0, 1), widest - 16, 3)
  ]
}

/** Where in its community a name may stand, of the radius: in the middle, else above it or below. */
const OFF_MIDDLE = [0, -0.5, 0.5]

/** Writes what communities are called and how many they hold, largest first, none over another. */
export function writeCommunities(pen: CanvasRenderingContext2D, stage: Stage, places: Place[], members: (size: number) => string): void {
  const boxes: [left: number, top: number, right: number, bottom: number][] = []
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.strokeStyle = stage.palette.paper
  for (const place of places) {
    const { x, radius } = place
    const tries = callings(pen, stage, place, members).flatMap((lines) => OFF_MIDDLE.map((off) => ({ lines, y: place.y + off * radius })))
    for (const { lines, y } of tries) {
      const widths = lines.map(({ text, font }) => {
        pen.font = font
        return pen.measureText(text).width
      })
      const [half, height] = [Math.max(...widths) / 2 + 3, lines.reduce((sum, line) => sum + line.height, 0)]
      const box: [number, number, number, number] = [x - half, y - height / 2, x + half, y + height / 2]
      if (boxes.some(([left, top, right, bottom]) => box[0] < right && left < box[2] && box[1] < bottom && top < box[3])) continue
      boxes.push(box)
      let top = box[1]
      for (const { text, font, height, colour } of lines) {
        pen.font = font
        pen.lineWidth = 4
        pen.fillStyle = colour
        pen.strokeText(text, x, top + height / 2)
        pen.fillText(text, x, top + height / 2)
        top += height
      }
      break
    }
  }
  pen.textAlign = 'start'
}
