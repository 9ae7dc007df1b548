import type { Community } from '#contract/network.ts'
import type { Stage } from './stage.ts'

/** Where a community is on the screen, in pixels. */
export interface Place {
  community: Community
  x: number
  y: number
  radius: number
}

/** How many bridges are drawn, of those with most ties. */
const MOST_BRIDGES = 90
/** A name's line is about as wide as its community, if not shorter than can be read. */
function short(name: string, radius: number): string {
  const longest = Math.max(14, Math.min(30, Math.round(radius / 3)))
  return name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name
}

/** The largest communities have the colours that they have in the legend. */
const colourOf = ({ palette }: Stage, rank: number): string => palette.communities[rank] ?? palette.other

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
  for (const [rank, { x, y, radius }] of places.entries()) {
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.fillStyle = stage.palette.paper
    pen.globalAlpha = 0.85
    pen.fill()
    pen.fillStyle = colourOf(stage, rank)
    pen.globalAlpha = stage.isFar ? 0.3 : 0.13
    pen.fill()
    pen.globalAlpha = 0.5
    pen.strokeStyle = colourOf(stage, rank)
    pen.lineWidth = 1.25
    pen.stroke()
  }
  pen.globalAlpha = 1
}

interface Line {
  text: string
  font: string
}

function widthOf(pen: CanvasRenderingContext2D, { text, font }: Line): number {
  pen.font = font
  return pen.measureText(text).width
}

/** Writes what communities are called and how many they hold, largest first, none over another. */
export function writeCommunities(pen: CanvasRenderingContext2D, stage: Stage, places: Place[], members: (size: number) => string): void {
  const boxes: [left: number, top: number, right: number, bottom: number][] = []
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.strokeStyle = stage.palette.paper
  for (const { community, x, y, radius } of places) {
    const size = Math.round(Math.max(12, Math.min(20, 9 + radius / 7)))
    const lines: Line[] = [
      ...community.name
        .split(' · ')
        .map((text) => ({ text: short(text, radius), font: `650 ${size}px "Bricolage Grotesque", "Bricolage Stand-in", sans-serif` })),
      { text: members(community.size), font: `500 ${Math.max(11, size - 4)}px "Instrument Sans", "Instrument Stand-in", sans-serif` }
    ]
    const width = Math.max(...lines.map((line) => widthOf(pen, line)))
    const height = lines.length * (size + 3)
    const box: [number, number, number, number] = [x - width / 2 - 4, y - height / 2, x + width / 2 + 4, y + height / 2]
    if (boxes.some(([left, top, right, bottom]) => box[0] < right && left < box[2] && box[1] < bottom && top < box[3])) continue
    boxes.push(box)
    for (const [index, { text, font }] of lines.entries()) {
      pen.font = font
      pen.lineWidth = 4
      pen.fillStyle = index === lines.length - 1 ? stage.palette.soft : stage.palette.ink
      const lineY = y + (index - (lines.length - 1) / 2) * (size + 3)
      pen.strokeText(text, x, lineY)
      pen.fillText(text, x, lineY)
    }
  }
  pen.textAlign = 'start'
}
