import { types } from '#contract/vocabulary/kinds.ts'
import type { Fact } from './fact.ts'
import type { Features } from './features.ts'
import { isCurrent } from './members.ts'
import { eachOf, rowSize } from './rows.ts'
import { sharedTerms, wordOf } from './terms.ts'
import { wordsAsWritten } from './written.ts'

const project = types.indexOf('project')
/** Below this cosine nothing is alike. */
export const LEAST_COSINE = 0.1
const MOST_WORDS = 4
/** A word that adds less than this share of what the first adds tells nothing. */
const TELLING = 0.15
/** A word that more than this share, and more than so many, have is not told: it says nothing of the two. */
const COMMON_SHARE = 0.1
const COMMON = 6
const SHORTEST = 4

/** The words that add most to how alike two are, as one of them wrote them. */
export function tellingWords({ projection, ground: { terms, members } }: Features, one: number, other: number): string[] {
  const speakers = terms.offsets.length - 1
  const shared = sharedTerms(terms, one, other).filter(({ term }) => {
    const holders = rowSize(terms.holderOffsets, term)
    return holders <= Math.max(COMMON, speakers * COMMON_SHARE) && wordOf(terms, term).length >= SHORTEST
  })
  const least = (shared[0]?.product ?? 0) * TELLING
  const sought = shared.filter(({ product }) => product >= least).slice(0, MOST_WORDS)
  return wordsAsWritten(
    projection,
    members,
    other,
    sought.map(({ term }) => wordOf(terms, term))
  )
}

/** The projects of an entity: itself where it is one. */
function projectsOf({ projection, ground: { members, asOf } }: Features, entity: number): { group: number; tie?: number }[] {
  if (projection.kinds[entity] === project) return [{ group: entity }]
  const found: { group: number; tie: number }[] = []
  eachOf(members.offsets, entity, (at) => {
    if (isCurrent(members.until[at] as number, asOf)) found.push({ group: members.others[at] as number, tie: members.ties[at] as number })
  })
  return found
}

/** So many projects of each are held against each other. */
const MOST_PROJECTS = 12

/** The two present projects, one of each, that are most alike by their texts. */
export function alikeProjects(features: Features, one: number, other: number): Fact | undefined {
  const { terms } = features.ground
  let best: { fact: Fact; cosine: number } | undefined
  const theirs = projectsOf(features, other)
    .sort((a, b) => features.cosine(b.group) - features.cosine(a.group) || a.group - b.group)
    .slice(0, MOST_PROJECTS)
  for (const mine of projectsOf(features, one).slice(0, MOST_PROJECTS)) {
    for (const their of theirs) {
      if (mine.group === their.group) continue
      const shared = sharedTerms(terms, mine.group, their.group)
      const cosine = shared.reduce((sum, { product }) => sum + product, 0)
      if (shared.length < 2 || cosine <= LEAST_COSINE || cosine <= (best?.cosine ?? 0)) continue
      const ties = [mine.tie, their.tie].filter((tie) => tie !== undefined)
      best = { fact: { kind: 'projects', weight: 0, entities: [mine.group, their.group], ties }, cosine }
    }
  }
  if (!best) return undefined
  const [mine, their] = best.fact.entities as [number, number]
  const words = tellingWords(features, mine, their)
  return words.length > 1 ? { ...best.fact, words } : undefined
}
