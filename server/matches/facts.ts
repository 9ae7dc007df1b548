import type { ReasonKind } from '#contract/matches.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { bothMet } from './circle.ts'
import { eachShared } from './contexts.ts'
import type { Fact } from './fact.ts'
import { featureAt, type Features } from './features.ts'
import { isCurrent } from './members.ts'
import { tiesBetween, tiesOfFact } from './proof.ts'
import { eachOf } from './rows.ts'
import { alikeProjects, LEAST_COSINE, tellingWords } from './telling.ts'
import type { Weights } from './weights.ts'

const kindOf = (type: (typeof types)[number]): number => types.indexOf(type)
const [organization, project, program, territory, event] = (['organization', 'project', 'program', 'territory', 'event'] as const).map(
  kindOf
) as [number, number, number, number, number]
const [follows, about] = [relationNames.indexOf('FOLLOWS'), relationNames.indexOf('ABOUT')]

const contextKinds: Partial<Record<number, ReasonKind>> = {
  [program]: 'program',
  [organization]: 'organization',
  [event]: 'event',
  [territory]: 'place'
}
/** A place in common says little: people do not meet because they live in one town. */
const PLACE_SHARE = 0.15
/** Who reads whom wants to meet. */
const READS = 1.5
const LEAST_NEWCOMERS = 2
/** A fact that weighs less than this share of all is not told beside others. */
const LEAST_SHARE = 0.05

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
    if (!kind) return
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
  // Where little is known, the way from one to the other is a reason too.
  const way = kept.length < 2 && both.length === 0 ? features.around.throughWhom(other) : undefined
  if (way && way.length > 1) kept.push({ kind: 'near', weight: nearness / 4, entities: way, ties: [], count: way.length + 1 })
  // That a project grows, or where they are, is no reason of its own.
  if (kept.every(({ kind }) => kind === 'place' || kind === 'joins')) return []
  return kept
    .slice(0, MOST_FACTS)
    .map((fact) => ({ ...fact, ties: fact.ties.length > 0 ? fact.ties : tiesOfFact(features, one, other, fact) }))
}

/** So many facts are told of one meeting. */
const MOST_FACTS = 3

/** Strongest first, one fact a kind. */
function bestOfKinds(facts: readonly Fact[]): Fact[] {
  const total = facts.reduce((sum, { weight }) => sum + weight, 0)
  const telling = facts.filter(({ weight }) => weight > total * LEAST_SHARE)
  const sorted = telling.sort((a, b) => b.weight - a.weight || (a.entities[0] ?? 0) - (b.entities[0] ?? 0))
  const seen = new Set<ReasonKind>()
  return sorted.filter(({ kind }) => !seen.has(kind) && seen.add(kind))
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
