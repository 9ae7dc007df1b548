import { type Box, type Hand, MORE, placeNames, type Room, type Spot, type Wanted } from './names.ts'
import type { Stage } from './stage.ts'

const fontOf = ({ size, weight }: Hand): string => `${weight} ${size}px "Instrument Sans", "Instrument Stand-in", sans-serif`

const widths = new Map<string, number>()
function widthOf(pen: CanvasRenderingContext2D, text: string): number {
  const key = `${pen.font} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    width = pen.measureText(text).width
    if (widths.size > 20_000) widths.clear()
    widths.set(key, width)
  }
  return width
}

/** Writes the names there is room for, and after each how many of its circle are not drawn. */
export function writeNames(
  pen: CanvasRenderingContext2D,
  { palette, picture, dim }: Stage,
  wanted: Wanted[],
  room: Room,
  written: Box[]
): void {
  const measured = (text: string, hand: Hand): number => {
    pen.font = fontOf(hand)
    return widthOf(pen, text)
  }
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  for (const { text, x, y, isLit, more, ...hand } of placeNames(picture.network, wanted, room, measured, written)) {
    pen.globalAlpha = isLit ? 1 : 1 - 0.8 * dim
    pen.font = fontOf(hand)
    pen.lineWidth = 4
    pen.strokeStyle = palette.paper
    pen.strokeText(text, x, y)
    pen.fillStyle = palette.ink
    pen.fillText(text, x, y)
    if (more) drawPill(pen, palette, more.text, more.x, y, more.width)
  }
  pen.globalAlpha = 1
}

/** "+12" in a pill. */
function drawPill(
  pen: CanvasRenderingContext2D,
  palette: Stage['palette'],
  text: string,
  left: number,
  middle: number,
  width: number
): void {
  pen.font = fontOf(MORE)
  pen.beginPath()
  pen.roundRect(left, middle - 8, width, 16, 8)
  pen.fillStyle = palette.paper
  pen.strokeStyle = palette.line
  pen.lineWidth = 1.5
  pen.fill()
  pen.stroke()
  pen.fillStyle = palette.soft
  pen.fillText(text, left + (width - widthOf(pen, text)) / 2, middle + 0.5)
}

/** A ring around what is chosen or pointed at. */
export function drawRing(pen: CanvasRenderingContext2D, { x, y, radius }: Spot, colour: string, width: number): void {
  pen.beginPath()
  pen.arc(x, y, radius + 3 + width / 2, 0, 2 * Math.PI)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}
