import { useQuery } from '@tanstack/react-query'
import type { Me } from '#contract/decisions.ts'
import { ask } from '../api.ts'

/** Whose eyes the reader has, and whether they decide. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => ask<Me>('/api/me', signal), staleTime: 300_000 })

/** Whether what the reader decides is taken. */
export const useDecides = (): boolean => useMe().data?.decides === true
