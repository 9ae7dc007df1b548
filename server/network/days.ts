import { firstDay, lastDay } from '#contract/vocabulary/date.ts'

/** Stands for a beginning that is not known. Days are counted from 1 January 1970. */
export const ALWAYS = -0x80000000
/** Stands for an end that is not known. */
export const EVER = 0x7fffffff

const DAY_MS = 86_400_000

/** The number of a whole day, written as YYYY-MM-DD. */
export const dayOf = (isoDay: string): number => Math.round(Date.parse(`${isoDay}T00:00:00Z`) / DAY_MS)
/** The day of such a number, as YYYY-MM-DD. */
export const isoDayOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Today as YYYY-MM-DD, in UTC: the same for everybody, wherever the server stands. */
export const today = (): string => new Date().toISOString().slice(0, 10)

/** The first day that a date or moment of any precision covers; `ALWAYS` where there is none. */
export const startOf = (date: string | undefined): number => (date ? dayOf(firstDay(date)) : ALWAYS)
/** The last day that a date or moment of any precision covers; `EVER` where there is none. */
export const endOf = (date: string | undefined): number => (date ? dayOf(lastDay(date)) : EVER)

/** The day from which a tie is known: its beginning, or its end where only that is dated. */
export function knownFrom(heldFrom: number, heldTo: number): number {
  if (heldFrom !== ALWAYS) return heldFrom
  return heldTo === EVER ? ALWAYS : heldTo
}
