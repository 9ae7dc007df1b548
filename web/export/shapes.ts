/** How a shape is filled and drawn; what it leaves out it has from the group it is in. Lengths are in pixels of the sheet. */
export interface Ink {
  fill?: string
  stroke?: string
  width?: number
  dash?: readonly number[]
  /** How strong its colours are, 0 to 1. */
  alpha?: number
  /** Whether its line is below what fills it: a rim around it, of which half is seen. */
  isRim?: boolean
}

export interface Area {
  left: number
  top: number
  width: number
  height: number
}

/** Lines and surfaces, as the `d` of an SVG path says them. */
interface PathShape extends Ink {
  is: 'path'
  d: string
  /** Where its own origin is put, and how much larger it is drawn. */
  at?: { x: number; y: number; scale: number }
  /** What it stands for, told where one points at it. */
  title?: string
}

interface Disc extends Ink {
  is: 'disc'
  x: number
  y: number
  radius: number
  title?: string
}

/** The two faces of the pages. */
export type Face = 'display' | 'text'

/** One line of text; y is its baseline. A rim in the colour of the ground keeps it readable on what it crosses. */
export interface Words extends Ink {
  is: 'words'
  text: string
  x: number
  y: number
  size: number
  weight: number
  face: Face
  anchor?: 'start' | 'middle' | 'end'
}

export interface Group extends Ink {
  is: 'group'
  /** What its part of the sheet is called where it is edited. */
  name?: string
  /** Nothing of it is seen outside. */
  clip?: Area
  shapes: Shape[]
}

/** What a sheet is made of: the same shapes are written as SVG and painted for PNG. */
export type Shape = PathShape | Disc | Words | Group

/** A page with the map on it. */
export interface Sheet {
  width: number
  height: number
  /** Said to those who do not see it. */
  title: string
  about: string
  shapes: Shape[]
}

/** How wide a text is, in pixels. */
export type Measure = (text: string, hand: { size: number; weight: number; face: Face }) => number

/** Two decimals, as short as they can be written. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

/** The parts of a colour written #rrggbb, each 0 to 255. */
export const rgbOf = (colour: string): { r: number; g: number; b: number } => ({
  r: Number.parseInt(colour.slice(1, 3), 16),
  g: Number.parseInt(colour.slice(3, 5), 16),
  b: Number.parseInt(colour.slice(5, 7), 16)
})

/** Two colours mixed: `share` of the second. */
export function mixed(first: string, second: string, share: number): string {
  const [one, other] = [rgbOf(first), rgbOf(second)]
  const part = (of: 'r' | 'g' | 'b'): string =>
    Math.round(one[of] * (1 - share) + other[of] * share)
      .toString(16)
      .padStart(2, '0')
  return `#${part('r')}${part('g')}${part('b')}`
}

/** How far below the middle of a line its baseline is: half the height of most letters. */
const MIDDLE = 0.35
export const baseline = (middle: number, size: number): number => middle + size * MIDDLE
