import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Health } from '#contract/health.ts'
import { buildPages } from '../server/pages.ts'

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const LOOK_EVERY_MS = 20
const PATIENCE_MS = 300_000

/** The product, running as people run it. */
export interface Product {
  address: string
  process: ChildProcess
  /** When it was started, when it listened, first answered and was `ok`, in milliseconds since 1970. */
  moments: { started: number; listening: number; answering: number; ok: number }
  stop(): Promise<void>
}

/** Starts the product on a data folder, or on a Neo4j, and waits until it is `ok`; `before` is imported ahead of it. */
export async function startProduct(dataFolder: string, { neo4j, before }: { neo4j?: string; before?: URL } = {}): Promise<Product> {
  await buildPages(() => undefined)
  const { NEO4J_URI: _, ENTREMISE_TOKEN: __, ...environment } = process.env
  const loaders = ['tsx', ...(before ? [before.href] : [])].flatMap((loader) => ['--import', loader])
  const started = Date.now()
  const child = spawn(process.execPath, [...loaders, main], {
    env: { ...environment, ENTREMISE_DATA: dataFolder, HOST: '127.0.0.1', PORT: '0', ...(neo4j && { NEO4J_URI: neo4j }) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const ended = once(child, 'exit')
  const address = await addressOf(child)
  const listening = Date.now()
  const { answering, ok } = await untilOk(address, child)
  return {
    address,
    process: child,
    moments: { started, listening, answering, ok },
    async stop() {
      child.kill('SIGTERM')
      const stuck = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(stuck)
    }
  }
}

/** The address that the product prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it listened.`)))
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address) resolve(address)
    })
  })
}

async function untilOk(address: string, child: ChildProcess): Promise<{ answering: number; ok: number }> {
  let answering: number | undefined
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(`${address}/api/health`).catch(() => undefined)
    if (response) {
      const { status } = (await response.json()) as Health
      answering ??= Date.now()
      if (status === 'ok') return { answering, ok: Date.now() }
    }
    await sleep(LOOK_EVERY_MS)
  }
  child.kill('SIGKILL')
  throw new Error(child.exitCode === null ? 'The server was not ok after five minutes.' : 'The server ended before it was ok.')
}
