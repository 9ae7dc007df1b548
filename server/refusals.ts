import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest, FastifyHttpOptions } from 'fastify'
import { PROBLEM_TYPE, ProblemError, problemText } from './problem.ts'

/** How long a connection may take: who sends a request byte by byte does not hold one forever. */
export const connections = {
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  // Browsers hold connections open on which nothing was ever asked: an end waits for none of them.
  forceCloseConnections: true,
  // A missing Host is refused below, where the refusal can say what is missing.
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, requireHostHeader: false }
} satisfies FastifyHttpOptions<Server>

/** Refuses what no route is for, before anything of a body is read. */
export function refuseUnusual(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  const { method, headers, raw } = request
  if (raw.httpVersion === '1.1' && headers.host === undefined) {
    done(new ProblemError(400, 'The request has no Host header, which HTTP/1.1 asks for; send one.'))
  } else if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
    done(new ProblemError(417, 'Of what Expect may ask, only 100-continue is known; leave it out.'))
  } else if (method !== 'GET' && method !== 'HEAD' && request.is404) {
    const allowed = allowedAt(request)
    void reply.header('allow', allowed)
    done(new ProblemError(405, `${method} is not answered here; what is: ${allowed}.`))
  } else done()
}

/** The methods that an address answers; most are only read. */
function allowedAt({ server, url }: FastifyRequest): string {
  const path = url.split('?', 1)[0] as string
  const known = ['GET', 'HEAD', 'POST'].filter((method) => server.hasRoute({ method, url: path }))
  return known.includes('POST') ? known.join(', ') : 'GET, HEAD'
}

/** Why Node could not read a request, by its code. */
const unreadable: Record<string, [status: string, detail: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The address and headers are longer than 16 KB together; shorten them.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive; send it again.']
}

/** Answers what is no request that HTTP knows, and hangs up. */
export function replyUnreadable({ code = '' }: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const [status, detail] = unreadable[code] ?? ['400 Bad Request', 'The request could not be read as HTTP.']
  const body = problemText(Number.parseInt(status, 10), detail)
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy()
  )
}
