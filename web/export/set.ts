import type { Colours } from './stage.ts'
import type { Section } from './legend.ts'
import { baseline, type Measure, type Shape } from './shapes.ts'

/** A part of a legend: how high it is, and its shapes once it is known where it stands. */
export interface Column {
  height: number
  at(left: number, top: number): Shape[]
}

const NAME = { size: 14, weight: 450, face: 'text' as const }
const COUNT = { ...NAME, size: 13 }
const TITLE = { size: 15, weight: 650, face: 'display' as const }
/** Where names begin, beside their signs, and how much of the width counts take. */
const INDENT = 34
const COUNTS = 46
const LEADING = 17

/** Sets sections of a legend below each other, `row` pixels from one entry to the next. */
export function columnOf(sections: Section[], width: number, row: number, colours: Colours, measure: Measure): Column {
  const placed: ((left: number, top: number) => Shape[])[] = []
  let y = 0
  for (const [place, { title, entries }] of sections.entries()) {
    if (place > 0) y += row * 0.6
    const titleY = y + TITLE.size
    placed.push((left, top) => [{ is: 'words', text: title, x: left, y: top + titleY, ...TITLE, fill: colours.ink }])
    y = titleY + 10
    for (const { sign, name, count } of entries) {
      const lines = wrapped(name, width - INDENT - (count ? COUNTS : 0), 4, (text) => measure(text, NAME))
      const middle = y + row / 2
      placed.push((left, top) => [
        ...sign(left + 12, top + middle),
        ...lines.map((text, line): Shape => {
          const lineY = top + baseline(middle, NAME.size) + line * LEADING
          return { is: 'words', text, x: left + INDENT, y: lineY, ...NAME, fill: colours.ink }
        }),
        ...(count
          ? [
              {
                is: 'words' as const,
                text: count,
                x: left + width,
                y: top + baseline(middle, COUNT.size),
                ...COUNT,
                anchor: 'end' as const,
                fill: colours.soft
              }
            ]
          : [])
      ])
      y += row + (lines.length > 1 ? (lines.length - 1) * LEADING + 2 : 0)
    }
  }
  return {
    height: y,
    at: (left, top) => placed.flatMap((shapes) => shapes(left, top))
  }
}

/** A text in lines of at most this width; what does not fit into `most` of them ends in an ellipsis. */
export function wrapped(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`
  return kept.map((line) => cut(line, width, widthOf))
}

/** A line that is one word too long for its place. */
function cut(line: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(line) <= width) return line
  const letters = [...line]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('')}…`
}
