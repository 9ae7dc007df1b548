import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { entityCount, otherEnd, type Projection, typeAt } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { type Acquainted, circleOf, circleSize } from './acquainted.ts'
import type { Ground } from './ground.ts'
import { saidOf } from './said.ts'

const ABOUT = relationNames.indexOf('ABOUT' satisfies RelationName)

/** A theme that is spoken of, and who says to know about it. */
export interface LoneTheme {
  theme: number
  projects: number[]
  needs: number[]
  /** The only one, where there is one. */
  person?: number
}

/** A programme that no project is tied to, and those that have most in common with it. */
export interface UnusedProgram {
  program: number
  themes: number[]
  projects: number[]
}

/** Two communities that a theme joins and nobody. */
export interface Gap {
  theme: number
  from: number
  to: number
  /** Those of each who have the theme, people first. */
  ours: number[]
  theirs: number[]
  /** Somebody who is acquainted with the first of both, where there is one. */
  between?: number
}

/** The smallest community that is one for others. */
export const SMALLEST_COMMUNITY = 4
const LEAST_SPOKEN_OF = 2
/** Those of a community who have a theme, of whom so many are tried for an acquaintance in common. */
const MOST_TRIED = 8
const holding = ['person', 'project', 'organization', 'program'] as const satisfies EntityType[]
/** A theme of more communities than these tells nothing of two of them. */
const MOST_SHARING = 60

/** Who has a theme, by kind. */
function holdersOf(projection: Projection, theme: number, asOf: number): Partial<Record<EntityType, number[]>> {
  const holders: Partial<Record<EntityType, number[]>> = {}
  const { incident, incidentOffsets, relations, ends } = projection
  const seen = new Set<number>()
  for (let i = incidentOffsets[theme] as number; i < (incidentOffsets[theme + 1] as number); i++) {
    const tie = incident[i] as number
    const holder = otherEnd(projection, tie, theme)
    if (relations[tie] !== ABOUT || ends[tie] !== theme || seen.has(holder) || !isKnown(projection, tie, asOf)) continue
    seen.add(holder)
    const type = typeAt(projection, holder)
    const list = holders[type] ?? []
    holders[type] = list
    list.push(holder)
  }
  return holders
}

const ofType = (projection: Projection, type: EntityType): number[] =>
  Array.from({ length: entityCount(projection) }, (_, entity) => entity).filter((entity) => typeAt(projection, entity) === type)

/** Themes of which projects and needs speak and about which nobody, or one person alone, says to know: the most spoken of first. */
export function loneThemes(projection: Projection, asOf: number): LoneTheme[] {
  const found = ofType(projection, 'theme').flatMap((theme): LoneTheme[] => {
    const { person: people = [], project: projects = [], need: needs = [] } = holdersOf(projection, theme, asOf)
    if (people.length > 1 || projects.length + needs.length < LEAST_SPOKEN_OF) return []
    return [{ theme, projects, needs, ...(people[0] !== undefined && { person: people[0] }) }]
  })
  const spoken = ({ projects, needs, person }: LoneTheme): number => projects.length + needs.length - (person === undefined ? 0 : 1)
  return found.sort((a, b) => spoken(b) - spoken(a) || a.theme - b.theme)
}

/** Programmes to which no project is tied, those first that share themes with most of them. */
export function unusedPrograms(projection: Projection, asOf: number): UnusedProgram[] {
  const found = ofType(projection, 'program').flatMap((program): UnusedProgram[] => {
    const { tied, themes } = saidOf(projection, program, asOf)
    if (tied.some((other) => typeAt(projection, other) === 'project')) return []
    const shared = new Map<number, number>()
    for (const theme of themes)
      for (const project of holdersOf(projection, theme, asOf).project ?? []) shared.set(project, (shared.get(project) ?? 0) + 1)
    return [{ program, themes, projects: [...shared].sort(([a, one], [b, two]) => two - one || a - b).map(([project]) => project) }]
  })
  return found.sort((a, b) => b.projects.length - a.projects.length || a.program - b.program)
}

/** Communities that have a theme in common, and of whom nobody is acquainted with anybody: each two once, each theme once. */
export function gapsOf({ projection, acquainted, map: { community }, crossings, opennesses, asOf }: Ground, most: number): Gap[] {
  const key = (from: number, to: number): number => from * opennesses.length + to
  const crossed = new Set(crossings.map(({ from, to }) => key(from, to)))
  const found: (Gap & { weight: number })[] = []
  for (const theme of ofType(projection, 'theme')) {
    const byCommunity = new Map<number, number[]>()
    const holders = holdersOf(projection, theme, asOf)
    for (const holder of holding.flatMap((type) => holders[type] ?? [])) {
      const home = community[holder] as number
      const list = byCommunity.get(home) ?? []
      byCommunity.set(home, list)
      list.push(holder)
    }
    const homes = [...byCommunity].filter(([home]) => (opennesses[home]?.people ?? 0) >= SMALLEST_COMMUNITY)
    if (homes.length > MOST_SHARING) continue
    for (const [from, ours] of homes)
      for (const [to, theirs] of homes)
        if (from < to && !crossed.has(key(from, to)))
          found.push({ theme, from, to, ours, theirs, weight: Math.min(ours.length, theirs.length) })
  }
  const taken = new Set<string>()
  return found
    .sort((a, b) => b.weight - a.weight || a.theme - b.theme || a.from - b.from || a.to - b.to)
    .filter(({ theme, from, to }) => {
      const marks = [`${theme}`, `${from} ${to}`]
      return !marks.some((mark) => taken.has(mark)) && marks.every((mark) => taken.add(mark))
    })
    .slice(0, most)
    .map(({ theme, from, to, ours, theirs }) => {
      // Whoever knows most of their own can tell most of them.
      const known = (a: number, b: number): number => circleSize(acquainted, b) - circleSize(acquainted, a) || a - b
      return introduced(acquainted, { theme, from, to, ours: ours.toSorted(known), theirs: theirs.toSorted(known) })
    })
}

/** Puts first those of both communities whom somebody else is acquainted with, where there are such. */
function introduced(acquainted: Acquainted, gap: Gap): Gap {
  const first = (list: readonly number[], one: number): number[] => [one, ...list.filter((other) => other !== one)]
  for (const one of gap.ours.slice(0, MOST_TRIED)) {
    const circle = new Set(circleOf(acquainted, one))
    for (const other of gap.theirs.slice(0, MOST_TRIED)) {
      const between = circleOf(acquainted, other).find((person) => circle.has(person))
      if (between !== undefined) return { ...gap, ours: first(gap.ours, one), theirs: first(gap.theirs, other), between }
    }
  }
  return gap
}
