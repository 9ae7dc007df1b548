import { types } from '#contract/vocabulary/kinds.ts'
import { isShared } from './build.ts'
import { ALWAYS } from './days.ts'
import { entityCount, otherEnd, type Projection } from './projection.ts'
import { counts, directStrength, type Horizon, sharedBound, sharedStrength, STRONGEST_STEP, worthOf } from './strength.ts'

const person = types.indexOf('person')
const project = types.indexOf('project')
const organization = types.indexOf('organization')

/** A thing that more people share is left for later: it is worth little to each, and costs the more to walk through. */
const CROWD = 48

/** Two people who share a thing, or are tied directly. */
export interface StepEvidence {
  strength: number
  /** One tie, or one of each to the same thing. */
  ties: number[]
  /** Where the two share a thing: its place and how many people share it. */
  thing?: number
  people?: number
}

/** Tells which steps lead on from a person (or from the organization or project that a way starts or ends on), and how strong they are. */
export class Acquaintance {
  readonly projection: Projection
  private readonly horizon: Horizon
  private readonly avoided: Uint8Array | undefined
  /** By person: the chance that no evidence holds so far; 1 where there is none. */
  private readonly doubt: Float64Array
  private readonly met: number[] = []
  /** By person: the strongest evidence from the thing at hand. */
  private readonly best: Float64Array
  private readonly peopleThen = new Map<number, number>()

  /** From how many sharers a thing is a crowd; a smaller number only changes the order of the search. */
  private readonly crowd: number

  constructor(projection: Projection, horizon: Horizon, avoid: readonly number[], crowd = CROWD) {
    this.projection = projection
    this.crowd = crowd
    this.horizon = horizon
    this.doubt = new Float64Array(entityCount(projection)).fill(1)
    this.best = new Float64Array(entityCount(projection))
    if (avoid.length > 0) {
      this.avoided = new Uint8Array(entityCount(projection))
      for (const entity of avoid) this.avoided[entity] = 1
    }
  }

  isAvoided(entity: number): boolean {
    return this.avoided?.[entity] === 1
  }

  isPerson(entity: number): boolean {
    return this.projection.kinds[entity] === person
  }

  /** Whether a way may start or end here. */
  isEnd(entity: number): boolean {
    const kind = this.projection.kinds[entity]
    return kind === person || kind === project || kind === organization
  }

  private isUsable(tie: number): boolean {
    return worthOf(this.projection, tie) > 0 && counts(this.projection, tie, this.horizon)
  }

  /** Whether the same tie, given the other way round, counts in place of this one. */
  private isSaidBetter(tie: number): boolean {
    const mirror = this.projection.mirrors[tie] as number
    return mirror > 0 && this.isUsable(mirror - 1)
  }

