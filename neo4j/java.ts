import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command } from './command.ts'
import type { Launcher } from './server.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const cache = fileURLToPath(new URL('../node_modules/.cache/entremise-neo4j', import.meta.url))

/** Neo4j as a Java program, its parts fetched by Maven. Rejects where Java 17 is missing or they cannot be fetched. */
export async function javaLauncher(): Promise<Launcher> {
  const said = await command('java', ['-version'], 20_000)
  const version = Number(/version "(\d+)/.exec(said)?.[1])
  if (!(version >= 17)) throw new Error(`java is of version ${version || 'unknown'}; Neo4j needs 17 or later`)
  const library = await fetchLibrary()

  return ({ dataFolder, port, heap, auth }) => ({
    program: 'java',
    parameters: [
      `-Xmx${heap}`,
      ...['java.nio', 'java.io', 'sun.nio.ch'].map((inner) => `--add-opens=java.base/${inner}=ALL-UNNAMED`),
      ...['-cp', join(library, '*'), join(here, 'Neo4jServer.java'), dataFolder, String(port), String(auth)]
    ]
  })
}

/** The folder of jars that pom.xml names. It gets its name when it is whole: half a download is never taken for one. */
async function fetchLibrary(): Promise<string> {
  const pom = join(here, 'pom.xml')
  const library = join(cache, `lib-${createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 8)}`)
  if (existsSync(library)) return library
  const partial = `${library}.${process.pid}`
  try {
    await mkdir(partial, { recursive: true })
    await command('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`], 600_000)
    await rename(partial, library)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    // Another process may have been first.
    if (!existsSync(library)) throw error
  }
  return library
}
