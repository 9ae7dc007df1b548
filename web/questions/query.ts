import { useQuery } from '@tanstack/react-query'
import { type CommunitiesAnswer, type Question, type QuestionKind, questionKinds, type QuestionsAnswer } from '#contract/questions.ts'
import { ask } from '../api.ts'
import { to } from '../location.ts'

/** All questions that are told: one page holds them. */
export const useQuestions = () =>
  useQuery({ queryKey: ['questions'], queryFn: ({ signal }) => ask<QuestionsAnswer>('/api/questions?limit=100', signal) })

export const useCommunities = () =>
  useQuery({ queryKey: ['communities'], queryFn: ({ signal }) => ask<CommunitiesAnswer>('/api/communities?limit=40', signal) })

/** The kinds that an address keeps; what is no kind is left out, none at all means every kind. */
export function keptIn(asked: URLSearchParams): QuestionKind[] {
  const wanted = (asked.get('kinds') ?? '').split(',')
  return questionKinds.filter((kind) => wanted.includes(kind))
}

/** The view of the map that shows what a question is about. */
export function mapOf({ kind, entities, communities }: Question): string {
  const ids = entities.map(({ id }) => id)
  const [first = ''] = ids
  if (kind === 'bridge' || kind === 'gap')
    return to.map({ communities: communities.map(String), colour: 'community', selected: ids.slice(0, kind === 'gap' ? 2 : 1) })
  const around = kind === 'unused-program' ? ids : [first]
  return to.map({ around, selected: [first], steps: kind === 'missed' ? '2' : '' })
}
