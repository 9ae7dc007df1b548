import type { Report } from './faults.ts'
import type { ResolvedTie } from './records.ts'

const LAST = -1

/** Gathers ties so that none stands twice: one with the relation, ends, role and first date of an earlier one updates it. */
export class TieGatherer {
  readonly ties: ResolvedTie[] = []
  readonly #ids: number
  readonly #report: Report
  /** The last tie between two ends, and before each tie the one before it between the same: smaller than a text for each tie. */
  readonly #last = new Map<number, number>()
  readonly #before: number[] = []

  /** `ids` is how many ids the ties' ends are numbered by. */
  constructor(ids: number, report: Report) {
    this.#ids = ids
    this.#report = report
  }

  /** Adds a tie between the ids of these numbers. */
  add(tie: ResolvedTie, from: number, to: number): void {
    const pair = from * this.#ids + to
    const last = this.#last.get(pair) ?? LAST
    for (let at = last; at !== LAST; at = this.#before[at] ?? LAST) {
      const earlier = this.ties[at]
      if (!earlier || !isSame(earlier, tie)) continue
      this.#update(at, earlier, tie)
      return
    }
    this.#last.set(pair, this.ties.length)
    this.#before.push(last)
    this.ties.push(tie)
  }

  #update(at: number, earlier: ResolvedTie, tie: ResolvedTie): void {
    const fields = { ...earlier.fields, ...tie.fields }
    const isRepeat = Object.entries(tie.fields).every(([field, value]) => earlier.fields[field as keyof typeof fields] === value)
    const reason = isRepeat
      ? 'an exact repeat of an earlier tie; it counts once'
      : 'an earlier tie again with other values; the last one counts'
    this.#report.warn(tie.file, reason, tie.line)
    if (!isRepeat) this.ties[at] = { ...tie, fields }
  }
}

const isSame = (one: ResolvedTie, other: ResolvedTie): boolean =>
  one.relation === other.relation && one.fields.role === other.fields.role && one.fields.from_date === other.fields.from_date
