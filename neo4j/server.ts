import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { lastWords } from './command.ts'
import { dockerLauncher } from './docker.ts'
import { javaLauncher } from './java.ts'

interface Neo4jOptions {
  dataFolder: string
  /** 0, or left out: any free one. */
  port?: number
  heap?: string
  /** Asks for a password; the first is neo4j / neo4j, which Neo4j wants changed before anything else. */
  auth?: boolean
}

export interface Neo4jServer {
  uri: string
  /** Ends it in order. */
  stop(): Promise<void>
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** Resolves when it has ended, however. */
  ended: Promise<unknown>
}

/** How a way of running Neo4j starts one. The process ends in order when its input closes. */
export type Launcher = (options: Required<Neo4jOptions>) => { program: string; parameters: string[]; kill?: () => void }

let launcher: Promise<Launcher> | undefined

/**
 * Finds a way to run Neo4j here, Docker before Java, and fetches what it needs (once, about 130 MB).
 * Rejects with a sentence that says what to install.
 */
export function prepareNeo4j(): Promise<Launcher> {
  launcher ??= dockerLauncher().catch((withoutDocker: Error) =>
    javaLauncher().catch((withoutJava: Error) => {
      throw new Error(`Neo4j needs Docker, or Java 17 (a JDK) and Maven: ${withoutDocker.message}; ${withoutJava.message}.`)
    })
  )
  return launcher
}

/** Starts Neo4j on this machine, for this machine only; it ends with this process. Resolves when it answers. */
export async function startNeo4j({ dataFolder, port = 0, heap = '2g', auth = false }: Neo4jOptions): Promise<Neo4jServer> {
  const launch = await prepareNeo4j()
  const free = await freePort(port)
  const { program, parameters, kill } = launch({ dataFolder: resolve(dataFolder), port: free, heap, auth })
  // In a group of its own: Ctrl-C in a terminal reaches only this process, which then ends the server in order.
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  const ended = once(child, 'exit')
  const uri = `bolt://127.0.0.1:${free}`
  await answering(uri, child)
  return {
    uri,
    ended,
    async stop() {
      child.stdin.end()
      await ended
    },
    async kill() {
      kill?.()
      child.kill('SIGKILL')
      await ended
    }
  }
}

/** The port itself where it is free, or any free one for 0. */
async function freePort(port: number): Promise<number> {
  const listener = createServer().listen(port, '127.0.0.1')
  await once(listener, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken; perhaps Neo4j runs already. NEO4J_PORT chooses another.`)
  })
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('A listener on a port has an address')
  return address.port
}

async function answering(uri: string, child: ChildProcess): Promise<void> {
  let said = ''
  const hear = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const deadline = Date.now() + 120_000
  while (!(await answers(uri))) {
    const over = child.exitCode !== null || child.signalCode !== null
    if (!over && Date.now() < deadline) {
      await sleep(200)
      continue
    }
    child.kill('SIGKILL')
    throw new Error(`Neo4j did not start: ${lastWords(said) || 'it said nothing for two minutes'}`)
  }
}

/** A refused password is an answer too. */
async function answers(uri: string): Promise<boolean> {
  const driver = neo4j.driver(uri, undefined, { connectionTimeout: 1_000, connectionAcquisitionTimeout: 1_000 })
  try {
    await driver.getServerInfo()
    return true
  } catch (error) {
    return error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.ClientError.Security.')
  } finally {
    await driver.close()
  }
}
