import { sharedInt32, sharedUint32 } from '../text/packed.ts'
import type { TieFields } from '../journal/change.ts'
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
  /** Why: places in the projection's `labels`; 0 where nobody said. */
  roles: Uint32Array
  /** The revision that made each. */
  createdIn: Uint32Array
}

/** A pair set aside, by the places of both. */
export interface AsideTie {
  start: number
  end: number
  fields: TieFields
  createdIn: number
}

/** The rows of these pairs; `label` gives the place of a text among the projection's. */
export function asideRows(entities: number, ties: readonly AsideTie[], label: (text: string | null | undefined) => number): Aside {
  const offsets = sharedUint32(entities + 1)
  for (const { start, end } of ties) for (const place of [start, end]) offsets[place + 1] = (offsets[place + 1] as number) + 1
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number)
  const next = offsets.slice()
  const rows = ties.length * 2
  const others = sharedUint32(rows)
  const from = sharedInt32(rows)
  const to = sharedInt32(rows)
  const roles = sharedUint32(rows)
  const createdIn = sharedUint32(rows)
  for (const tie of ties.toSorted((a, b) => a.createdIn - b.createdIn || a.start - b.start || a.end - b.end)) {
    for (const [place, other] of [
      [tie.start, tie.end],
      [tie.end, tie.start]
    ] as const) {
      const row = next[place] as number
      next[place] = row + 1
      others[row] = other
      from[row] = startOf(tie.fields.from_date ?? undefined)
      to[row] = endOf(tie.fields.to_date ?? undefined)
      roles[row] = label(tie.fields.role)
      createdIn[row] = tie.createdIn
    }
  }
  return { offsets, others, from, to, roles, createdIn }
}

/** Whether a row holds on a day, as days.ts counts them. */
export const holdsOn = ({ from, to }: Aside, row: number, day: number): boolean =>
  knownFrom(from[row] as number, to[row] as number) <= day && day <= (to[row] as number)

/** The entities that are set aside with this one on a day. */
export function asideOf({ aside }: Projection, entity: number, day: number): Set<number> {
  const found = new Set<number>()
  for (let row = aside.offsets[entity] as number; row < (aside.offsets[entity + 1] as number); row++)
    if (holdsOn(aside, row, day)) found.add(aside.others[row] as number)
  return found
}
