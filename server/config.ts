import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkUri } from './graph/neo4j-away.ts'
import type { GraphPlace } from './graph/open.ts'

/** What the environment decides; every value has a default that needs nothing installed. */
export interface Config {
  host: string
  port: number
  /** Where the store of the embedded engine and the file that names the running server stand. */
  dataFolder: string
  graph: GraphPlace
  /** A request that carries it is a connector's. */
  token?: string
}

const given = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined)

const Environment = z.object({
  HOST: given.transform((host) => host ?? '127.0.0.1'),
  PORT: z.coerce.number({ error: 'is not a port; write a number from 0 to 65535' }).int().min(0).max(65535).default(3000),
  ENTREMISE_DATA: given,
  ENTREMISE_TOKEN: given,
  NEO4J_URI: given,
  NEO4J_USERNAME: given,
  NEO4J_PASSWORD: given,
  NEO4J_DATABASE: given
})

/** Reads the environment. Throws a sentence that names the variable which is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = Environment.safeParse({ ...environment, PORT: environment.PORT || undefined })
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '))
  const { HOST, PORT, ENTREMISE_DATA, ENTREMISE_TOKEN, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = read.data
  if (NEO4J_URI) checkUri(NEO4J_URI)
  const dataFolder = resolve(ENTREMISE_DATA ?? fileURLToPath(new URL('../data', import.meta.url)))
  return {
    host: HOST,
    port: PORT,
    dataFolder,
    graph: NEO4J_URI
      ? { engine: 'neo4j', settings: { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD, database: NEO4J_DATABASE } }
      : { engine: 'embedded', path: resolve(dataFolder, 'graph.grafeo') },
    token: ENTREMISE_TOKEN
  }
}
