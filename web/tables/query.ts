import { useQuery } from '@tanstack/react-query'
import { FEWEST_SEATS, MOST_SEATS, type TablesAnswer } from '#contract/tables.ts'
import { ask } from '../api.ts'
import type { TablesAsked } from '../location.ts'

/** How many may sit at a table, to choose from, and how many do where nobody says. */
export const seatChoices = Array.from({ length: MOST_SEATS - FEWEST_SEATS + 1 }, (_, more) => String(FEWEST_SEATS + more))
export const usualSeats = '5'

/** What an address asks for; a number that no table has is left out. */
export function tablesIn(asked: URLSearchParams): TablesAsked {
  const seats = asked.get('seats') ?? ''
  return { theme: asked.get('theme') ?? undefined, ...(seatChoices.includes(seats) && seats !== usualSeats && { seats }) }
}

export function useTables(asked: TablesAsked) {
  const search = new URLSearchParams({ ...(asked.theme && { theme: asked.theme }), ...(asked.seats && { seats: asked.seats }) }).toString()
  return useQuery({
    queryKey: ['tables', search],
    queryFn: ({ signal }) => ask<TablesAnswer>(`/api/tables?${search}`, signal),
    placeholderData: (before) => before
  })
}
