import type { ReasonKind } from '#contract/matches.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { ALWAYS } from '../network/days.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { counts } from '../network/strength.ts'
import { bothMet } from './circle.ts'
import { eachShared } from './contexts.ts'
import { featureAt, type Features } from './features.ts'
import { isCurrent } from './members.ts'
import { eachOf, rowSize } from './rows.ts'
import { sharedTerms, wordOf } from './terms.ts'
import type { Weights } from './weights.ts'
import { wordsAsWritten } from './written.ts'

/** Something true of two in the graph that speaks for their meeting. */
export interface Fact {
  kind: ReasonKind
  /** How much it speaks for it; comparable among the facts of one meeting. */
  weight: number
  /** What it names beside the two: for `projects`, a project of the one and a project of the other. */
  entities: number[]
  ties: number[]
  words?: string[]
  count?: number
}

const kindOf = (type: (typeof types)[number]): number => types.indexOf(type)
const [person, organization, project, program, territory, event] = (
  ['person', 'organization', 'project', 'program', 'territory', 'event'] as const
).map(kindOf) as [number, number, number, number, number, number]
/** Relations to a thing by which those who share it may have met; see circle.ts. */
const meetingRelations = new Set(
  (['CARRIES', 'PARTNERS_IN', 'SUPPORTS', 'WORKS_FOR', 'ATTENDED', 'PRESENTED_AT', 'OF', 'TO'] as const).map((name) =>
    relationNames.indexOf(name)
  )
)
const [follows, about] = [relationNames.indexOf('FOLLOWS'), relationNames.indexOf('ABOUT')]

const contextKinds: Partial<Record<number, ReasonKind>> = {
  [program]: 'program',
  [organization]: 'organization',
  [event]: 'event',
  [territory]: 'place',
  [person]: 'contacts'
}
/** A place in common says little: people do not meet because they live in one town. */
const PLACE_SHARE = 0.15
/** Who reads whom wants to meet. */
const READS = 1.5
const LEAST_NEWCOMERS = 2
const LEAST_COSINE = 0.1
const MOST_WORDS = 4
/** A fact that weighs less than this share of all is not told beside others. */
const LEAST_SHARE = 0.05
/** A word that adds less than this share of what the first adds tells nothing. */
const TELLING = 0.15

/** The ties of an entity to another that were known on the day. */
function tiesBetween(projection: Projection, asOf: number, from: number, to: number): number[] {
  const found: number[] = []
  eachOf(projection.incidentOffsets, from, (at) => {
    const tie = projection.incident[at] as number
    if (otherEnd(projection, tie, from) === to && counts(projection, tie, { asOf, since: ALWAYS })) found.push(tie)
  })
  return found
}

/** Everything that speaks for a meeting, strongest first; `features` looked from the one, `row` is what was measured of the other. */
export function factsOf(features: Features, weights: Weights, one: number, other: number, row: Float64Array): Fact[] {
  const { projection, ground } = features
  const { asOf, contexts } = ground
  const part = (name: keyof typeof featureAt): number =>
    Math.max(0, (weights[featureAt[name]] as number) * (row[featureAt[name]] as number))
  const nearness = part('walk') + part('lasting')
  const facts: Fact[] = []

  // Whom both have met.
  const both = bothMet(ground.circles, one, other).sort(
    (a, b) => (ground.activity.circles[a] as number) - (ground.activity.circles[b] as number) || a - b
  )
  if (both.length > 0)
    facts.push({
      kind: 'contacts',
      weight: part('contacts') + nearness * (both.length / (both.length + 1)),
      entities: both.slice(0, 3),
      ties: [],
      count: both.length
    })

  // Projects of both that are alike; the texts as a whole where no two projects are.
  const alike = alikeProjects(features, one, other)
  if (alike) facts.push({ ...alike, weight: part('texts') + part('projects') + nearness / 2 })
  else {
    const words = tellingWords(features, one, other)
    if (words.length > 1 || (words.length === 1 && features.cosine(other) > LEAST_COSINE))
      facts.push({ kind: 'words', weight: part('texts') + part('projects'), entities: [], ties: [], words })
  }

  facts.push(...themesOf(features, one, other, part('texts') / 2 + nearness / 4))

  const shared: Fact[] = []
  let total = 0
  eachShared(contexts, one, other, (thing, a, b) => {
    const kind = contextKinds[projection.kinds[thing] as number]
    if (!kind || kind === 'contacts') return
    const rarity = ((contexts.weights[a] as number) * (contexts.weights[b] as number)) / Math.log(2 + (contexts.sizes[thing] as number))
    const worth = kind === 'place' ? rarity * PLACE_SHARE : rarity
    total += worth
    shared.push({ kind, weight: worth, entities: [thing], ties: [] })
  })
  for (const fact of shared)
    facts.push({
      ...fact,
      weight: (fact.weight / total) * (part('shared') + part('programmes') + nearness / 3) * (fact.kind === 'place' ? PLACE_SHARE : 1)
    })

  const reading = tiesBetween(projection, asOf, one, other).filter((tie) => projection.relations[tie] === follows)
  if (reading.length > 0) facts.push({ kind: 'reads', weight: READS, entities: [], ties: reading })

  facts.push(...joinsOf(features, other, part('joins')))

  const kept = bestOfKinds(facts)
  // That a project grows, or where they are, is no reason of its own.
  if (kept.every(({ kind }) => kind === 'place' || kind === 'joins')) {
    if (kept.length === 1 && kept[0]?.kind === 'joins') kept.pop()
    const way = features.around.throughWhom(other)
    if (way && way.length > 1) kept.push({ kind: 'near', weight: nearness / 4, entities: way, ties: [], count: way.length + 1 })
  }
  return kept
    .slice(0, MOST_FACTS)
    .map((fact) => ({ ...fact, ties: fact.ties.length > 0 ? fact.ties : tiesOfFact(features, one, other, fact) }))
}

