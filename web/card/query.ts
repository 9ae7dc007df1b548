import { useQuery } from '@tanstack/react-query'
import type { Card } from '#contract/cards.ts'
import { ask } from '../api.ts'

export function useCard(id: string | undefined) {
  return useQuery({
    queryKey: ['card', id],
    queryFn: ({ signal }) => ask<Card>(`/api/entities/${encodeURIComponent(id ?? '')}`, signal),
    enabled: Boolean(id)
  })
}
