import { nameAt } from '../network/network.ts'
import type { Stage } from './stage.ts'

/** Where an entity is on the screen and how large, in pixels. */
export interface Spot {
  x: number
  y: number
  radius: number
}

/** What a name stands beside, and whether it is written whatever there is no room for. */
interface Wanted extends Spot {
  entity: number
  isLit: boolean
  /** How many of its circle are not drawn: "+12" after its name. */
  more: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Smaller ones go without a name until one comes nearer. */
const LEAST_RADIUS = 4.2
const MARGIN = 3
const CELL = 64

/** The boxes that names take up, found again by the squares of the screen that they touch. */
class Taken {
  private readonly cells = new Map<number, Box[]>()

  private *touched({ left, top, right, bottom }: Box): Iterable<number> {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) yield row * 4096 + column
  }

  isFree(box: Box): boolean {
    for (const cell of this.touched(box))
      for (const other of this.cells.get(cell) ?? [])
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false
    return true
  }

  take(box: Box): void {
    for (const cell of this.touched(box)) {
      const boxes = this.cells.get(cell)
      if (boxes) boxes.push(box)
      else this.cells.set(cell, [box])
    }
  }
}

/** The longest name that is written whole. */
const LONGEST = 34
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name)

const fontOf = (radius: number, isLit: boolean): { size: number; font: string } => {
  const size = Math.round(Math.max(11.5, Math.min(17, 9 + radius * 0.55)))
  return { size, font: `${isLit || radius > 9 ? 600 : 500} ${size}px "Instrument Sans", "Instrument Stand-in", sans-serif` }
}

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

/** Right of the form, left of it, above, below: the first that is free. */
function places({ x, y, radius }: Spot, width: number, size: number): (Box & { textX: number; textY: number })[] {
  const half = size / 2
  const beside = radius + 4
  const at = (textX: number, textY: number) => ({
    textX,
    textY,
    left: textX - MARGIN,
    right: textX + width + MARGIN,
    top: textY - half - MARGIN,
    bottom: textY + half + MARGIN
  })
  return [at(x + beside, y), at(x - beside - width, y), at(x - width / 2, y - radius - half - 3), at(x - width / 2, y + radius + half + 3)]
}

/** The largest are named even over the forms of others. */
const MOST_OVER_FORMS = 20

/** Where names may stand, and how many. */
interface Room extends Box {
  most: number
}

const isIn = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom

/** What a form covers; a name may touch its corners. */
const around = ({ x, y, radius }: Spot): Box => {
  const half = radius * 0.75
  return { left: x - half, right: x + half, top: y - half, bottom: y + half }
}

/**
 * Writes the names there is room for, the largest entities first, what is lit before all: no name covers another,
 * nor, but for the first ones, the form of somebody else.
 */
export function writeNames(pen: CanvasRenderingContext2D, stage: Stage, wanted: Wanted[], room: Room): void {
  const { palette, picture, dim } = stage
  const taken = new Taken()
  let written = 0
  let areFormsTaken = false
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  for (const spot of wanted) {
    if (written >= room.most) break
    const { entity, isLit, radius, more } = spot
    if (!isLit && !areFormsTaken && written >= MOST_OVER_FORMS) {
      areFormsTaken = true
      for (const form of wanted) taken.take(around(form))
    }
    const isTooSmall = radius < LEAST_RADIUS && !isLit
    const name = isTooSmall ? '' : short(nameAt(picture.network, entity))
    if (!name && more === 0) continue
    const { size, font } = fontOf(radius, isLit)
    pen.font = font
    const width = name && widthOf(pen, name)
    const pill = more > 0 ? widthOfMore(pen, more) : 0
    const free = (width: number): ReturnType<typeof places>[number] | undefined =>
      places(spot, width, size).find((place) => isIn(place, room) && taken.isFree(place))
    const whole = width ? free(width + (pill && GAP + pill)) : undefined
    const place = whole ?? (pill ? free(pill) : undefined)
    if (!place) continue
    taken.take(place)
    pen.globalAlpha = isLit ? 1 : 1 - 0.8 * dim
    if (whole && width) {
      written++
      pen.font = font
      pen.lineWidth = 4
      pen.strokeStyle = palette.paper
      pen.strokeText(name, place.textX, place.textY)
      pen.fillStyle = palette.ink
      pen.fillText(name, place.textX, place.textY)
    }
    if (pill) drawMore(pen, palette, more, place.textX + (whole && width ? width + GAP : 0), place.textY)
  }
  pen.globalAlpha = 1
}

/** Between a name and what is said after it. */
const GAP = 5
const MORE_FONT = '600 11px "Instrument Sans", "Instrument Stand-in", sans-serif'
const moreText = (more: number): string => `+${more > 999 ? '999' : more}`

function widthOfMore(pen: CanvasRenderingContext2D, more: number): number {
  pen.font = MORE_FONT
  return widthOf(pen, moreText(more)) + 10
}

/** "+12" in a pill: so many of its circle are not drawn. */
function drawMore(pen: CanvasRenderingContext2D, palette: Stage['palette'], more: number, left: number, middle: number): void {
  const width = widthOfMore(pen, more)
  pen.beginPath()
  pen.roundRect(left, middle - 8, width, 16, 8)
  pen.fillStyle = palette.paper
  pen.strokeStyle = palette.line
  pen.lineWidth = 1.5
  pen.fill()
  pen.stroke()
  pen.fillStyle = palette.soft
  pen.fillText(moreText(more), left + 5, middle + 0.5)
}

/** A ring around what is chosen or pointed at. */
export function drawRing(pen: CanvasRenderingContext2D, { x, y, radius }: Spot, colour: string, width: number): void {
  pen.beginPath()
  pen.arc(x, y, radius + 3 + width / 2, 0, 2 * Math.PI)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}
