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

/**
 * The colours that custom properties stand for here and now, or within a class, as #rrggbb: all asked of the page at once, which works
 * its styles out once.
 */
function coloursOf(properties: string[], within = ''): string[] {
  const probe = document.createElement('div')
  probe.className = within
  probe.hidden = true
  for (const property of properties) {
    const one = document.createElement('span')
    one.style.color = `var(${property})`
    probe.append(one)
  }
  document.body.append(probe)
  const colours = Array.from(probe.children, (one) => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(one).color.match(/[\d.]+/g) ?? []).map(Number)
    return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
  })
  probe.remove()
  return colours
}

const OWN = ['--paper', '--ink', '--soft', '--line', '--flame', '--group-other']
/** Communities that have a colour of their own, largest first. */
const COMMUNITIES = Array.from({ length: 10 }, (_, place) => `--group-${place + 1}`)

export function paletteOf({ groups }: Colours, within?: 'on-paper'): Palette {
  const colours = coloursOf([...OWN, ...COMMUNITIES, ...groups.map(({ colour }) => colour)], within)
  const [paper, ink, soft, line, flame, other] = colours as [string, string, string, string, string, string]
  const ofGroups = colours.slice(OWN.length + COMMUNITIES.length)
  return {
    paper,
    ink,
    soft,
    line,
    flame,
    communities: colours.slice(OWN.length, OWN.length + COMMUNITIES.length),
    other,
    groups: ofGroups,
    packed: Float32Array.from(ofGroups, floatColor)
  }
}

/** A colour as three shares of one, for a uniform. */
export function sharesOf(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number]
}
