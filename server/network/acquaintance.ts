import { types } from '#contract/vocabulary/kinds.ts'
import { otherEnd, type Projection } from './projection.ts'
import { memoryOf, StepMemory, type Steps } from './step-memory.ts'
import { CROWD, overlap, sharedStrength, STRONGEST_STEP } from './strength.ts'
import type { View } from './view.ts'
import { isShared } from './worth.ts'

const project = types.indexOf('project')
const organization = types.indexOf('organization')

const NONE: readonly number[] = []
const NOTHING: StepEvidence = { strength: 0, ties: [] }

/** A reason why two people know each other. */
export interface StepEvidence {
  strength: number
  /** One tie, or one of each to the same thing. */
  ties: number[]
  /** Where the two share a thing: its place and how many people share it. */
  thing?: number
  people?: number
}

/** How strong a step is that all of this holds. */
export const strengthOf = (evidence: readonly StepEvidence[]): number =>
  Math.min(STRONGEST_STEP, 1 - evidence.reduce((doubt, { strength }) => doubt * (1 - strength), 1))

/** Tells which steps lead on from a person (or from the organization or project that a way starts or ends on), and how strong they are. */
export class Acquaintance {
  readonly view: View
  private readonly projection: Projection
  private readonly avoided: ReadonlySet<number>
  private readonly crowd: number
  /** What was worked out: shared with other questions at the same horizon where nothing is to be avoided. */
  private readonly memory: StepMemory
  /** Those met so far whose `doubt` is below 1. */
  private readonly met: number[] = []

  constructor(view: View, avoid: readonly number[], crowd = CROWD) {
    this.view = view
    this.projection = view.projection
    this.avoided = new Set(avoid)
    this.crowd = crowd
    this.memory = avoid.length === 0 && crowd === CROWD ? memoryOf(view) : new StepMemory()
  }

  /** Whether a way may start or end here. */
  isEnd(entity: number): boolean {
    const kind = this.projection.kinds[entity]
    return this.view.isPerson(entity) || kind === project || kind === organization
  }

