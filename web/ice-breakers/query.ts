import { useQuery } from '@tanstack/react-query'
import type { IceBreakersAnswer } from '#contract/ice-breakers.ts'
import { ask } from '../api.ts'

/** First words for two people, once both are known and not one. */
export function useIceBreakers(a: string | undefined, b: string | undefined) {
  const search = new URLSearchParams({ a: a ?? '', b: b ?? '' }).toString()
  return useQuery({
    queryKey: ['ice-breakers', search],
    queryFn: ({ signal }) => ask<IceBreakersAnswer>(`/api/ice-breakers?${search}`, signal),
    enabled: Boolean(a && b && a !== b)
  })
}
