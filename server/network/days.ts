import { firstDay, lastDay } from '#contract/vocabulary/date.ts'

/** Days since 1 January 1970. `ALWAYS` and `EVER` stand for a beginning and an end that are not known. */
export const ALWAYS = -0x80000000
export const EVER = 0x7fffffff

const DAY_MS = 86_400_000

export const dayOf = (isoDay: string): number => Math.round(Date.parse(`${isoDay}T00:00:00Z`) / DAY_MS)

export const today = (): string => new Date().toISOString().slice(0, 10)

/** The first and last day that a date or moment of any precision covers; not known where there is none. */
export const startOf = (date: string | undefined): number => (date ? dayOf(firstDay(date)) : ALWAYS)
export const endOf = (date: string | undefined): number => (date ? dayOf(lastDay(date)) : EVER)
