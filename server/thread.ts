import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Found from here: a thread that starts from a text would look for it in the folder where the program was called. */
const loader = import.meta.resolve('tsx/esm/api')

/**
 * Starts a TypeScript file as a worker thread. On Node 20 a worker does not inherit the loader that runs TypeScript, so the worker
 * registers it before it imports the file; this works the same under tsx and under vitest.
 */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: [] })
}

/** Runs a thread to its end, hearing what it tells. Rejects when it fails or is ended from outside. */
export function runThread<News>(file: URL, options: WorkerOptions, hear: (news: News) => void): Promise<void> {
  const thread = startThread(file, options)
  thread.on('message', hear)
  return new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with code ${code} before it was done.`))))
  })
}
