import neo4j from 'neo4j-driver'
import { GraphAway, type Neo4jSettings } from './engine.ts'

const schemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']
const start = 'Start it or check NEO4J_URI; `npm run neo4j` starts one for development.'

/** Throws `GraphAway` where NEO4J_URI is not one, before the driver does so in its own words. */
export function checkUri(uri: string): void {
  const fault = faultOf(uri)
  if (fault) throw new GraphAway(`NEO4J_URI ${fault}. It is written like bolt://127.0.0.1:7687 or neo4j+s://graph.example.org.`)
}

function faultOf(uri: string): string | undefined {
  // What is given may hold a password anywhere: only its scheme is repeated.
  if (!URL.canParse(uri)) return 'is not an address'
  const { protocol, hostname, username, password, search } = new URL(uri)
  const scheme = protocol.slice(0, -1)
  if (!schemes.includes(scheme)) return `begins with "${scheme}:"; known: ${schemes.join(', ')}`
  if (!hostname) return `names no host after "${scheme}:"`
  if (username || password) return 'holds a user name: that belongs in NEO4J_USERNAME and NEO4J_PASSWORD'
  if (search && scheme.startsWith('bolt')) return `has a part after "?", which "${scheme}:" does not take, only neo4j: does`
  return undefined
}

/** The address without what may be secret in it: its scheme, host and port. */
function plain(uri: string): string {
  const { protocol, host } = new URL(uri)
  return `${protocol}//${host}`
}

/** The driver's error as `GraphAway` where it says that the server cannot be used, any other error as it is. */
export function awayOr(error: unknown, settings: Neo4jSettings): unknown {
  const reason = reasonOf(error, settings)
  return reason ? new GraphAway(`Neo4j at ${plain(settings.uri)} cannot be used: ${reason}`, { cause: error }) : error
}

function reasonOf(error: unknown, settings: Neo4jSettings): string | undefined {
  if (!(error instanceof neo4j.Neo4jError)) return undefined
  const { code } = error
  if (code.endsWith('Security.AuthenticationRateLimit')) return 'too many wrong passwords. Wait a moment, then check NEO4J_PASSWORD.'
  if (code.endsWith('Security.CredentialsExpired')) return 'its first password must be changed before it is used.'
  if (code.startsWith('Neo.ClientError.Security.')) {
    const given = settings.password ? 'the user name or the password is refused' : 'it asks for a password'
    return `${given}. Check NEO4J_USERNAME and NEO4J_PASSWORD.`
  }
  if (code.endsWith('Database.DatabaseNotFound')) return `it has no database "${settings.database ?? ''}". Check NEO4J_DATABASE.`
  if (code.endsWith('General.DatabaseUnavailable')) return 'its database is not ready. Try again in a moment.'
  const { SERVICE_UNAVAILABLE, SESSION_EXPIRED } = neo4j.error
  const unreachable = code === SERVICE_UNAVAILABLE || code === SESSION_EXPIRED || /acquisition timed out|responded HTTP/.test(error.message)
  return unreachable ? `${lastCause(error)}. ${start}` : undefined
}

/** What went wrong on the wire: the driver tells it at the end of a message, sometimes of the innermost one. */
function lastCause(error: Error): string {
  if (error.cause instanceof Error) return lastCause(error.cause)
  const said = error.message
  if (/ECONNREFUSED/.test(said)) return 'nothing listens there (connection refused)'
  if (/ENOTFOUND|EAI_AGAIN/.test(said)) return 'the host is unknown'
  if (/TLS|SSL|certificate/i.test(said))
    return 'the encrypted connection failed; is its certificate right, and should the address have the +s?'
  if (/HTTP/.test(said)) return 'this is the port of its web pages; the one for Bolt is usually 7687'
  if (/timed? ?out|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(said)) return 'it does not answer'
  if (/closed|ECONNRESET|EPIPE|reset|lost/i.test(said)) return 'it hung up'
  return said
}