  /** Calls `see` with each tie of an entity that counts, and its other end. */
  private eachTie(entity: number, see: (tie: number, other: number) => void): void {
    const { incidentOffsets, incident } = this.projection
    for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
      const tie = incident[i] as number
      if (this.view.strength(tie) === 0) continue
      const other = otherEnd(this.projection, tie, entity)
      if (!this.avoided.has(other)) see(tie, other)
    }
  }

  private isSharing(tie: number, other: number): boolean {
    return isShared[this.projection.relations[tie] as number] === true && !this.view.isPerson(other)
  }

  /** The ties by which people share a thing. */
  sharersOf(thing: number): readonly number[] {
    const known = this.memory.sharers.get(thing)
    if (known) return known
    const ties: number[] = []
    this.eachTie(thing, (tie, other) => {
      if (isShared[this.projection.relations[tie] as number] && this.view.isPerson(other)) ties.push(tie)
    })
    this.memory.sharers.set(thing, ties)
    return ties
  }

  isCrowd(thing: number): boolean {
    return this.view.peopleAt(thing) > this.crowd
  }

  /** What sharing a thing by these two ties is worth; 0 where the two were not there at the same time. */
  sharing(tie: number, other: number, people: number): number {
    if (!overlap(this.projection, tie, other)) return 0
    return Math.min(STRONGEST_STEP, sharedStrength(this.view.strength(tie), this.view.strength(other), people))
  }

  /** The steps that lead on from an entity; worked out once a question. */
  stepsFrom(entity: number): Steps {
    const known = this.memory.steps.get(entity)
    if (known) return known
    const steps: Steps = { others: [], costs: [], crowds: [] }
    if (!this.view.isPerson(entity)) {
      this.eachTie(entity, (tie, other) => {
        if (this.isEnd(other)) this.add(other, this.view.strength(tie))
      })
    } else {
      this.eachTie(entity, (tie, other) => {
        if (this.view.isPerson(other)) this.add(other, this.view.strength(tie))
      })
      for (const [thing, ties] of this.thingsOf(entity)) {
        if (this.isCrowd(thing)) for (const tie of ties) steps.crowds.push([thing, tie])
        else this.addSharers(entity, thing, ties)
      }
      if (steps.crowds.length > 0) for (const other of this.met) this.add(other, this.strongestCrowd(other, steps.crowds))
    }
    this.flush(steps)
    this.memory.remember(entity, steps)
    return steps
  }

  /** What holds the step between two, strongest first. */
  evidence(from: number, to: number): StepEvidence[] {
    const found: StepEvidence[] = []
    this.eachTie(from, (tie, other) => {
      if (other === to) found.push({ strength: this.view.strength(tie), ties: [tie] })
    })
    if (this.view.isPerson(from) && this.view.isPerson(to)) {
      const crowds: [number, number][] = []
      const theirs: [thing: number, tie: number][] = []
      this.eachTie(to, (tie, end) => {
        if (this.isSharing(tie, end)) theirs.push([end, tie])
      })
      for (const [thing, ties] of this.thingsOf(from)) {
        if (this.isCrowd(thing)) for (const tie of ties) crowds.push([thing, tie])
        else
          found.push(
            this.strongestShared(
              theirs,
              ties.map((tie) => [thing, tie])
            )
          )
      }
      found.push(this.strongestShared(theirs, crowds))
    }
    return found.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength)
  }

  /** How strong the step between two is; 0 where there is none. */
  stepStrength(from: number, to: number): number {
    return strengthOf(this.evidence(from, to))
  }

  /** The things that a person shares with others, with the person's ties to each. */
  private thingsOf(entity: number): Map<number, number[]> {
    const things = new Map<number, number[]>()
    this.eachTie(entity, (tie, other) => {
      if (!this.isSharing(tie, other)) return
      const ties = things.get(other)
      if (ties) ties.push(tie)
      else things.set(other, [tie])
    })
    return things
  }

  /** The strongest evidence among things that somebody else may share: one tie of each to the same thing. */
  private strongestShared(theirs: readonly [thing: number, tie: number][], mine: readonly [thing: number, tie: number][]): StepEvidence {
    let best = NOTHING
    for (const [end, tie] of theirs) best = this.strongerWith(best, tie, end, mine)
    return best
  }

  /** The same among crowds alone; who is in which is kept, since everybody met is asked. */
  private strongestCrowd(other: number, mine: readonly [thing: number, tie: number][]): number {
    let best = NOTHING
    for (const tie of this.crowdTiesOf(other)) best = this.strongerWith(best, tie, otherEnd(this.projection, tie, other), mine)
    return best.strength
  }

  private strongerWith(best: StepEvidence, tie: number, end: number, mine: readonly [thing: number, tie: number][]): StepEvidence {
    for (const [thing, own] of mine) {
      if (thing !== end) continue
      const people = this.view.peopleAt(thing)
      const strength = this.sharing(own, tie, people)
      if (strength > best.strength) best = { strength, ties: [own, tie], thing, people }
    }
    return best
  }

  private crowdTiesOf(person: number): readonly number[] {
    const known = this.memory.crowdTies.get(person)
    if (known) return known
    const ties: number[] = []
    this.eachTie(person, (tie, end) => {
      if (this.isSharing(tie, end) && this.isCrowd(end)) ties.push(tie)
    })
    this.memory.crowdTies.set(person, ties.length > 0 ? ties : NONE)
    return this.memory.crowdTies.get(person) as readonly number[]
  }

  /** Everybody who shares a thing with a person, each by the two ties that make the strongest evidence. */
  private addSharers(entity: number, thing: number, mine: readonly number[]): void {
    const people = this.view.peopleAt(thing)
    const { best } = this.view
    const seen: number[] = []
    for (const tie of this.sharersOf(thing)) {
      const other = this.projection.starts[tie] as number
      if (other === entity) continue
      for (const own of mine) {
        const strength = this.sharing(own, tie, people)
        if (strength <= (best[other] as number)) continue
        if (best[other] === 0) seen.push(other)
        best[other] = strength
      }
    }
    for (const other of seen) {
      this.add(other, best[other] as number)
      best[other] = 0
    }
  }

  private add(other: number, strength: number): void {
    if (strength <= 0) return
    const { doubt } = this.view
    if (doubt[other] === 1) this.met.push(other)
    doubt[other] = (doubt[other] as number) * (1 - strength)
  }

  private flush({ others, costs }: Steps): void {
    const { doubt } = this.view
    for (const other of this.met.splice(0)) {
      const strength = Math.min(STRONGEST_STEP, 1 - (doubt[other] as number))
      doubt[other] = 1
      if (strength <= 0) continue
      others.push(other)
      costs.push(-Math.log(strength))
    }
  }
}
