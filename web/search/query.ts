import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SearchAnswer } from '#contract/search.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { ask } from '../api.ts'

interface Wanted {
  q: string
  types?: EntityType[]
  limit: number
}

/** Results for what is typed; those of the former text stay until the next ones come. Nothing typed asks nothing. */
export function useSearch({ q, types = [], limit }: Wanted) {
  const search = new URLSearchParams({ q: q.trim().slice(0, 200), limit: String(limit) })
  if (types.length > 0) search.set('types', types.join())
  return useQuery({
    queryKey: ['search', search.toString()],
    queryFn: ({ signal }) => ask<SearchAnswer>(`/api/search?${search}`, signal),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData
  })
}

/** A text, once its writer has paused. */
export function usePaused(text: string, milliseconds = 90): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return paused
}
