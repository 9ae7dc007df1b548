import type { TieFields } from '../journal/change.ts'
import { sharedInt32, sharedUint32, sharedUint8 } from '../text/packed.ts'
import { endOf, knownFrom, startOf } from './days.ts'
import type { Projection } from './projection.ts'

/**
 * The pairs that connectors set aside, in compressed sparse rows: those of entity i, whichever end they were written from, stand from
 * `offsets[i]` to `offsets[i + 1]`, in the order they were made.
 */
export interface Aside {
  offsets: Uint32Array
  /** The other end of each. */
  others: Uint32Array
  /** First and last day on which each holds; see days.ts. */
  from: Int32Array
  to: Int32Array
  /** Whether the tie was written from this end. */
  isStart: Uint8Array
  /** Why, and its dates as they were written: places in the projection's `labels`; 0 where nobody said. */
  roles: Uint32Array
  fromDates: Uint32Array
  toDates: Uint32Array
  /** The revision that made each. */
  createdIn: Uint32Array
}

/** A pair set aside: the places of both, its days, and the places of its labels. */
export interface AsideTie {
  start: number
  end: number
  from: number
  to: number
  role: number
  fromDate: number
  toDate: number
  createdIn: number
}

/** The place of a text among the labels, which takes in those that are new. */
export type Label = (text: string | null | undefined) => number

/** A pair set aside, from what is written of it. */
export function asideTie(start: number, end: number, { role, from_date, to_date }: TieFields, createdIn: number, label: Label): AsideTie {
  return {
    start,
    end,
    from: startOf(from_date ?? undefined),
    to: endOf(to_date ?? undefined),
    role: label(role),
    fromDate: label(from_date),
    toDate: label(to_date),
    createdIn
  }
}

/** The rows of these pairs. */
export function asideRows(entities: number, ties: readonly AsideTie[]): Aside {
  const offsets = sharedUint32(entities + 1)
  for (const { start, end } of ties) for (const place of [start, end]) offsets[place + 1] = (offsets[place + 1] as number) + 1
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number)
  const next = offsets.slice()
  const rows = ties.length * 2
  const [others, roles, fromDates, toDates] = [sharedUint32(rows), sharedUint32(rows), sharedUint32(rows), sharedUint32(rows)]
  const [from, to, isStart, createdIn] = [sharedInt32(rows), sharedInt32(rows), sharedUint8(rows), sharedUint32(rows)]
  for (const tie of ties.toSorted((a, b) => a.createdIn - b.createdIn || a.start - b.start || a.end - b.end)) {
    for (const [place, other] of [
      [tie.start, tie.end],
      [tie.end, tie.start]
    ] as const) {
      const row = next[place] as number
      next[place] = row + 1
      others[row] = other
      from[row] = tie.from
      to[row] = tie.to
      isStart[row] = place === tie.start ? 1 : 0
      roles[row] = tie.role
      fromDates[row] = tie.fromDate
      toDates[row] = tie.toDate
      createdIn[row] = tie.createdIn
    }
  }
  return { offsets, others, from, to, isStart, roles, fromDates, toDates, createdIn }
}

/** The pairs that stand in rows, each once. */
export function asideTies(aside: Aside): AsideTie[] {
  const ties: AsideTie[] = []
  for (let start = 0; start < aside.offsets.length - 1; start++) {
    for (let row = aside.offsets[start] as number; row < (aside.offsets[start + 1] as number); row++) {
      if (!aside.isStart[row]) continue
      ties.push({
        start,
        end: aside.others[row] as number,
        from: aside.from[row] as number,
        to: aside.to[row] as number,
        role: aside.roles[row] as number,
        fromDate: aside.fromDates[row] as number,
        toDate: aside.toDates[row] as number,
        createdIn: aside.createdIn[row] as number
      })
    }
  }
  return ties
}

/** Whether something holds on a day, as days.ts counts them. */
export const holdsOn = ({ from, to }: Pick<AsideTie, 'from' | 'to'>, day: number): boolean => knownFrom(from, to) <= day && day <= to

/** The entities that are set aside with this one on a day. */
export function asideOf({ aside }: Projection, entity: number, day: number): Set<number> {
  const found = new Set<number>()
  for (let row = aside.offsets[entity] as number; row < (aside.offsets[entity + 1] as number); row++)
    if (holdsOn({ from: aside.from[row] as number, to: aside.to[row] as number }, day)) found.add(aside.others[row] as number)
  return found
}
