import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPages } from '../server/pages.ts'
import { type Neo4jServer, prepareNeo4j, startNeo4j } from '../neo4j/server.ts'

/** Where test files get their turn on the one Neo4j of a run, or why there is none. */
type Neo4jDesk = { port: number } | { leftOut: string }

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Neo4jDesk
  }
}

/**
 * One Neo4j serves the whole run, started when the first test asks. Its community edition has one database, so test files take turns:
 * a file connects here, is sent the address when its turn comes, and keeps the turn until it hangs up, or dies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Once for all files: two that built them at a time would serve each other's halves.
  await buildPages(() => undefined)
  try {
    await prepareNeo4j()
  } catch (error) {
    const leftOut = (error as Error).message
    if (process.env.CI === 'true') throw error
    console.log(`Neo4j left out: ${leftOut}`)
    project.provide('neo4j', { leftOut })
    return async () => undefined
  }

  const folder = await mkdtemp(join(tmpdir(), 'entremise-neo4j-'))
  let server: Promise<Neo4jServer> | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const desk = createServer((socket: Socket) => {
    const left = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined).resume()
    turn = turn.then(async () => {
      server ??= startNeo4j({ dataFolder: folder, heap: '1g' })
      const answer = await server.then(({ uri }) => ({ uri })).catch((error: Error) => ({ fault: error.message }))
      if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`)
      await left
    })
  }).listen(0, '127.0.0.1')
  await once(desk, 'listening')
  project.provide('neo4j', { port: (desk.address() as AddressInfo).port })

  return async () => {
    desk.close()
    // Nothing in it is worth an orderly end.
    await (await server?.catch(() => undefined))?.kill()
    await rm(folder, { recursive: true, force: true })
  }
}