/** So many facts are told of one meeting. */
const MOST_FACTS = 3

/** The ties that a fact rests on, where they were not found with it. */
function tiesOfFact(features: Features, one: number, other: number, { kind, entities }: Fact): number[] {
  const [thing] = entities
  if (thing === undefined) return []
  if (kind === 'contacts') return [...tiesOfMeeting(features, one, thing), ...tiesOfMeeting(features, thing, other)]
  if (kind === 'near') return [one, ...entities].flatMap((each, i) => tiesOfMeeting(features, each, entities[i] ?? other))
  return [...tiesToContext(features, one, thing), ...tiesToContext(features, other, thing)]
}

/** What shows that two have met: a tie between them, or one of each to the same thing. */
function tiesOfMeeting({ projection, ground: { asOf } }: Features, one: number, other: number): number[] {
  const direct = tiesBetween(projection, asOf, one, other)
  if (direct.length > 0) return direct.slice(0, 1)
  const horizon = { asOf, since: ALWAYS }
  const mine = new Map<number, number>()
  eachOf(projection.incidentOffsets, one, (at) => {
    const tie = projection.incident[at] as number
    if (meetingRelations.has(projection.relations[tie] as number) && counts(projection, tie, horizon))
      mine.set(otherEnd(projection, tie, one), tie)
  })
  const found: number[] = []
  eachOf(projection.incidentOffsets, other, (at) => {
    const tie = projection.incident[at] as number
    const own = mine.get(otherEnd(projection, tie, other))
    if (
      found.length === 0 &&
      own !== undefined &&
      meetingRelations.has(projection.relations[tie] as number) &&
      counts(projection, tie, horizon)
    )
      found.push(own, tie)
  })
  return found
}

/** Strongest first, one fact a kind. */
function bestOfKinds(facts: readonly Fact[]): Fact[] {
  const total = facts.reduce((sum, { weight }) => sum + weight, 0)
  const telling = facts.filter(({ weight }) => weight > total * LEAST_SHARE)
  const sorted = telling.sort((a, b) => b.weight - a.weight || (a.entities[0] ?? 0) - (b.entities[0] ?? 0))
  const seen = new Set<ReasonKind>()
  return sorted.filter(({ kind }) => !seen.has(kind) && seen.add(kind))
}

/** A word that more than this share, and more than so many, have is not told: it says nothing of the two. */
const COMMON_SHARE = 0.1
const COMMON = 6
const SHORTEST = 4

/** The words that add most to how alike two are, as one of them wrote them. */
function tellingWords({ projection, ground: { terms, members } }: Features, one: number, other: number): string[] {
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
function alikeProjects(features: Features, one: number, other: number): Fact | undefined {
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

/** Themes in common, the rarest counting most. */
function themesOf({ projection }: Features, one: number, other: number, weight: number): Fact[] {
  const mine = new Map<number, number>()
  eachOf(projection.incidentOffsets, one, (at) => {
    const tie = projection.incident[at] as number
    if (projection.relations[tie] === about && projection.starts[tie] === one) mine.set(projection.ends[tie] as number, tie)
  })
  const shared: { theme: number; size: number; ties: number[] }[] = []
  eachOf(projection.incidentOffsets, other, (at) => {
    const tie = projection.incident[at] as number
    const theme = projection.ends[tie] as number
    const own = projection.relations[tie] === about && projection.starts[tie] === other ? mine.get(theme) : undefined
    const size = (projection.incidentOffsets[theme + 1] as number) - (projection.incidentOffsets[theme] as number)
    if (own !== undefined) shared.push({ theme, size, ties: [own, tie] })
  })
  if (shared.length === 0) return []
  shared.sort((a, b) => a.size - b.size || a.theme - b.theme)
  const told = shared.slice(0, 2)
  return [{ kind: 'theme', weight, entities: told.map(({ theme }) => theme), ties: told.flatMap(({ ties }) => ties) }]
}

/** The ties by which one is within a thing: to it, or of a project of its own to it and its own to the project. */
function tiesToContext({ projection, ground: { members, asOf } }: Features, entity: number, thing: number): number[] {
  const direct = tiesBetween(projection, asOf, entity, thing).filter((tie) => projection.relations[tie] !== follows)
  if (direct.length > 0) return direct.slice(0, 1)
  for (let at = members.offsets[entity] as number; at < (members.offsets[entity + 1] as number); at++) {
    const through = tiesBetween(projection, asOf, members.others[at] as number, thing)
    if (through.length > 0) return [members.ties[at] as number, through[0] as number]
  }
  return []
}

/** The present project of a candidate that took most people in of late. */
function joinsOf({ projection, ground: { members, asOf }, walker }: Features, candidate: number, weight: number): Fact[] {
  let best: { group: number; tie: number; worth: number } | undefined
  eachOf(members.offsets, candidate, (at) => {
    const group = members.others[at] as number
    const newcomers = members.newcomers[group] as number
    if (projection.kinds[candidate] === project || newcomers < LEAST_NEWCOMERS || !isCurrent(members.until[at] as number, asOf)) return
    const worth = walker.visits(group) * Math.log(1 + newcomers)
    if (worth > (best?.worth ?? 0)) best = { group, tie: members.ties[at] as number, worth }
  })
  if (!best) return []
  return [{ kind: 'joins', weight, entities: [best.group], ties: [best.tie], count: members.newcomers[best.group] as number }]
}
