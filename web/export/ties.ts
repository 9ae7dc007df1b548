import { drawingOf, type Line, lines, sortOf } from '../network/lines.ts'
import { relationAt } from '../network/network.ts'
import type { Group, Ink } from './shapes.ts'
import type { Stage } from './stage.ts'

/** A tie that is in sight, before it is known how strong all of them are drawn. */
interface Drawn {
  from: Point
  to: Point
  colours: [first: string, last: string]
  line: Line
  width: number
  alpha: number
}

/** Above so much ink, of what would cover the map once, every line is drawn paler: so many upon each other would be one blot. */
const MOST_INK = 0.3

/** Ties in the line of their sort, each half in the colour of its end: two halves cost less than a gradient for each. */
export function tiesOf(stage: Stage): Group {
  const { area, picture, scale } = stage
  const { width, curve } = drawingOf(picture.network)
  const usual = width / Math.max(0.6, Math.min(1 / scale, 1.2))
  const ties = drawnIn(stage, usual)
  const ink = ties.reduce((sum, { from, to, width, alpha }) => sum + Math.hypot(to.x - from.x, to.y - from.y) * width * alpha, 0)
  const paler = Math.min(1, (MOST_INK * area.width * area.height) / Math.max(1, ink))
  const alike = new Map<string, Ink & { pieces: string[] }>()
  const draw = (ink: Ink, piece: string): void => {
    const key = `${ink.stroke} ${ink.width} ${ink.alpha} ${ink.dash}`
    const known = alike.get(key)
    if (known) known.pieces.push(piece)
    else alike.set(key, { ...ink, pieces: [piece] })
  }
  for (const { from, to, colours, line, width, alpha } of ties) {
    const ink: Ink = {
      width: hundredth(width),
      alpha: hundredth(alpha * paler),
      ...(line.dash && { dash: line.dash.map((length) => hundredth(length * usual)) })
    }
    const [first, last] = colours
    // It bends to the left of where it goes.
    const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * curve, y: (from.y + to.y) / 2 - (to.x - from.x) * curve }
    if (first === last) draw({ ...ink, stroke: first }, bent(from, bend, to))
    else {
      const [near, far] = [middle(from, bend), middle(bend, to)]
      draw({ ...ink, stroke: first }, bent(from, near, middle(near, far)))
      draw({ ...ink, stroke: last }, bent(middle(near, far), far, to))
    }
  }
  const shapes = [...alike.values()].map(
    ({ pieces, ...ink }): Group => ({ is: 'group', ...ink, shapes: pieces.map((d) => ({ is: 'path', d })) })
  )
  return { is: 'group', name: 'ties', fill: 'none', shapes }
}

/** The ties that cross the map's part of the sheet, in the strength that they have on the screen. */
function drawnIn({ picture, colours, spotOf, lit, area }: Stage, usual: number): Drawn[] {
  const { network, shown, colours: groups } = picture
  const drawing = drawingOf(network)
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const colourOf = (entity: number): string => colours.groups[groups.of[entity] as number] ?? colours.other
  const drawn: Drawn[] = []
  for (let tie = 0; tie < network.relations.length; tie++) {
    if (!shown.ties[tie]) continue
    const [start, end] = [network.starts[tie] as number, network.ends[tie] as number]
    const [from, to] = [spotOf(start), spotOf(end)]
    if (Math.max(from.x, to.x) < area.left || Math.min(from.x, to.x) > right) continue
    if (Math.max(from.y, to.y) < area.top || Math.min(from.y, to.y) > bottom) continue
    const line = lines[sortOf[relationAt(network, tie)]]
    const isLit = lit?.ties.has(tie) ?? false
    const strength = line.alpha * (network.communities[start] === network.communities[end] ? drawing.inside : drawing.between)
    drawn.push({
      from,
      to,
      colours: [colourOf(start), colourOf(end)],
      line,
      width: Math.max(line.width * usual, 0.6) * (isLit ? 1.7 : 1),
      alpha: lit ? (isLit ? Math.min(1, strength * 1.9 + 0.2) : strength * 0.13) : strength
    })
  }
  return drawn
}

interface Point {
  x: number
  y: number
}

const hundredth = (value: number): number => Math.round(value * 100) / 100
const tenth = (value: number): string => String(Math.round(value * 10) / 10)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const said = ({ x, y }: Point): string => `${tenth(x)} ${tenth(y)}`
const bent = (from: Point, bend: Point, to: Point): string => `M${said(from)}Q${said(bend)} ${said(to)}`
