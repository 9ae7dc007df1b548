import { parentPort, workerData } from 'node:worker_threads'
import type { EngineHandle } from '../server/graph/engine.ts'
import { attachGraph } from '../server/graph/open.ts'
import { sentenceOf } from './sentence.ts'
import { type Outcome, type Progress, runTask, type Task } from './task.ts'

/** Carries a task out beside a running server, off its event loop. */
export interface TaskStart {
  handle: EngineHandle
  task: Task
}
export type TaskNews = { progress: Progress } | { outcome: Outcome } | { failed: string }

const { handle, task } = workerData as TaskStart
const tell = (news: TaskNews): void => parentPort?.postMessage(news)

async function work(): Promise<TaskNews> {
  const engine = await attachGraph(handle)
  try {
    return { outcome: await runTask(engine, task, (progress) => tell({ progress })) }
  } finally {
    await engine.close()
  }
}

tell(await work().catch((error): TaskNews => ({ failed: sentenceOf(error) })))
