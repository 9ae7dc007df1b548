import { spokenDate, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import { mapWords } from '../map/words.ts'
import type { Frame, Picture } from '../network/picture.ts'
import { words } from '../words.ts'
import { type Code, codeOf } from './code.ts'
import { drawingOf } from './drawing.ts'
import { legendOf, type Reading, type Section } from './legend.ts'
import { type Column, columnOf, wrapped } from './set.ts'
import { type Area, baseline, type Group, type Measure, type Shape, type Sheet } from './shapes.ts'
import { type Colours, filledPart, frameOf, stageOf } from './stage.ts'
import { exportWords } from './words.ts'

/** What a sheet is made of. */
export interface SheetAsked extends Reading {
  picture: Picture
  title: string
  /** Months that the view is narrowed to, as its address holds them; empty where it is not. */
  years: { since: string; until: string }
  /** Where the view is found again. */
  address: string
  /** The day it is made, as YYYY-MM-DD. */
  date: string
  /** The part of the map that is looked at; left out, all that is shown. */
  seen?: Frame | undefined
  colours: Colours
  measure: Measure
}

/** A sheet has the proportions of A4 and A3, so that it fills the paper it is printed on. */
const LONG = 1414
const BROAD = 1000
const EDGE = 56
/** Beside the map, the legend; below, a line to say who made it. */
const LEGEND_WIDTH = 236
const GUTTER = 36
const FOOT = 44
const COLUMNS = 3
/** From one line of a legend to the next, where there is much room, and where there is little. */
const ROWS = [27, 25, 23, 21, 20, 19, 18, 17]
/** At the foot, the room of the name of the site, and of the day. */
const ASIDE = 152
/** The code of the address: as wide as a thumb is long on A4, read from an arm's length, and from a few steps on A3. */
const CODE = 132

/** Sets a view on a page: its title, the map, how to read it, and the day. */
export function sheetOf(asked: SheetAsked): Sheet {
  const { picture, colours, language, say, date } = asked
  const all = frameOf(picture)
  const seen = asked.seen && filledPart(asked.seen, all)
  const frame = seen ?? all
  const isTall = frame.right - frame.left < (frame.top - frame.bottom) * 0.85
  const [width, height] = isTall ? [BROAD, LONG] : [LONG, BROAD]
  const room = { left: EDGE, top: EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE - FOOT }
  const { map, counts } = (isTall ? tall : wide)(asked, room, seen)
  return {
    width,
    height,
    title: asked.title,
    about: say(exportWords.about)(counts, spokenDate(date, language)),
    shapes: [{ is: 'path', d: rectangle({ left: 0, top: 0, width, height }), fill: colours.paper }, ...map, footOf(asked, width, height)]
  }
}

interface Composed {
  map: Shape[]
  counts: string
}

/** The legend beside the map, as high as the sheet; below it the code or, where it leaves no room, in the corner of the map. */
function wide(asked: SheetAsked, room: Area, seen: Frame | undefined): Composed {
  const width = room.width - LEGEND_WIDTH - GUTTER
  const legendOf = (sections: Section[]): Column => {
    const fitting = ROWS.map((row) => columnOf(sections, LEGEND_WIDTH, row, asked.colours, asked.measure))
    const isFit = (height: number) => fitting.find((column) => column.height <= height)
    return isFit(room.height - CODE - GUTTER / 2) ?? isFit(room.height) ?? (fitting.at(-1) as Column)
  }
  const code = codeOf(asked.address)
  const setBelow = (isInCorner: boolean) => {
    const head = headOf(asked, isInCorner ? width - CODE - GUTTER : width)
    const top = isInCorner ? Math.max(head.bottom, room.top + CODE + GUTTER / 2) : head.bottom
    const { map, sections } = setUp(asked, { ...room, top, width, height: room.top + room.height - top }, seen)
    return { head, map, column: legendOf(sections) }
  }
  const below = setBelow(false)
  const isInCorner = code !== undefined && below.column.height > room.height - CODE - GUTTER / 2
  const { head, map, column } = isInCorner ? setBelow(true) : below
  const legend: Group = { is: 'group', name: 'legend', shapes: column.at(room.left + width + GUTTER, room.top) }
  const place = isInCorner
    ? { left: room.left + width - CODE, top: room.top }
    : { left: room.left + room.width - CODE, top: room.top + room.height - CODE }
  return { map: [...map, head.group, legend, ...codeAt(code, asked, place)], counts: head.counts }
}

/** The legend below the map, in columns. */
function tall(asked: SheetAsked, room: Area, seen: Frame | undefined): Composed {
  const code = codeOf(asked.address)
  const { bottom, ...head } = headOf(asked, room.width - (code ? CODE + GUTTER : 0))
  const top = code ? Math.max(bottom, room.top + CODE + GUTTER / 2) : bottom
  const whole = { ...room, top, height: room.top + room.height - top }
  const width = (room.width - (COLUMNS - 1) * GUTTER) / COLUMNS
  const setAbove = (legendHeight: number) => {
    const { map, sections } = setUp(asked, { ...whole, height: whole.height - legendHeight - GUTTER }, seen)
    const columns = inColumns(sections.map((section) => columnOf([section], width, 24, asked.colours, asked.measure)))
    return { map, columns, height: Math.max(0, ...columns.map(heightOf)) }
  }
  // How much there is to tell depends on how much of the map is seen, and that on how high the legend is: twice is enough to agree.
  let set = setAbove(0)
  for (let round = 0; round < 2; round++) set = setAbove(set.height)
  const { map, columns, height } = set
  const legend = columns.flatMap((column, place) => stacked(column, room.left + place * (width + GUTTER), room.top + room.height - height))
  return {
    map: [
      ...map,
      head.group,
      { is: 'group', name: 'legend', shapes: legend },
      ...codeAt(code, asked, { left: room.left + room.width - CODE, top: room.top })
    ],
    counts: head.counts
  }
}

/** The map on its part of the sheet, and what there is to say of it. A detail has an edge, where it goes on. */
function setUp(asked: SheetAsked, area: Area, seen: Frame | undefined): { map: Shape[]; sections: Section[] } {
  const { picture, colours, measure, say } = asked
  const stage = stageOf(picture, colours, area, seen)
  const drawing = drawingOf(stage, say(mapWords.members), measure)
  const edge: Shape = { is: 'path', d: rectangle(area), fill: 'none', stroke: colours.line, width: 1 }
  return { map: seen ? [drawing, edge] : [drawing], sections: legendOf(stage, asked) }
}

const rectangle = ({ left, top, width, height }: Area): string => `M${left} ${top}h${width}v${height}h${-width}z`

/** How much there is: of an overview, in the whole; of years, in them. */
function countsOf({ picture: { network, shown }, years, date, say, language }: SheetAsked): string {
  const { overview, matched } = network.head
  const [entities, ties] = overview ? [matched.entities, matched.ties] : [shown.entityCount, shown.tieCount]
  const counts = say(mapWords.count)(entities, ties)
  const span = spokenSpan({ ...(years.since && { from_date: years.since }), ...(years.until && { to_date: years.until }) }, language, date)
  return [counts, span, overview && say(exportWords.byCommunity)].filter(Boolean).join(' · ')
}

/** The title, and how much is on the sheet. */
function headOf(asked: SheetAsked, width: number): { group: Group; bottom: number; counts: string } {
  const { title, colours, measure } = asked
  const large = { size: 42, weight: 680, face: 'display' as const }
  const hand = measure(title, large) <= 1.6 * width ? large : { ...large, size: 30 }
  const lines = wrapped(title, width, 3, (text) => measure(text, hand))
  const counts = countsOf(asked)
  const top = EDGE + hand.size * 0.72
  const leading = hand.size * 1.12
  const under = top + (lines.length - 1) * leading + 32
  return {
    counts,
    bottom: Math.round(under + 22),
    group: {
      is: 'group',
      name: 'title',
      shapes: [
        ...lines.map((text, line): Shape => ({ is: 'words', text, x: EDGE, y: top + line * leading, ...hand, fill: colours.ink })),
        { is: 'words', text: counts, x: EDGE, y: under, size: 17, weight: 450, face: 'text', fill: colours.soft }
      ]
    }
  }
}

/** The address for the eye of a phone, with its upper left corner here. */
function codeAt(code: Code | undefined, { colours, say }: SheetAsked, { left, top }: Pick<Area, 'left' | 'top'>): Group[] {
  if (!code) return []
  const at = { x: left, y: top, scale: CODE / code.size }
  return [{ is: 'group', name: 'code', shapes: [{ is: 'path', d: code.d, at, fill: colours.ink, title: say(exportWords.code) }] }]
}

/** An address in lines of this width, broken wherever they end; of what takes more than these, nothing: half an address leads nowhere. */
function addressIn(address: string, most: number, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = ['']
  for (const letter of address.replace(/^https?:\/\//, '')) {
    if (widthOf(`${lines.at(-1)}${letter}`) > width) lines.push('')
    lines[lines.length - 1] += letter
  }
  return lines.length > most ? [] : lines
}

/** Who made it, where it is found again, and when. */
function footOf({ address, colours, date, language, say, measure }: SheetAsked, width: number, height: number): Group {
  const middle = height - EDGE
  const scale = 0.8
  const mark = { x: EDGE, y: middle - 10 * scale, scale }
  const text = { y: baseline(middle, 16), size: 16, face: 'text' as const, fill: colours.soft }
  const small = { size: 12, weight: 450, face: 'text' as const, fill: colours.soft }
  const lines = addressIn(address, 2, width - 2 * EDGE - 2 * ASIDE, (text) => measure(text, small))
  return {
    is: 'group',
    name: 'foot',
    shapes: [
      { is: 'path', d: `M${EDGE} ${middle - 22}H${width - EDGE}`, fill: 'none', stroke: colours.line, width: 1 },
      { is: 'path', d: 'M1 10a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM18.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z', at: mark, fill: colours.ink },
      {
        is: 'path',
        d: 'M30.5 3.5h4a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4z',
        at: mark,
        fill: 'none',
        stroke: colours.ink,
        width: 3
      },
      { is: 'words', text: say(words.site.name), x: EDGE + 40, ...text, weight: 650, face: 'display', fill: colours.ink },
      ...lines.map((text, line): Shape => {
        const lineY = middle + (line - (lines.length - 1) / 2) * 15
        return { is: 'words', text, x: EDGE + ASIDE, y: baseline(lineY, small.size), ...small }
      }),
      { is: 'words', text: spokenDate(date, language), x: width - EDGE, ...text, weight: 450, anchor: 'end' }
    ]
  }
}

const heightOf = (column: Column[]): number => column.reduce((sum, { height }) => sum + height + GUTTER / 2, -GUTTER / 2)

/** Parts of a legend side by side, each below the shortest so far. */
function inColumns(parts: Column[]): Column[][] {
  const columns: Column[][] = Array.from({ length: COLUMNS }, () => [])
  for (const part of parts) columns.reduce((shortest, one) => (heightOf(one) < heightOf(shortest) ? one : shortest)).push(part)
  return columns
}

function stacked(column: Column[], left: number, top: number): Shape[] {
  let y = top
  return column.flatMap((part) => {
    const shapes = part.at(left, y)
    y += part.height + GUTTER / 2
    return shapes
  })
}
