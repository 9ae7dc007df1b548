import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Problem } from '#contract/problem.ts'
import { GraphAway } from './graph/engine.ts'

/** An expected error of a request; becomes its reply. `detail` names the thing and the next step. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly status: number
  readonly errors: Problem['errors']

  constructor(status: number, detail: string, errors?: Problem['errors']) {
    super(detail)
    this.status = status
    this.errors = errors
  }
}

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** How an answer that is a problem is documented. */
export const problemAnswer = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

const problem = (status: number, detail: string, errors?: Problem['errors']): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  ...(errors && { errors })
})

/** The body of an error whose reply is written by hand. */
export const problemText = (status: number, detail: string): string => JSON.stringify(problem(status, detail))

/** What to do about a body that the framework could not read, by its code. */
const unreadable: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is longer than any that is answered here; send a shorter one.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The body is not said to be JSON; send it with Content-Type: application/json.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty; send JSON.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body cannot be read as JSON; look at its quotes and commas.'
}

/** Any error as the problem that people read; what was not expected says nothing of its inside. */
function problemOf(error: FastifyError | Error): Problem {
  if (error instanceof ProblemError) return problem(error.status, error.message, error.errors)
  if (error instanceof GraphAway) return problem(503, error.message)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ instancePath, message }) => ({
      pointer: instancePath.slice(1) || 'request',
      detail: message ?? 'is not valid'
    }))
    return problem(400, errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; '), errors)
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status < 500) return problem(status, ('code' in error && unreadable[error.code]) || error.message)
  return problem(500, 'Something unexpected happened on the server; nothing was changed. Try again, and tell whoever runs it if it stays.')
}

/** Answers an error, the framework's own too. */
export function replyProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const answer = problemOf(error)
  if (answer.status >= 500 && answer.status !== 503) request.log.error(error)
  if (answer.status === 503) void reply.header('retry-after', '1')
  void reply.code(answer.status).removeHeader('etag').header('cache-control', 'no-store').type(PROBLEM_TYPE).send(JSON.stringify(answer))
}
