import { QueryClient } from '@tanstack/react-query'
import { EMBED_PATH } from '#contract/embed.ts'
import type { Problem } from '#contract/problem.ts'
import { bearer, keyHere } from './key.ts'

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
/** Who asks may not. */
export const isDenied = (error: unknown): boolean => error instanceof Refused && [401, 403].includes(error.problem.status)
export const isMissing = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404

declare global {
  interface Window {
    /** What public/early.js asked for before this script was here. */
    early?: { path: string; reply: Promise<Response> }
  }
}

/** The early reply to who first asks for the same; it is given once. */
function earlyReply(path: string): Promise<Response> | undefined {
  if (window.early?.path !== path) return undefined
  const { reply } = window.early
  delete window.early
  return reply
}

/** A view within another site is a visitor's, whoever looks at it. */
const ownKey = (): string | undefined => (window.location.pathname === EMBED_PATH ? undefined : keyHere())

/** A reply that is an answer of this type; what is none is thrown. */
async function answerOf(path: string, type: string, asked: Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const reply = await asked.catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new Unreachable('the server cannot be reached', { cause })
  })
  const kind = reply.headers.get('content-type') ?? ''
  if (kind.startsWith('application/problem+json')) throw new Refused((await reply.json()) as Problem)
  if (!reply.ok || !kind.startsWith(type)) throw new Unreachable(`${path} answered ${reply.status}`)
  return reply
}

/** The reply to a question that takes this type of answer. */
const replyTo = (path: string, type: string, signal: AbortSignal, key = ownKey()): Promise<Response> =>
  answerOf(path, type, earlyReply(path) ?? fetch(path, { signal, headers: { accept: type, ...bearer(key) } }), signal)

/** The answer of the API. The contract's schemas made it on the other side: it is not weighed twice. `key`: asked with this one, not the one that is kept. */
export async function ask<Answer>(path: string, signal: AbortSignal, key?: string): Promise<Answer> {
  return (await (await replyTo(path, 'application/json', signal, key)).json()) as Answer
}

/** Has something written, and the answer to that. */
export async function tell<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...bearer(ownKey()) }
  const asked = fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await (await answerOf(path, 'application/json', asked)).json()) as Answer
}

/** An answer of the API that is not JSON. */
export async function askBytes(path: string, type: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return (await replyTo(path, type, signal)).arrayBuffer()
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
