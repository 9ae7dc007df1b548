import { once } from 'node:events'
import { dirname } from 'node:path'
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { makeFolder } from './folder.ts'
import { startThread } from '../thread.ts'
import type { Ask, EmbeddedStart, EmbeddedStarted, Reply } from './embedded-messages.ts'
import { type Engine, type EngineHandle, type Parameters, type Reader, type Row, StoreHeld } from './engine.ts'
import type { Query } from './query.ts'

/** How often a write that met a conflict is run again. */
const MOST_TRIES = 5

/** The embedded engine is a library made for each platform; not for every one. */
const NO_ENGINE =
  'The embedded graph does not run on this machine: it is made for Linux (glibc 2.34 or later; musl on arm64 only), macOS, and Windows on x64. Run `npm ci` again, or name a Neo4j by NEO4J_URI.'

class Conflict extends Error {}

/** Asks over a port and hears the answers, in whatever order they come. */
class Line {
  private readonly port: MessagePort | Worker
  private readonly open = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void; name: string }>()
  private count = 0
  private isClosed = false

  constructor(port: MessagePort | Worker) {
    this.port = port
    port.on('message', (reply: Reply) => {
      const asked = this.open.get(reply.number)
      this.open.delete(reply.number)
      if (!asked) return
      if (!('error' in reply)) asked.resolve(reply)
      else if (reply.error.conflict) asked.reject(new Conflict(reply.error.message))
      else asked.reject(new Error(`${asked.name}: ${reply.error.message}`))
    })
    port.on(isWorker(port) ? 'exit' : 'close', () => {
      this.isClosed = true
      for (const { reject, name } of this.open.values()) reject(new Error(`${name}: the store was closed`))
      this.open.clear()
    })
  }

  ask<R extends Reply>(ask: Ask, name: string, transfer: MessagePort[] = []): Promise<R> {
    this.count += 1
    const number = this.count
    if (this.isClosed) return Promise.reject(new Error(`${name}: the store was closed`))
    return new Promise((resolve, reject) => {
      this.open.set(number, { resolve: (reply) => resolve(reply as R), reject, name })
      this.port.postMessage({ ...ask, number }, transfer)
    })
  }

  async run<R extends object>({ name, text }: Query, parameters: Parameters, transaction?: number): Promise<R[]> {
    const { rows } = await this.ask<{ number: number; rows: Row[] }>(
      { ask: 'run', text, parameters: withNulls(parameters), transaction },
      name
    )
    return rows as R[]
  }
}

const isWorker = (port: MessagePort | Worker): port is Worker => 'threadId' in port

/** A missing value is sent as null: the engine refuses a parameter that is not there. */
const withNulls = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value ?? null]))

function engineOver(line: Line, close: () => Promise<void>): Engine {
  const reader: Reader = { read: (query, parameters = {}) => line.run(query, parameters) }
  return {
    name: 'embedded',
    ...reader,
    async write(work) {
      for (let tries = 1; ; tries++) {
        const { transaction } = await line.ask<{ number: number; transaction: number }>({ ask: 'begin' }, 'begin')
        try {
          const done = await work({ read: (query, parameters = {}) => line.run(query, parameters, transaction) })
          await line.ask({ ask: 'commit', transaction }, 'commit')
          return done
        } catch (error) {
          await line.ask({ ask: 'rollback', transaction }, 'rollback').catch(() => undefined)
          if (!(error instanceof Conflict) || tries === MOST_TRIES) throw error
        }
      }
    },
    async share() {
      const { port1, port2 } = new MessageChannel()
      await line.ask({ ask: 'attach', port: port1 }, 'attach', [port1])
      return { engine: 'embedded', port: port2 }
    },
    close
  }
}

/**
 * Opens the store in the file `path`, made where there is none, in a thread of its own.
 * Throws `StoreHeld` when another process still holds it after ten seconds.
 */
export async function openEmbedded(path: string): Promise<Engine> {
  makeFolder(dirname(path))
  const worker = startThread(new URL('./embedded-thread.ts', import.meta.url), { workerData: { path } satisfies EmbeddedStart })
  const [started] = (await once(worker, 'message').catch((error: Error) => {
    throw new Error(`${NO_ENGINE} (${error.message.split('\n')[0]})`)
  })) as [EmbeddedStarted]
  if ('failed' in started) {
    await worker.terminate()
    if (started.held) throw new StoreHeld(`The store ${path} is held by another process; stop it, or wait until it has closed.`)
    throw new Error(`The store ${path} cannot be opened: ${started.failed}`)
  }
  const line = new Line(worker)
  let closing: Promise<void> | undefined
  return engineOver(line, () => {
    closing ??= line.ask({ ask: 'close' }, 'close').then(async () => {
      await worker.terminate()
    })
    return closing
  })
}

/** Reaches, from a worker thread, the store that its parent opened. */
export function attachEmbedded({ port }: Extract<EngineHandle, { engine: 'embedded' }>): Engine {
  return engineOver(new Line(port), async () => port.close())
}
