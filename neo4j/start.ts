import { join } from 'node:path'
import { startNeo4j } from './server.ts'

// `npm run neo4j`: a Neo4j for development, until Ctrl-C.
const dataFolder = join(process.env.ENTREMISE_DATA ?? 'data', 'neo4j')
const port = Number(process.env.NEO4J_PORT ?? 7687)

try {
  console.log(`Starting Neo4j in ${dataFolder} (the first time fetches about 130 MB) …`)
  const server = await startNeo4j({ dataFolder, port })
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = true
      console.log('Stopping Neo4j …')
      void server.stop()
    })
  }
  console.log(`Neo4j answers. In another terminal:\n\n  NEO4J_URI=${server.uri} npm start\n\nCtrl-C stops it.`)
  await server.ended
  if (!asked) throw new Error(`Neo4j ended by itself; ${join(dataFolder, 'logs')} says why.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
