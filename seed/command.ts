import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { isAbsolute, resolve } from 'node:path'
import { type Config, readConfig } from '../server/config.ts'
import { GraphAway, StoreHeld } from '../server/graph/engine.ts'
import { openGraph, placeName } from '../server/graph/open.ts'
import { openJournal } from '../server/journal/open.ts'
import { readRunning, type Running } from '../server/running.ts'
import { showProgress } from './progress.ts'
import { sentenceOf } from './sentence.ts'
import { type Outcome, runTask, type Task } from './task.ts'
import type { TaskNews } from './task-thread.ts'

/** A folder as it was written on the command line: npm changes into the project first, and notes where it was called. */
export const folderFromHere = (folder: string): string =>
  isAbsolute(folder) ? folder : resolve(process.env.INIT_CWD ?? process.cwd(), folder)

/** Runs a command to its exit: 0 when it did what was asked, 1 on any fault, each told in sentences. */
export async function runCommand(task: Task): Promise<never> {
  const progress = showProgress()
  try {
    const outcome = await carryOut(readConfig(), task, progress.show)
    progress.end()
    for (const line of outcome.lines) (outcome.ok ? process.stdout : process.stderr).write(`${line}\n`)
    return process.exit(outcome.ok ? 0 : 1)
  } catch (error) {
    progress.end()
    process.stderr.write(`${sentenceOf(error)}\n`)
    return process.exit(1)
  }
}

type OnProgress = Parameters<typeof runTask>[2]

/** Through the server that runs on this data folder, or else on the store itself. */
async function carryOut(config: Config, task: Task, onProgress: OnProgress): Promise<Outcome> {
  const asked = await askServer(config, task, onProgress)
  if (asked) return asked
  try {
    const engine = await openGraph(config.graph)
    try {
      await openJournal(engine)
      return await runTask(engine, task, onProgress)
    } finally {
      await engine.close()
    }
  } catch (error) {
    if (error instanceof GraphAway) throw error
    // A server may have started in between.
    const late = error instanceof StoreHeld ? await askServer(config, task, onProgress) : undefined
    if (late) return late
    throw error
  }
}

/** Undefined where no server runs on this data folder and graph. */
async function askServer(config: Config, task: Task, onProgress: OnProgress): Promise<Outcome | undefined> {
  const running = readRunning(config.dataFolder)
  if (running?.graph !== placeName(config.graph)) return undefined
  const response = await knock(running, task)
  if (!response?.body) return undefined
  for await (const line of linesOf(response.body as import('node:stream/web').ReadableStream)) {
    if (line === '') continue
    const news = JSON.parse(line) as TaskNews
    if ('progress' in news) onProgress(news.progress)
    else if ('failed' in news) throw new Error(news.failed)
    else return news.outcome
  }
  throw new Error('The server stopped before it was done. Nothing is half loaded: what it had not finished is not there. Try again.')
}

/** The lines of an answer, as far as they come. */
async function* linesOf(body: import('node:stream/web').ReadableStream): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: Readable.fromWeb(body) })
  } catch {
    // The server died in the middle; its last line is missing.
  }
}

async function knock({ address, secret }: Running, task: Task): Promise<Response | undefined> {
  try {
    const response = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: JSON.stringify(task) })
    return response.ok ? response : undefined
  } catch {
    // Noted by a server that died without a word.
    return undefined
  }
}
