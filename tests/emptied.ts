import type { Engine } from '../server/graph/engine.ts'
import { openJournal } from '../server/journal/open.ts'

/** Takes everything out of a store and begins its journal. The schema stays: a Neo4j would plan every statement anew without it. */
export async function emptied(engine: Engine): Promise<Engine> {
  await engine.write((transaction) => transaction.read({ name: 'test', text: 'MATCH (n) DETACH DELETE n' }))
  await openJournal(engine)
  return engine
}
