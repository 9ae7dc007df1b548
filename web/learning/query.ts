import { useQuery } from '@tanstack/react-query'
import type { LearningAnswer } from '#contract/learning.ts'
import { ask } from '../api.ts'

export const useLearning = () => useQuery({ queryKey: ['learning'], queryFn: ({ signal }) => ask<LearningAnswer>('/api/learning', signal) })
