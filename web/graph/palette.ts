import { floatColor } from 'sigma/utils'
import type { Colours } from '../network/colours.ts'

/** Colours of the page as they are now, in light or dark. */
export interface Palette {
  paper: string
  ink: string
  soft: string
  line: string
  flame: string
  /** The colours of communities, largest first; what has none of its own is `other`. */
  communities: string[]
  other: string
  /** The colour of each group of entities. */
  groups: string[]
  /** The same, as shaders take them. */
  packed: Float32Array
}

/** The colour that a custom property stands for here and now, as #rrggbb. */
function colourOf(property: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${property})`
  document.body.append(probe)
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number)
  probe.remove()
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** How many communities have a colour of their own. */
const COMMUNITIES = 9

export function paletteOf({ groups }: Colours): Palette {
  const colours = groups.map(({ colour }) => colourOf(colour))
  const [paper, ink, soft, line, flame] = ['--paper', '--ink', '--soft', '--line', '--flame'].map(colourOf) as [
    string,
    string,
    string,
    string,
    string
  ]
  return {
    paper,
    ink,
    soft,
    line,
    flame,
    communities: Array.from({ length: COMMUNITIES }, (_, place) => colourOf(`--group-${place + 1}`)),
    other: colourOf('--group-other'),
    groups: colours,
    packed: Float32Array.from(colours, floatColor)
  }
}

/** A colour as three shares of one, for a uniform. */
export function sharesOf(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number]
}
