import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the generator of requests is told: each connection asks for paths of its own. */
export interface LoadAsked {
  address: string
  paths: string[]
  connections: number
  seconds: number
  headers: Record<string, string>
}
export type LoadTold = { perSecond: number; notModified: number; failed: number }

const generator = fileURLToPath(new URL('./load-process.ts', import.meta.url))

/** Asks as fast as answers come, from a process that does nothing else; gives the answers per second. */
export async function loadWith(asked: LoadAsked): Promise<LoadTold> {
  const child = fork(generator)
  child.send(asked)
  const [told] = (await once(child, 'message')) as [LoadTold]
  if (told.failed > 0) throw new Error(`${told.failed} requests to ${asked.address} failed, such as ${asked.paths[0]}.`)
  return told
}
