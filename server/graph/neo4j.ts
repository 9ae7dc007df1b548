import neo4j, { type Driver, type Result, type Session } from 'neo4j-driver'
import type { Engine, Neo4jSettings, Parameters, Row, Value } from './engine.ts'
import { awayOr, checkUri } from './neo4j-away.ts'
import type { Query } from './query.ts'

/** In milliseconds. */
const patience = {
  /** One attempt to reach the server. */
  connect: 4_000,
  acquire: 5_000,
  /** Passing faults are tried again for so long, with pauses of one second, two, four. */
  retry: 5_000,
  /** After so long without an end, a read or write looks whether the server is still there. */
  silence: 5_000
}

/**
 * Opens a Neo4j server or cluster (`bolt://`, `neo4j://` and their `+s` and `+ssc` forms). All sessions share one bookmark manager,
 * so that a read sees the writes before it on whichever member of a cluster it lands; `bookmarks` carries that over from another
 * engine's `share()`. Throws `GraphAway` where the server, its password or its database cannot be used.
 */
export async function openNeo4j(settings: Neo4jSettings, bookmarks: string[] = []): Promise<Engine> {
  checkUri(settings.uri)
  const { uri, username = 'neo4j', password, database } = settings
  const driver = neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, {
    connectionTimeout: patience.connect,
    connectionAcquisitionTimeout: patience.acquire,
    // A connection that slept may lead to a server that is gone without a word: it is tried before it is used.
    connectionLivenessCheckTimeout: 1_000,
    maxTransactionRetryTime: patience.retry,
    disableLosslessIntegers: true,
    telemetryDisabled: true
  })
  const bookmarkManager = neo4j.bookmarkManager({ initialBookmarks: bookmarks })

  const told = <T>(work: Promise<T>): Promise<T> =>
    unlessFrozen(driver, work).catch((error: unknown) => {
      throw awayOr(error, settings)
    })

  function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = driver.session({ database, bookmarkManager })
    // Closing takes back what a frozen server may still do, and would wait for it.
    return told(work(session)).finally(() => void session.close().catch(() => undefined))
  }

  const engine: Engine = {
    name: 'neo4j',
    read: <R extends object = Row>(query: Query, parameters: Parameters = {}) =>
      told(
        driver.executeQuery(query.text, toNeo4j(parameters), {
          routing: 'READ',
          database,
          bookmarkManager,
          resultTransformer: (result) => rowsOf<R>(result, query)
        })
      ),
    write: (work) =>
      inSession((session) =>
        session.executeWrite(async (transaction) => {
          // After a failed statement the rest would be refused, and the commit with it: that must be heard even where work goes on.
          let failed: unknown
          const done = await work({
            read: <R extends object = Row>(query: Query, parameters: Parameters = {}) =>
              rowsOf<R>(transaction.run(query.text, toNeo4j(parameters)), query).catch((error: unknown) => {
                failed ??= error
                throw error
              })
          })
          if (failed) throw failed
          return done
        })
      ),
    share: async () => ({ engine: 'neo4j', settings, bookmarks: [...(await bookmarkManager.getBookmarks())] }),
    close: () => driver.close()
  }

  // An empty transaction goes the whole way: host, password, database. Unlike the managed ones it is not tried again.
  await inSession(async (session) => (await session.beginTransaction()).rollback()).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  return engine
}

/** A frozen server, or a network that swallows everything, never says so: while work takes long, the server is asked if it is there. */
function unlessFrozen<T>(driver: Driver, work: Promise<T>): Promise<T> {
  let watch: NodeJS.Timeout
  const frozen = new Promise<never>((_, reject) => {
    watch = setInterval(() => driver.getServerInfo().catch(reject), patience.silence)
  })
  return Promise.race([work, frozen]).finally(() => clearInterval(watch))
}

/** Rows are made while the answer streams, so that a large one is held once. */
function rowsOf<R extends object = Row>(result: Result, query: Query): Promise<R[]> {
  const rows: R[] = []
  return new Promise((resolve, reject) => {
    result.subscribe({
      onNext: (record) => rows.push(record.toObject() as R),
      onCompleted: () => resolve(rows),
      onError: (error) => {
        error.message = `${query.name}: ${error.message}`
        reject(error)
      }
    })
  })
}

/** A JavaScript number would arrive as a FLOAT: whole ones are sent as INTEGER. */
function toNeo4j(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(toNeo4j)
  if (typeof value !== 'object') return value
  const sent: Record<string, unknown> = {}
  for (const key of Object.keys(value)) sent[key] = toNeo4j(value[key])
  return sent
}
