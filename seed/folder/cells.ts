import type { z } from 'zod'
import { lastDay, firstDay } from '#contract/vocabulary/date.ts'

/** How many values of a column are remembered, and up to which length: dates and roles come back, names and texts do not. */
const REMEMBERED = 10_000
const REMEMBERED_LENGTH = 64

type Parsed<T> = { is: 'value'; value: T } | { is: 'refused'; reason: string }

/** Reads the cells of one column by its schema. Values that come back are parsed once and kept in memory once. */
export function cellReader<T>(schema: z.ZodType<T>): (text: string) => Parsed<T> {
  const remembered = new Map<string, Parsed<T>>()
  return (text) => {
    const known = remembered.get(text)
    if (known) return known
    const result = schema.safeParse(text)
    const parsed: Parsed<T> = result.success
      ? { is: 'value', value: result.data }
      : { is: 'refused', reason: result.error.issues[0]?.message ?? 'is not a value of this column' }
    if (text.length <= REMEMBERED_LENGTH && remembered.size < REMEMBERED) remembered.set(text, parsed)
    return parsed
  }
}

/** The columns that hold the start and the end of one time. */
const periods = [
  ['from_date', 'to_date'],
  ['started_on', 'ended_on'],
  ['starts_at', 'ends_at']
] as const

const zone = (moment: string): boolean => /(Z|[+-]\d\d:\d\d)$/.test(moment)

function isBefore(end: string, start: string): boolean {
  const isTimed = end.includes('T') && start.includes('T') && zone(end) === zone(start)
  return isTimed ? Date.parse(end) < Date.parse(start) : lastDay(end) < firstDay(start)
}

/** The end that lies before its start, if one does. */
export function endBeforeStart(fields: { [column: string]: unknown }): { column: string; value: string; reason: string } | undefined {
  for (const [from, to] of periods) {
    const [start, end] = [fields[from], fields[to]]
    if (typeof start === 'string' && typeof end === 'string' && isBefore(end, start)) {
      return { column: to, value: end, reason: `is before ${from}, ${start}` }
    }
  }
  return undefined
}