  /** Calls `see` with each usable tie of an entity and its other end. */
  private eachTie(entity: number, see: (tie: number, other: number) => void): void {
    const { incidentOffsets, incident } = this.projection
    for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
      const tie = incident[i] as number
      const other = otherEnd(this.projection, tie, entity)
      if (this.isUsable(tie) && !this.isAvoided(other) && !this.isSaidBetter(tie)) see(tie, other)
    }
  }

  /** How many people share a thing, as the day asked for knew it. */
  peopleAt(thing: number): number {
    if (this.horizon.asOf >= this.projection.latestStart) return this.projection.sharers[thing] as number
    let people = this.peopleThen.get(thing)
    if (people === undefined) {
      const seen = new Set<number>()
      const { incidentOffsets, incident, relations } = this.projection
      for (let i = incidentOffsets[thing] as number; i < (incidentOffsets[thing + 1] as number); i++) {
        const tie = incident[i] as number
        const other = otherEnd(this.projection, tie, thing)
        if (
          isShared[relations[tie] as number] &&
          this.isPerson(other) &&
          counts(this.projection, tie, { asOf: this.horizon.asOf, since: ALWAYS })
        )
          seen.add(other)
      }
      people = seen.size
      this.peopleThen.set(thing, people)
    }
    return people
  }

  /** The things that a person shares with others, with the person's ties to each. */
  private thingsOf(entity: number): Map<number, number[]> {
    const things = new Map<number, number[]>()
    this.eachTie(entity, (tie, other) => {
      if (!isShared[this.projection.relations[tie] as number] || this.isPerson(other)) return
      const ties = things.get(other)
      if (ties) ties.push(tie)
      else things.set(other, [tie])
    })
    return things
  }

  /**
   * Calls `see` with everybody that one step leads to and the step's whole strength, but for those whom only a crowd joins: `crowd`,
   * where there is one, is an upper bound of their strength, and `eachInCrowd` finds them.
   */
  eachClose(entity: number, see: (other: number, strength: number) => void): { crowd: number } {
    if (!this.isPerson(entity)) {
      this.eachTie(entity, (tie, other) => {
        if (this.isEnd(other)) this.add(other, directStrength(this.projection, tie, this.horizon))
      })
      this.flush(see)
      return { crowd: 0 }
    }
    const crowds: [number, number[]][] = []
    this.eachTie(entity, (tie, other) => {
      if (this.isPerson(other)) this.add(other, directStrength(this.projection, tie, this.horizon))
    })
    for (const [thing, ties] of this.thingsOf(entity)) {
      if ((this.projection.sharers[thing] as number) > this.crowd) crowds.push([thing, ties])
      else this.addSharers(entity, thing, ties)
    }
    for (const [thing, ties] of crowds) {
      const close = this.met.length
      for (let i = 0; i < close; i++) {
        const other = this.met[i] as number
        const strength = this.bestShared(thing, ties, other)
        if (strength > 0) this.add(other, strength)
      }
    }
    let doubt = 1
    for (const [thing, ties] of crowds) {
      const people = this.peopleAt(thing)
      doubt *= 1 - Math.min(1, Math.max(...ties.map((tie) => sharedBound(this.projection, tie, people))))
    }
    this.flush(see)
    return { crowd: Math.min(STRONGEST_STEP, 1 - doubt) }
  }

  /** Calls `see` with everybody in the crowds of a person; whom something closer joins too, with less than the whole strength. */
  eachInCrowd(entity: number, see: (other: number, strength: number) => void): void {
    for (const [thing, ties] of this.thingsOf(entity)) {
      if ((this.projection.sharers[thing] as number) > this.crowd) this.addSharers(entity, thing, ties)
    }
    this.flush(see)
  }

  /** What holds the step between two, strongest first. */
  evidence(from: number, to: number): StepEvidence[] {
    const found: StepEvidence[] = []
    this.eachTie(from, (tie, other) => {
      if (other === to) found.push({ strength: directStrength(this.projection, tie, this.horizon), ties: [tie] })
    })
    if (this.isPerson(from) && this.isPerson(to)) {
      const theirs = this.thingsOf(to)
      for (const [thing, ties] of this.thingsOf(from)) {
        const people = this.peopleAt(thing)
        let best: StepEvidence = { strength: 0, ties: [], thing, people }
        for (const mine of ties) {
          for (const other of theirs.get(thing) ?? []) {
            const strength = sharedStrength(this.projection, mine, other, people, this.horizon)
            if (strength > best.strength) best = { strength, ties: [mine, other], thing, people }
          }
        }
        if (best.strength > 0) found.push(best)
      }
    }
    return found.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength)
  }

  /** How strong the step between two is; 0 where there is none. */
  stepStrength(from: number, to: number): number {
    const evidence = this.evidence(from, to)
    return Math.min(STRONGEST_STEP, 1 - evidence.reduce((doubt, { strength }) => doubt * (1 - strength), 1))
  }

  private add(other: number, strength: number): void {
    if (strength <= 0) return
    if (this.doubt[other] === 1) this.met.push(other)
    this.doubt[other] = (this.doubt[other] as number) * (1 - strength)
  }

  private flush(see: (other: number, strength: number) => void): void {
    const met = this.met.splice(0)
    for (const other of met) {
      const strength = Math.min(STRONGEST_STEP, 1 - (this.doubt[other] as number))
      this.doubt[other] = 1
      if (strength > 0) see(other, strength)
    }
  }

  /** Everybody who shares a thing with a person, each by the two ties that make the strongest evidence. */
  private addSharers(entity: number, thing: number, mine: readonly number[]): void {
    const people = this.peopleAt(thing)
    const seen: number[] = []
    this.eachTie(thing, (tie, other) => {
      if (other === entity || !isShared[this.projection.relations[tie] as number] || !this.isPerson(other)) return
      for (const own of mine) {
        const strength = sharedStrength(this.projection, own, tie, people, this.horizon)
        if (strength <= (this.best[other] as number)) continue
        if (this.best[other] === 0) seen.push(other)
        this.best[other] = strength
      }
    })
    for (const other of seen) {
      this.add(other, this.best[other] as number)
      this.best[other] = 0
    }
  }

  private bestShared(thing: number, mine: readonly number[], other: number): number {
    const people = this.peopleAt(thing)
    let best = 0
    this.eachTie(other, (tie, end) => {
      if (end !== thing || !isShared[this.projection.relations[tie] as number]) return
      for (const own of mine) best = Math.max(best, sharedStrength(this.projection, own, tie, people, this.horizon))
    })
    return best
  }
}
