import type { Place } from '../graph/sight.ts'
import { wrapped } from './set.ts'
import { baseline, type Face, type Group, type Measure, type Shape } from './shapes.ts'
import type { Stage } from './stage.ts'

/** How many bridges are drawn, of those with most ties. */
const MOST_BRIDGES = 90

/** Of an overview, what its communities stand on, and the bridges between them: the wider, the more ties. */
export function groundOf({ picture, communities, colours, isFar }: Stage): Shape[] {
  const byId = new Map(communities.map((place) => [place.community.id, place]))
  const bridges = picture.network.head.bridges.slice(0, communities.length > 0 ? MOST_BRIDGES : 0)
  const most = Math.max(1, ...bridges.map(({ ties }) => ties))
  return [
    ...bridges.flatMap(({ from, to, ties }): Shape[] => {
      const [a, b] = [byId.get(from), byId.get(to)]
      if (!a || !b) return []
      const share = Math.sqrt(ties / most)
      const d = `M${Math.round(a.x)} ${Math.round(a.y)}L${Math.round(b.x)} ${Math.round(b.y)}`
      return [{ is: 'path', d, fill: 'none', stroke: colours.soft, alpha: 0.07 + 0.2 * share, width: 0.8 + 6 * share }]
    }),
    ...communities.flatMap(({ x, y, radius, community }): Shape[] => {
      const colour = colours.communities[community.id] ?? colours.other
      const disc = { is: 'disc' as const, x, y, radius, title: community.name }
      return [
        { ...disc, fill: colours.paper, alpha: 0.85 },
        { ...disc, fill: colour, alpha: isFar ? 0.3 : 0.13 },
        { ...disc, fill: 'none', stroke: colour, width: 1.25, alpha: 0.5 }
      ]
    })
  ]
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Line {
  text: string
  hand: { size: number; weight: number; face: Face }
  isName: boolean
}

interface Block {
  lines: Line[]
  width: number
  height: number
  isWhole: boolean
}

const LEADING = 1.14

/** A name in at most so many lines of at most this width, and below it how many there are. */
function blockOf(name: string, count: string, room: { width: number; size: number; most: number }, measure: Measure): Block {
  const { width, size, most } = room
  const display = { size, weight: 640, face: 'display' as const }
  const text = { size: Math.max(SMALL, Math.round(size * 0.8)), weight: 500, face: 'text' as const }
  const named = name.split(' · ').flatMap((part) => wrapped(part, width, most, (text) => measure(text, display)))
  const lines: Line[] = [...named.map((text) => ({ text, hand: display, isName: true })), { text: count, hand: text, isName: false }]
  return {
    lines,
    width: Math.max(...lines.map(({ text, hand }) => measure(text, hand))),
    height: lines.reduce((sum, { hand }) => sum + hand.size * LEADING, 0),
    isWhole: named.every((line) => !line.endsWith('…'))
  }
}

/** How large names are, and the smallest that is read on paper. */
const sizeIn = (radius: number): number => Math.max(10.5, Math.min(18, 8 + radius / 6))
const SMALL = 10
/** A name that no disc holds is this wide at least. */
const LEAST_WIDTH = 84

/**
 * What communities are called, the largest first, none over another: whole within its disc, smaller if it must, else in three lines wherever
 * there is room around it. On paper nobody comes nearer to read the rest.
 */
export function communityNames({ communities, colours }: Stage, members: (size: number) => string, measure: Measure): Group {
  const taken: Box[] = []
  const placed = ({ community, x, y, radius }: Place): Shape[] => {
    const size = sizeIn(radius)
    const set = (width: number, size: number, most: number) =>
      blockOf(community.name, members(community.size), { width, size, most }, measure)
    const within = [set(1.7 * radius, size, 4), set(1.75 * radius, Math.max(SMALL, size * 0.8), 5), set(1.75 * radius, SMALL, 7)].find(
      ({ isWhole, height }) => isWhole && height < 1.8 * radius
    )
    const block = within ?? set(Math.max(LEAST_WIDTH, 1.9 * radius), Math.max(SMALL, size * 0.8), 3)
    const middle = [0, 0.75, -0.75].map((share) => y + share * radius).find((y) => isFree(boxOf(block, x, y), taken))
    if (middle === undefined) return []
    taken.push(boxOf(block, x, middle))
    let top = middle - block.height / 2
    return block.lines.map(({ text, hand, isName }): Shape => {
      const lineY = top + (hand.size * LEADING) / 2
      top += hand.size * LEADING
      return { is: 'words', text, x, y: baseline(lineY, hand.size), ...hand, anchor: 'middle', fill: isName ? colours.ink : colours.soft }
    })
  }
  return { is: 'group', name: 'names', stroke: colours.paper, width: 3.5, isRim: true, shapes: communities.flatMap(placed) }
}

const boxOf = ({ width, height }: Block, x: number, y: number): Box => ({
  left: x - width / 2 - 3,
  right: x + width / 2 + 3,
  top: y - height / 2,
  bottom: y + height / 2
})

const isFree = (box: Box, taken: Box[]): boolean =>
  taken.every((other) => box.left >= other.right || other.left >= box.right || box.top >= other.bottom || other.top >= box.bottom)
