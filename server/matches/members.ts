import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { ALWAYS, EVER } from '../network/days.ts'
import { entityCount, type Projection, tieCount } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { sharedInt32, sharedUint16, sharedUint32 } from '../text/packed.ts'
import { type Offsets, rowsOf } from './rows.ts'

/** People and organizations in projects: rows of projects by member, and of members by project; each pair once, whatever ties hold it. */
export interface Members {
  offsets: Offsets
  /** The project where the row is a person's or an organization's, the member where it is a project's. */
  others: Uint32Array
  /** The tie that began last. */
  ties: Uint32Array
  /** The day it began and the latest day that is known of it; see days.ts. */
  since: Int32Array
  until: Int32Array
  /** By project: how many joined within the last 18 months. */
  newcomers: Uint16Array
}

export const NEWLY_DAYS = 548

const project = types.indexOf('project')
const memberKinds = new Set((['person', 'organization'] as const).map((type) => types.indexOf(type)))
const memberships = new Set((['CARRIES', 'PARTNERS_IN', 'SUPPORTS'] as const).map((name) => relationNames.indexOf(name)))

/** Whether a tie makes a person or an organization part of a project. */
export const isMembership = ({ kinds, relations, starts, ends }: Projection, tie: number): boolean =>
  memberships.has(relations[tie] as number) &&
  memberKinds.has(kinds[starts[tie] as number] as number) &&
  kinds[ends[tie] as number] === project

/** Who is in which project, as the day `asOf` knew it. */
export function membersOf(projection: Projection, asOf: number): Members {
  const { starts, ends, heldFrom, heldTo } = projection
  const entities = entityCount(projection)
  const kept: number[] = []
  for (let tie = 0; tie < tieCount(projection); tie++) if (isMembership(projection, tie) && isKnown(projection, tie, asOf)) kept.push(tie)
  // The latest of the ties between the same two stands for all.
  kept.sort(
    (a, b) =>
      (starts[a] as number) - (starts[b] as number) ||
      (ends[a] as number) - (ends[b] as number) ||
      (heldFrom[b] as number) - (heldFrom[a] as number) ||
      a - b
  )
  const pairs = kept.filter(
    (tie, i) => i === 0 || starts[tie] !== starts[kept[i - 1] as number] || ends[tie] !== ends[kept[i - 1] as number]
  )
  const sizes = new Uint32Array(entities)
  for (const tie of pairs) for (const end of [starts[tie] as number, ends[tie] as number]) sizes[end] = (sizes[end] as number) + 1
  const { offsets, next } = rowsOf(entities, (row) => sizes[row] as number)
  const [others, ties] = [sharedUint32(pairs.length * 2), sharedUint32(pairs.length * 2)]
  const [since, until] = [sharedInt32(pairs.length * 2), sharedInt32(pairs.length * 2)]
  const newcomers = sharedUint16(entities)
  for (const tie of pairs) {
    const [member, group] = [starts[tie] as number, ends[tie] as number]
    for (const [row, other] of [
      [member, group],
      [group, member]
    ] as const) {
      const at = next[row] as number
      next[row] = at + 1
      others[at] = other
      ties[at] = tie
      since[at] = heldFrom[tie] as number
      until[at] = heldTo[tie] as number
    }
    const began = heldFrom[tie] as number
    if (began !== ALWAYS && began > asOf - NEWLY_DAYS) newcomers[group] = (newcomers[group] as number) + 1
  }
  return { offsets, others, ties, since, until, newcomers }
}

const DAYS_A_YEAR = 365.25

/** What age leaves of a membership that began on a day: half every two years; all of it where that is not known. */
export const freshness = (since: number, asOf: number): number =>
  since === ALWAYS ? 1 : 2 ** (-Math.max(0, asOf - since) / (2 * DAYS_A_YEAR))

/** Whether what is known to last until a day goes on at `asOf`. */
export const isCurrent = (until: number, asOf: number): boolean => until === EVER || until > asOf
