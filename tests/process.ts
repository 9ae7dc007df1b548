import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import type { Health } from '#contract/health.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

const alive = new Set<ChildProcess>()
afterEach(() => {
  for (const child of alive) child.kill('SIGKILL')
})

/** A process of the product. */
export interface Running {
  child: ChildProcess
  /** Everything it has said so far. */
  output(): string
  /** Resolves with the match once it has said it; rejects where it ends without. */
  said(words: RegExp): Promise<RegExpExecArray>
  /** Resolves with its exit code; null where a signal ended it. */
  ended: Promise<number | null>
}

/** Starts a script of the product on an environment of its own; it does not outlive the test. */
export function start(script: string, parameters: string[], environment: Record<string, string>): Running {
  const { NEO4J_URI: _, ENTREMISE_DATA: __, INIT_CWD: ___, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], {
    cwd: project,
    env: { ...inherited, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  alive.add(child)
  child.once('close', () => alive.delete(child))
  let text = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      for (const hear of heard) hear()
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    ended,
    output: () => text,
    said: (words) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          const match = words.exec(text)
          if (!match) return
          heard.delete(hear)
          resolve(match)
        }
        heard.add(hear)
        hear()
        ended.then(() => reject(new Error(`It ended and had not said ${words}, but:\n${text}`)))
      })
  }
}

/** Runs a command to its end. */
export async function run(
  command: 'import' | 'export',
  parameters: string[],
  environment: Record<string, string>
): Promise<{ code: number | null; output: string }> {
  const { ended, output } = start(`seed/${command}.ts`, parameters, environment)
  return { code: await ended, output: output() }
}

export interface Server extends Running {
  /** Where it answers, once it listens. */
  url: Promise<string>
  health(): Promise<Health>
  /** The revision it answers from once it has opened its graph. */
  opened(): Promise<number>
  stop(): Promise<number | null>
}

export function startServer(environment: Record<string, string>): Server {
  const running = start('server/main.ts', [], environment)
  const url = running.said(/Entremise is at (\S+)/).then(([, address = '']) => address)
  url.catch(() => undefined)
  return {
    ...running,
    url,
    health: async () => (await fetch(`${await url}/api/health`)).json() as Promise<Health>,
    opened: async () => Number((await running.said(/ties, revision (\d+)\./))[1]),
    stop() {
      running.child.kill('SIGTERM')
      return running.ended
    }
  }
}
