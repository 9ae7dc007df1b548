import { z } from 'zod'

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** True for a day of the calendar in ISO 8601, whole (2024-03-09) or at reduced precision (2024-03, 2024). */
function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** True for a calendar date, alone or with a time (2024-03-09T18:30, seconds and zone optional). */
function isMoment(text: string): boolean {
  const [date = '', time, ...rest] = text.split('T')
  if (rest.length > 0 || !isCalendarDate(date)) return false
  return (
    time === undefined ||
    (date.length === 10 && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/.test(time))
  )
}

/** A day in ISO 8601 (https://www.iso.org/iso-8601-date-and-time-format.html), where the month or the day may be left out. */
export const CalendarDate = z.string().refine(isCalendarDate, { error: 'is not a date that exists; write 2024-03-09, 2024-03 or 2024' })

/** A day, or a day with its time. */
export const Moment = z.string().refine(isMoment, { error: 'is not a moment that exists; write 2024-03-09 or 2024-03-09T18:30' })

/** The first day, as YYYY-MM-DD, that a date of any precision covers. */
export function firstDay(date: string): string {
  return date.slice(0, 10) + '-01-01'.slice(date.slice(0, 10).length - 4)
}

/** The last day, as YYYY-MM-DD, that a date of any precision covers. */
export function lastDay(date: string): string {
  const day = date.slice(0, 10)
  if (day.length === 10) return day
  if (day.length === 4) return `${day}-12-31`
  return `${day}-${String(daysIn(Number(day.slice(0, 4)), Number(day.slice(5, 7)))).padStart(2, '0')}`
}
