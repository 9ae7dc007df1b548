import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isStarting } from '../api.ts'
import { useSay } from '../language.ts'
import { words } from '../words.ts'
import { Failed } from './Face.tsx'

interface AnsweredProps<Answer> {
  query: UseQueryResult<Answer>
  /** The form of what comes, while it is on its way. */
  waiting: ReactNode
  /** A face of its own for failures that this place knows; the others have the common one. */
  failed?: (error: unknown) => ReactNode
  children: (answer: Answer) => ReactNode
}

/** The three faces of a question: waiting, failed, answered. An answer once had stays while a newer one is asked for. */
export function Answered<Answer>({ query, waiting, failed, children }: AnsweredProps<Answer>) {
  const say = useSay()
  if (query.data !== undefined) return children(query.data)
  const error = query.error ?? (isStarting(query.failureReason) ? query.failureReason : undefined)
  if (error) return failed?.(error) || <Failed error={error} again={() => query.refetch()} />
  return (
    <div className="waiting" aria-busy="true">
      <p className="unseen" role="status">
        {say(words.waiting.page)}
      </p>
      {waiting}
    </div>
  )
}
