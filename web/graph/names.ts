import { type Network, nameAt } from '../network/network.ts'

/** Where an entity is on the screen and how large, in pixels. */
export interface Spot {
  x: number
  y: number
  radius: number
}

/** What a name stands beside, and whether it is written whatever there is no room for. */
export interface Wanted extends Spot {
  entity: number
  isLit: boolean
  /** How many of its circle are not drawn: "+12" after its name. */
  more?: number
}

/** A part of the screen, in pixels. */
export interface Box {
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

/** How a name is written: its size in pixels and its weight. */
export interface Hand {
  size: number
  weight: number
}

const handOf = (radius: number, isLit: boolean): Hand => ({
  size: Math.round(Math.max(11.5, Math.min(17, 9 + radius * 0.55))),
  weight: isLit || radius > 9 ? 600 : 500
})
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

/** Where names may stand, and how many. */
export interface Room extends Box {
  most: number
}

const isIn = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom

/** What a form covers; a name may touch its corners. */
const around = ({ x, y, radius }: Spot): Box => {
  const half = radius * 0.75
  return { left: x - half, right: x + half, top: y - half, bottom: y + half }
}

/** A name where it is written: from the left, by its middle. */
export interface Placed extends Hand {
  text: string
  x: number
  y: number
  isLit: boolean
  /** What is said after it, and where that begins. */
  more?: { text: string; x: number; width: number } | undefined
}

/** Between a name and what is said after it, and around that. */
const GAP = 5
const PADDING = 5
export const MORE: Hand = { size: 11, weight: 600 }
const moreText = (more: number): string => `+${Math.min(more, 999)}`

/** Only the first ones may stand over the forms of others, where nothing else is free. */
const MOST_OVER_FORMS = 12

/**
 * The names there is room for, the largest entities first, what is lit before all: no name covers another or what is `written` already, nor,
 * but for the first ones, the form of somebody else. How many more there are around somebody is said with the name, or not at all.
 */
export function placeNames(
  network: Network,
  wanted: Wanted[],
  room: Room,
  widthOf: (text: string, hand: Hand) => number,
  written: Box[] = []
): Placed[] {
  const placed: Placed[] = []
  const [names, forms] = [new Taken(), new Taken()]
  for (const box of written) names.take(box)
  for (const form of wanted) forms.take(around(form))
  for (const spot of wanted) {
    if (placed.length >= room.most) break
    const { entity, isLit, radius, more = 0 } = spot
    if (radius < LEAST_RADIUS && !isLit) continue
    const text = short(nameAt(network, entity))
    if (!text) continue
    const hand = handOf(radius, isLit)
    const width = widthOf(text, hand)
    const pill = more > 0 ? widthOf(moreText(more), MORE) + 2 * PADDING : 0
    const free = places(spot, width + (pill && GAP + pill), hand.size).filter((place) => isIn(place, room) && names.isFree(place))
    const box = free.find((place) => forms.isFree(place)) ?? (isLit || placed.length < MOST_OVER_FORMS ? free[0] : undefined)
    if (!box) continue
    names.take(box)
    const after = pill ? { text: moreText(more), x: box.textX + width + GAP, width: pill } : undefined
    placed.push({ ...hand, text, x: box.textX, y: box.textY, isLit, more: after })
  }
  return placed
}
