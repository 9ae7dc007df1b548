import grafeo from '@grafeo-db/js'
import neo4j from 'neo4j-driver'
import type { GraphPlace } from '../server/graph/open.ts'
import { query } from '../server/graph/query.ts'
import { startClock, type Took } from './clock.ts'
import type { PlainRows } from './rows.ts'

const ROWS_AT_ONCE = 5_000
const schema = ['schema/entity-id', 'schema/entity-index'].map((name) => query(name).text)

/** Loads rows the plain way: the same indexes, 5,000 rows a statement, one transaction, no more than the engine's own client between. */
export function plainLoad(place: GraphPlace, loads: readonly PlainRows[]): Promise<Took> {
  return place.engine === 'embedded' ? intoEmbedded(place.path, loads) : intoNeo4j(place.settings.uri, loads)
}

function* parts(loads: readonly PlainRows[]): Generator<PlainRows> {
  for (const { statement, rows } of loads) {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield { statement, rows: rows.slice(start, start + ROWS_AT_ONCE) }
  }
}

async function intoEmbedded(path: string, loads: readonly PlainRows[]): Promise<Took> {
  const database = grafeo.GrafeoDB.create(path)
  for (const text of schema) await database.executeCypher(text)
  const took = startClock()
  const transaction = database.beginTransaction()
  for (const { statement, rows } of parts(loads)) await transaction.executeCypher(statement, { rows })
  transaction.commit()
  const loaded = took()
  database.close()
  return loaded
}

async function intoNeo4j(uri: string, loads: readonly PlainRows[]): Promise<Took> {
  const driver = neo4j.driver(uri)
  const session = driver.session()
  try {
    for (const text of schema) await session.run(text)
    const took = startClock()
    await session.executeWrite(async (transaction) => {
      for (const { statement, rows } of parts(loads)) await transaction.run(statement, { rows })
    })
    return took()
  } finally {
    await session.close()
    await driver.close()
  }
}
