import { types } from '#contract/vocabulary/kinds.ts'
import { ALWAYS } from './days.ts'
import { entityCount, otherEnd, type Projection, tieCount } from './projection.ts'
import { counts, type Horizon, tieStrength } from './strength.ts'
import { isShared } from './worth.ts'

const person = types.indexOf('person')
const UNKNOWN = -1

/** A projection seen at a horizon: what each tie is worth then, and how many share each thing. Worked out once, when first asked for. */
export class View {
  readonly projection: Projection
  readonly horizon: Horizon
  private readonly strengths: Float64Array
  private readonly people: Int32Array
  /** Working space of a search, by entity; whoever uses it leaves it as it was: 1 in `doubt`, 0 in `best`. */
  readonly doubt: Float64Array
  readonly best: Float64Array

  constructor(projection: Projection, horizon: Horizon) {
    this.projection = projection
    this.horizon = horizon
    this.strengths = new Float64Array(tieCount(projection)).fill(UNKNOWN)
    this.people = new Int32Array(entityCount(projection)).fill(UNKNOWN)
    this.doubt = new Float64Array(entityCount(projection)).fill(1)
    this.best = new Float64Array(entityCount(projection))
  }

  /** The strength of a tie of itself, 0 where it does not count. */
  strength(tie: number): number {
    const known = this.strengths[tie] as number
    if (known !== UNKNOWN) return known
    const alone = tieStrength(this.projection, tie, this.horizon)
    const strength = this.isSaidBetter(tie, alone) ? 0 : alone
    this.strengths[tie] = strength
    return strength
  }

  /** Whether the same tie, given the other way round, counts for more. */
  private isSaidBetter(tie: number, strength: number): boolean {
    const mirror = (this.projection.mirrors[tie] as number) - 1
    if (mirror < 0) return false
    const other = tieStrength(this.projection, mirror, this.horizon)
    return other > strength || (other === strength && mirror < tie)
  }

  isPerson(entity: number): boolean {
    return this.projection.kinds[entity] === person
  }

  /** How many people share a thing, as the day asked for knew it. */
  peopleAt(thing: number): number {
    if (this.horizon.asOf >= this.projection.latestStart) return this.projection.sharers[thing] as number
    if (this.people[thing] === UNKNOWN) this.people[thing] = this.countPeople(thing)
    return this.people[thing] as number
  }

  private countPeople(thing: number): number {
    const seen = new Set<number>()
    const { incidentOffsets, incident, relations } = this.projection
    const known = { asOf: this.horizon.asOf, since: ALWAYS }
    for (let i = incidentOffsets[thing] as number; i < (incidentOffsets[thing + 1] as number); i++) {
      const tie = incident[i] as number
      const other = otherEnd(this.projection, tie, thing)
      if (isShared[relations[tie] as number] && this.isPerson(other) && counts(this.projection, tie, known)) seen.add(other)
    }
    return seen.size
  }
}

/** How many views of a projection are kept: today's, and one that somebody looks around in. */
const KEPT = 2
const kept = new WeakMap<Projection, View[]>()

/** The view of a projection at a horizon; the latest ones are kept, since most questions are about today. */
export function viewAt(projection: Projection, horizon: Horizon): View {
  const views = kept.get(projection) ?? []
  const view =
    views.find((known) => known.horizon.asOf === horizon.asOf && known.horizon.since === horizon.since) ?? new View(projection, horizon)
  kept.set(projection, [view, ...views.filter((other) => other !== view)].slice(0, KEPT))
  return view
}
