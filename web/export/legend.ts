import { kinds, types } from '#contract/vocabulary/kinds.ts'
import type { Language } from '#contract/vocabulary/words.ts'
import { number } from '../spoken.ts'
import type { Say } from '../language.ts'
import { GHOST_DASH } from '../graph/ghosts.ts'
import { mapWords } from '../map/words.ts'
import { meetWords } from '../meet/words.ts'
import type { Colouring } from '../network/colours.ts'
import { lines, type Sort, sortOf, sorts } from '../network/lines.ts'
import { relationAt, typeAt } from '../network/network.ts'
import type { Centrality } from '../network/sizes.ts'
import { looks } from '../ui/kinds.ts'
import type { Stage } from './stage.ts'
import type { Shape } from './shapes.ts'
import { exportWords } from './words.ts'

/** What a colour, a form or a line on the sheet says, and how many there are. */
interface Entry {
  /** Drawn around this point. */
  sign: (x: number, y: number) => Shape[]
  name: string
  count?: string
}

export interface Section {
  title: string
  entries: Entry[]
}

/** How the map is to be read, as the view was when it was taken. */
export interface Reading {
  colouring: Colouring
  centrality: Centrality
  language: Language
  say: Say
}

/** What is told of the part of the map on the sheet, and nothing that is not on it. */
export function legendOf(stage: Stage, reading: Reading): Section[] {
  const { picture, isFar } = stage
  const sections = isFar
    ? [communitiesIn(stage, reading)]
    : [
        ...(reading.colouring === 'kind' ? [] : [groupsIn(stage, reading)]),
        kindsIn(stage, reading),
        sortsIn(stage, reading),
        sizesIn(stage, reading),
        ...(picture.ways.length > 0 ? [waysIn(stage, reading)] : []),
        meetingsIn(stage, reading)
      ]
  return sections.filter(({ entries }) => entries.length > 0)
}

const disc =
  (fill: string, radius = 7) =>
  (x: number, y: number): Shape[] => [{ is: 'disc', x, y, radius, fill }]

const stroke =
  (colour: string, width: number, dash?: readonly number[], alpha = 1) =>
  (x: number, y: number): Shape[] => [
    { is: 'path', d: `M${x - 11} ${y}H${x + 11}`, fill: 'none', stroke: colour, width, alpha, ...(dash && { dash }) }
  ]

function communitiesIn({ picture: { network }, colours }: Stage, { say, language }: Reading): Section {
  const { communities } = network.head
  const largest = communities.slice(0, colours.communities.length)
  const others = communities.slice(colours.communities.length).reduce((sum, { size }) => sum + size, 0)
  return {
    title: say(exportWords.communities),
    entries: [
      ...largest.map(({ name, size }, rank) => ({ sign: disc(colours.communities[rank] as string), name, count: number(size, language) })),
      ...(others > 0 ? [{ sign: disc(colours.other), name: say(mapWords.others), count: number(others, language) }] : []),
      { sign: stroke(colours.soft, 4, undefined, 0.3), name: say(exportWords.bridges) }
    ]
  }
}

function groupsIn({ picture: { colours: groups }, colours, seen }: Stage, { colouring, say, language }: Reading): Section {
  const counts = groups.groups.map(() => 0)
  for (const entity of seen) counts[groups.of[entity] as number] = (counts[groups.of[entity] as number] as number) + 1
  const there = groups.groups
    .map((group, place) => ({ ...group, count: counts[place] as number, fill: colours.groups[place] as string }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.count - a.count)
  return {
    title: say(mapWords.colours[colouring]),
    entries: there.map(({ key, name, count, fill }) => ({
      sign: disc(fill),
      name: key === '' ? say(mapWords.others) : (name ?? key),
      count: number(count, language)
    }))
  }
}

function kindsIn({ picture: { network, colours: groups }, colours, seen }: Stage, { colouring, say, language }: Reading): Section {
  const counts = new Map<string, number>()
  for (const entity of seen) counts.set(typeAt(network, entity), (counts.get(typeAt(network, entity)) ?? 0) + 1)
  const colourOf = (type: string): string => {
    const place = groups.groups.findIndex(({ key }) => key === type)
    return colouring === 'kind' && place >= 0 ? (colours.groups[place] as string) : colours.soft
  }
  return {
    title: say(mapWords.colours.kind),
    entries: types.flatMap((type) => {
      const count = counts.get(type)
      if (!count) return []
      const { form, open } = looks[type]
      const ink = open ? { fill: 'none', stroke: colourOf(type), width: 8 } : { fill: colourOf(type) }
      const sign = (x: number, y: number): Shape[] => [{ is: 'path', d: form, at: { x: x - 8, y: y - 8, scale: 16 / 48 }, ...ink }]
      return [{ sign, name: say(kinds[type].plural), count: number(count, language) }]
    })
  }
}

function sortsIn({ picture: { network, shown }, colours, seen }: Stage, { say, language }: Reading): Section {
  const isSeen = new Set(seen)
  const counts = new Map<Sort, number>()
  for (let tie = 0; tie < network.relations.length; tie++) {
    if (!shown.ties[tie] || !(isSeen.has(network.starts[tie] as number) || isSeen.has(network.ends[tie] as number))) continue
    const sort = sortOf[relationAt(network, tie)]
    counts.set(sort, (counts.get(sort) ?? 0) + 1)
  }
  return {
    title: say(mapWords.lines),
    entries: sorts.flatMap((sort) => {
      const count = counts.get(sort)
      if (!count) return []
      const { dash, width, alpha } = lines[sort]
      const sign = stroke(colours.ink, 0.6 + width, dash, Math.max(alpha, 0.4) * 0.8)
      return [{ sign, name: say(mapWords.sorts[sort]), count: number(count, language) }]
    })
  }
}

function sizesIn({ colours }: Stage, { centrality, say }: Reading): Section {
  const sign = (x: number, y: number): Shape[] => [...disc(colours.soft, 3)(x - 8, y), ...disc(colours.soft, 7)(x + 4, y)]
  return { title: say(mapWords.size), entries: [{ sign, name: say(exportWords.sizes[centrality]) }] }
}

function waysIn({ picture: { ways }, colours }: Stage, { say }: Reading): Section {
  return {
    title: say(exportWords.ways),
    entries: [
      { sign: stroke(colours.flame, 4), name: say(exportWords.bestWay) },
      ...(ways.length > 1 ? [{ sign: stroke(colours.flame, 2, [6, 6], 0.55), name: say(exportWords.otherWays) }] : [])
    ]
  }
}

function meetingsIn({ picture: { ghosts }, seen, colours }: Stage, { say, language }: Reading): Section {
  const isSeen = new Set(seen)
  const count = ghosts.filter(({ from, to }) => isSeen.has(from) || isSeen.has(to)).length
  const entry: Entry = { sign: stroke(colours.flame, 2.25, GHOST_DASH), name: say(meetWords.ghosts), count: number(count, language) }
  return { title: say(meetWords.meet), entries: count > 0 ? [entry] : [] }
}
