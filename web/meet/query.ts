import { useQuery } from '@tanstack/react-query'
import type { MatchesAnswer, MeetingsAnswer } from '#contract/matches.ts'
import { ask } from '../api.ts'
import { MOST_OF_WEEK } from './meeting.ts'

/** Where one is decided about, the next takes its place. */
const ASKED = 2 * MOST_OF_WEEK

/** The meetings of the week. */
export function useMeetings(enabled = true) {
  return useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => ask<MeetingsAnswer>(`/api/meetings?limit=${ASKED}`, signal),
    enabled
  })
}

/** Whom somebody should meet. */
export function useMatches(id: string | undefined) {
  return useQuery({
    queryKey: ['matches', id],
    queryFn: ({ signal }) => ask<MatchesAnswer>(`/api/matches?for=${encodeURIComponent(id ?? '')}&limit=${ASKED}`, signal),
    enabled: id !== undefined
  })
}
