import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { lensOf } from './lens.ts'
import { ProblemError } from './problem.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const isLoopback = (address: string): boolean => {
  const version = isIP(address)
  return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a Host header names this machine as itself: a name that somebody else's DNS leads here is another one. */
function isOfThisMachine(host: string): boolean {
  const name = /^(?:\[([\da-f:.]+)\]|([^[\]:@/\\\s]+))(?::\d{1,5})?$/i.exec(host)
  const said = (name?.[1] ?? name?.[2] ?? '').toLowerCase()
  return said === 'localhost' || isLoopback(said)
}

/** What proxies add to a request that they hand on. */
const isOfProxy = (header: string): boolean => ['forwarded', 'via', 'x-real-ip'].includes(header) || header.startsWith('x-forwarded')

/** What shows that a request was not made on this machine, by the server's own pages or a command; undefined where nothing does. */
function foreignTo({ headers, ip, raw }: FastifyRequest): string | undefined {
  const { host = '', origin } = headers
  const site = headers['sec-fetch-site']
  if (!isLoopback(ip)) return 'comes from another machine'
  // Proxies that say nothing of themselves speak as of old.
  if (Object.keys(headers).some(isOfProxy) || raw.httpVersion !== '1.1') return 'comes through a proxy'
  if (!isOfThisMachine(host)) return 'was not sent to localhost'
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return 'comes from the page of another site'
  if (site !== undefined && site !== 'same-origin') return 'comes from the page of another site'
  return undefined
}

/** Why a request may not decide; undefined where it may: with the token, or where none is set, on the server's own machine. */
export function refusalOf(request: FastifyRequest, token: string | undefined): ProblemError | undefined {
  if (token !== undefined) {
    if (lensOf(request.headers.authorization, token) === 'connectors') return undefined
    const wrong = request.headers.authorization === undefined ? 'Only connectors may decide' : 'The token is not that of connectors'
    return new ProblemError(401, `${wrong}; send Authorization: Bearer with the ENTREMISE_TOKEN of the server.`)
  }
  const foreign = foreignTo(request)
  return foreign === undefined
    ? undefined
    : new ProblemError(
        403,
        `Without a token only the machine that the server runs on may decide, and this request ${foreign}. Set ENTREMISE_TOKEN where the server is started, and send Authorization: Bearer with it.`
      )
}
