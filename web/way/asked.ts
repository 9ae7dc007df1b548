import { useQuery } from '@tanstack/react-query'
import type { PathsAnswer } from '#contract/paths.ts'
import { ask } from '../api.ts'
import { to, type WayAsked } from '../location.ts'

/** The most steps a way may have, and what a page that says nothing asks for. */
export const mostSteps = 6

export function wayIn(asked: URLSearchParams): WayAsked {
  return {
    from: asked.get('from') ?? undefined,
    to: asked.get('to') ?? undefined,
    avoid: asked.getAll('avoid'),
    since: asked.get('since') ?? undefined,
    maxHops: asked.get('maxHops') ?? undefined
  }
}

export function useWays(asked: WayAsked) {
  const search = to.way(asked).split('?')[1] ?? ''
  return useQuery({
    queryKey: ['ways', search],
    queryFn: ({ signal }) => ask<PathsAnswer>(`/api/paths?${search}`, signal),
    enabled: Boolean(asked.from && asked.to && asked.from !== asked.to)
  })
}

/** Three years back: what "recent" means for a tie between people. */
export function recently(today = new Date()): string {
  const day = new Date(Date.UTC(today.getFullYear() - 3, today.getMonth(), today.getDate()))
  return day.toISOString().slice(0, 10)
}
