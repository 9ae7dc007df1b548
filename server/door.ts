import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a task tells over the door: one JSON text a line; an empty line says that it goes on. */
export type DoorNews = { progress: unknown } | { outcome: unknown } | { failed: string }

export interface Door {
  address: string
  close(): Promise<void>
}

/** A task is a few words: where a folder stands, the name of a batch. */
const LONGEST_TASK = 100_000

const BREATH_EVERY_MS = 20_000

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Opens the door for commands of this machine: a port of its own, on loopback, that answers nobody without the secret. The task is run, its
 * progress and its outcome are told as they come.
 */
export async function openDoor(secret: string, run: (task: unknown, tell: (news: DoorNews) => void) => Promise<void>): Promise<Door> {
  const expected = digest(`Bearer ${secret}`)
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      response.writeHead(403).end()
      return
    }
    let text = ''
    for await (const piece of request) {
      text += piece
      if (text.length > LONGEST_TASK) throw new Error('the task is too long')
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.flushHeaders()
    const tell = (news: DoorNews): void => {
      response.write(`${JSON.stringify(news)}\n`)
    }
    // Whoever waits gives up on a line that is silent for minutes.
    const breath = setInterval(() => response.write('\n'), BREATH_EVERY_MS)
    try {
      await run(JSON.parse(text), tell)
    } catch (error) {
      tell({ failed: error instanceof Error ? error.message : String(error) })
    } finally {
      clearInterval(breath)
    }
    response.end()
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
