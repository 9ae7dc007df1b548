import { randomUUID } from 'node:crypto'
import type { Engine, Reader } from '../graph/engine.ts'
import { query } from '../graph/query.ts'

/** Which store this is, and its revision: 0 where nothing was ever written. */
export interface Head {
  revision: number
  store: string
}

/** Makes the store ready to be written: its constraints, and its journal where there is none. */
export async function openJournal(engine: Engine): Promise<Head> {
  // Neo4j takes no schema and no data in one transaction.
  for (const name of ['entity-id', 'entity-index', 'journal-id', 'entry-revision']) {
    await engine.write((transaction) => transaction.read(query(`schema/${name}`)))
  }
  await engine.write((transaction) => transaction.read(query('journal/begin'), { store: randomUUID() }))
  return readHead(engine)
}

export async function readHead(reader: Reader): Promise<Head> {
  const [head] = await reader.read<Head>(query('journal/head'))
  if (!head) throw new Error('The store has no journal; open it with openJournal first.')
  return head
}
