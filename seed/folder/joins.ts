import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { type Report, withArticle } from './faults.ts'
import type { ResolvedTie } from './records.ts'

const anyOf = (kinds: readonly EntityType[]): string => {
  if (kinds.length === types.length) return 'anything'
  return kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`
}

function tellMissing({ file, line, from, to, column }: ResolvedTie, fromMissing: boolean, toMissing: boolean, report: Report): void {
  const reason = 'is an id that neither this folder nor the store holds'
  if (fromMissing) report.fault({ file, line, column: column ?? 'from', value: from, reason })
  if (toMissing) report.fault({ file, line, column: column ?? 'to', value: to, reason })
}

/**
 * Whether a tie may stand between two ids of these kinds (`undefined`: held nowhere). `whole` is false where a part of the folder could
 * not be read: an id that is missed may stand there.
 */
export function judgeTie(
  tie: ResolvedTie,
  fromType: EntityType | undefined,
  toType: EntityType | undefined,
  whole: boolean,
  report: Report
): boolean {
  const { file, line, relation, from, to, column } = tie
  if (from === to) {
    const reason = 'is where the tie starts as well; a thing is not tied to itself'
    report.fault({ file, line, column: column ?? 'to', value: to, reason })
    return false
  }
  if (fromType === undefined || toType === undefined) {
    if (whole) tellMissing(tie, fromType === undefined, toType === undefined, report)
    return false
  }
  const joins = relations[relation]
  if (joins.from.includes(fromType) && joins.to.includes(toType)) return true
  const wrong = `cannot join ${withArticle(fromType)} to ${withArticle(toType)}`
  const reason = `relation ${relation} ${wrong}; it joins ${anyOf(joins.from)} to ${anyOf(joins.to)}`
  report.fault({ file, line, ...(column !== undefined && { column }), reason })
  return false
}
