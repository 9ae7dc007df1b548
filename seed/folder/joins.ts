import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { type Relation, relations } from '#contract/vocabulary/relations.ts'
import { type Report, withArticle } from './faults.ts'
import type { ResolvedTie } from './records.ts'

const anyOf = (kinds: readonly EntityType[]): string => {
  if (kinds.length === types.length) return 'anything'
  return kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`
}

/**
 * Whether a tie may stand between two ids of these kinds (`undefined`: held nowhere). An id that is missed may stand in the file of a kind
 * that is `unjudged`; it is told as missing where the relation admits no such kind.
 */
export function judgeTie(
  tie: ResolvedTie,
  fromType: EntityType | undefined,
  toType: EntityType | undefined,
  unjudged: ReadonlySet<EntityType>,
  report: Report
): boolean {
  const { file, line, relation, from, to, column } = tie
  const joins: Relation = relations[relation]
  if (from === to) {
    const reason = 'is where the tie starts as well; a thing is not tied to itself'
    report.fault({ file, line, column: column ?? 'to', value: to, reason })
    return false
  }
  if (fromType === undefined || toType === undefined) {
    const tellMissing = (end: 'from' | 'to'): void => {
      if (joins[end].some((kind) => unjudged.has(kind))) return
      report.fault({ file, line, column: column ?? end, value: tie[end], reason: 'is an id that neither this folder nor the store holds' })
    }
    if (fromType === undefined) tellMissing('from')
    if (toType === undefined) tellMissing('to')
    return false
  }
  if (joins.from.includes(fromType) && joins.to.includes(toType)) return true
  const wrong = `cannot join ${withArticle(fromType)} to ${withArticle(toType)}`
  const reason = `relation ${relation} ${wrong}; it joins ${anyOf(joins.from)} to ${anyOf(joins.to)}`
  report.fault({ file, line, ...(column !== undefined && { column }), reason })
  return false
}
