import type { Introducer, Match, Reason } from '#contract/matches.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import type { Words } from '#contract/vocabulary/words.ts'
import { evidenceSentence } from '../evidence.ts'
import { Acquaintance, type StepEvidence, strengthOf } from '../network/acquaintance.ts'
import { ALWAYS, isoDayOf } from '../network/days.ts'
import { refAt, tieAt } from '../network/projection.ts'
import { viewAt } from '../network/view.ts'
import { textAt } from '../text/packed.ts'
import type { Fact } from './fact.ts'
import { factsOf } from './facts.ts'
import type { Features } from './features.ts'
import { nearOf } from './near.ts'
import type { Ranked } from './rank.ts'
import { rowSize } from './rows.ts'
import { reasonWords, throughWords, unknownWords } from './words.ts'
import type { Weights } from './weights.ts'

const MOST_INTRODUCERS = 3
/** So many who could introduce are weighed against each other. */
const MOST_WEIGHED = 8
/** What is known of somebody is old after so many days. */
const OLD_DAYS = 2 * 365

const [person, organization] = (['person', 'organization'] as const).map((type) => types.indexOf(type)) as [number, number]

/** A way through somebody, with what holds each step most. */
interface Steps {
  /** Who would introduce. */
  first: number
  id: string
  strength: number
  held: { from: number; to: number; evidence: StepEvidence }[]
}

/** Tells matches of one with their reasons, who could introduce, and what is not known. */
export class Teller {
  private readonly features: Features
  private readonly weights: Weights
  private readonly one: number
  private readonly acquaintance: Acquaintance

  constructor(features: Features, weights: Weights, one: number) {
    this.features = features
    this.weights = weights
    this.one = one
    this.acquaintance = new Acquaintance(viewAt(features.projection, { asOf: features.ground.asOf, since: ALWAYS }), [])
  }

  private nameOf(entity: number): string {
    return textAt(this.features.projection.names, entity)
  }

  /** Undefined where nothing that can be told speaks for it. */
  tell({ entity, score, isFar, features: row }: Ranked): Match | undefined {
    const { projection } = this.features
    const facts = factsOf(this.features, this.weights, this.one, entity, row)
    if (facts.length === 0) return undefined
    const total = facts.reduce((sum, { weight }) => sum + weight, 0) || 1
    const way = this.features.around.throughWhom(entity)
    const introducers = this.introducers(entity, way)
    return {
      ...refAt(projection, entity),
      score,
      ...(way && { hops: way.length + 1 }),
      unexpected: isFar,
      reasons: facts.map((fact) => this.reason(fact, entity, total)),
      introducers,
      unknown: this.unknown(entity, introducers.length > 0, facts)
    }
  }

  private reason(fact: Fact, other: number, total: number): Reason {
    const { projection } = this.features
    const { kind, entities, ties, words, count } = fact
    const reader = kind === 'reads' ? [this.nameOf(projection.starts[ties[0] as number] as number)] : []
    return {
      kind,
      weight: fact.weight / total,
      sentence: reasonWords[kind]({
        one: this.nameOf(this.one),
        other: this.nameOf(other),
        things: [...reader, ...entities.map((entity) => this.nameOf(entity))],
        words: words ?? [],
        count: count ?? 0,
        pair: this.pairWith(other)
      }),
      entities: entities.map((entity) => refAt(projection, entity)),
      ties: ties.map((tie) => tieAt(projection, tie)),
      ...(words && { words }),
      ...(count !== undefined && { count })
    }
  }

  private pairWith(other: number): 'people' | 'organizations' | 'others' {
    const { kinds } = this.features.projection
    if (kinds[this.one] !== kinds[other]) return 'others'
    return kinds[other] === person ? 'people' : kinds[other] === organization ? 'organizations' : 'others'
  }

  /** Who has met both; where nobody has, who begins the way. */
  private introducers(other: number, way: readonly number[] | undefined): Introducer[] {
    const { projection, ground } = this.features
    const near = new Set(nearOf(projection, ground, other))
    const both = this.features.around.near.filter((one) => near.has(one) && one !== this.one && one !== other)
    // People introduce; organizations where nobody else does.
    const people = both.filter((one) => projection.kinds[one] === person)
    const found = (people.length > 0 ? people : both).slice(0, MOST_WEIGHED).map((one) => this.steps([one], other))
    if (found.length === 0 && way && way.length > 1 && way.length < 4) found.push(this.steps(way, other))
    return found
      .filter((steps) => steps !== undefined)
      .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_INTRODUCERS)
      .map((steps) => this.introducer(steps))
  }

  /** The steps of a way to another, and how strong it is; undefined where there is no evidence for one of them. */
  private steps(way: readonly number[], other: number): Steps | undefined {
    const nodes = [this.one, ...way, other]
    const steps: Steps = { id: textAt(this.features.projection.ids, way[0] as number), first: way[0] as number, strength: 1, held: [] }
    for (let i = 1; i < nodes.length; i++) {
      const [from, to] = [nodes[i - 1] as number, nodes[i] as number]
      const evidence = this.acquaintance.evidence(from, to)
      const [strongest] = evidence
      if (!strongest) return undefined
      steps.strength *= strengthOf(evidence)
      steps.held.push({ from, to, evidence: strongest })
    }
    return steps
  }

  private introducer({ first, strength, held }: Steps): Introducer {
    const { projection, ground } = this.features
    const sentence = held
      .map(({ from, to, evidence }) => evidenceSentence(projection, evidence, from, to, ground.asOf))
      .reduce((before, said) => throughWords(before, said))
    return { ...refAt(projection, first), strength, sentence }
  }

  private unknown(other: number, isIntroduced: boolean, facts: readonly Fact[]): Words[] {
    const { projection, ground } = this.features
    const name = this.nameOf(other)
    const unknown: Words[] = []
    if (rowSize(ground.terms.offsets, other) === 0) unknown.push(unknownWords.deeds(name))
    const latest = latestTrace(this.features, other)
    if (latest !== undefined && latest < ground.asOf - OLD_DAYS)
      unknown.push(unknownWords.recent(name, Number(isoDayOf(latest).slice(0, 4))))
    if (!isIntroduced) unknown.push(unknownWords.introducer)
    const place = facts.find(({ kind }) => kind === 'event' || kind === 'organization')?.entities[0]
    if (place !== undefined && projection.kinds[other] === person && projection.kinds[this.one] === person)
      unknown.push(unknownWords.acquainted(this.nameOf(place)))
    return unknown
  }
}

/** The last day that something is known of one; undefined where nothing is dated, or something lasts. */
function latestTrace({ projection, ground: { asOf } }: Features, entity: number): number | undefined {
  let latest: number | undefined
  for (let at = projection.incidentOffsets[entity] as number; at < (projection.incidentOffsets[entity + 1] as number); at++) {
    const tie = projection.incident[at] as number
    const [from, to] = [projection.heldFrom[tie] as number, projection.heldTo[tie] as number]
    if (from === ALWAYS || from > asOf) continue
    latest = Math.max(latest ?? ALWAYS, to <= asOf ? to : from)
  }
  return latest
}
