import { QueryClient } from '@tanstack/react-query'
import type { Problem } from '#contract/problem.ts'

/** The server answered, and says why it will not do what was asked. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Nobody answered, or something that is not Entremise did. */
export class Unreachable extends Error {}

export const isStarting = (error: unknown): error is Refused => error instanceof Refused && error.problem.status === 503
export const isMissing = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404

export async function ask<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const reply = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new Unreachable('the server cannot be reached', { cause })
  })
  const kind = reply.headers.get('content-type') ?? ''
  if (kind.startsWith('application/problem+json')) throw new Refused((await reply.json()) as Problem)
  if (!reply.ok || !kind.startsWith('application/json')) throw new Unreachable(`${path} answered ${reply.status}`)
  // The contract's schemas made this answer on the other side: it is not weighed twice.
  return (await reply.json()) as Answer
}

/** A server that starts is asked again every second until it answers; one that is away, every three seconds from the failed face. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (_count, error) => isStarting(error),
      retryDelay: 1000,
      refetchInterval: ({ state }) => (state.error instanceof Unreachable ? 3000 : false)
    }
  }
})
