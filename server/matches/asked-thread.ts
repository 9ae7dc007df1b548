import type { Worker } from 'node:worker_threads'
import type { Projection } from '../network/projection.ts'
import { startThread } from '../thread.ts'
import type { Ground } from './ground.ts'
import type { Done, Work } from './matching-thread.ts'

interface Waiting {
  resolve(done: Done): void
  reject(error: Error): void
}

/** A thread that works out what suggestions need, one thing after the other; started when it is first asked. */
export class AskedThread {
  private thread: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private readonly texts = new WeakMap<Projection['fields'], number>()
  private numbers = 0

  ask(work: { ground: { projection: Projection; asOf: number } } | { learn: { projection: Projection; ground: Ground } }): Promise<Done> {
    const number = ++this.numbers
    const done = new Promise<Done>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject })
    })
    const thread = this.running()
    // Who waits keeps the process there; a thread that waits does not.
    thread.ref()
    const { projection } = 'ground' in work ? work.ground : work.learn
    thread.postMessage({ number, texts: this.textsOf(projection), ...work } satisfies Work)
    return done.finally(() => {
      if (this.waiting.size === 0) thread.unref()
    })
  }

  /** A number for all that is written of everybody: the same as long as nothing of it moves. */
  private textsOf({ fields }: Projection): number {
    const number = this.texts.get(fields) ?? ++this.numbers
    this.texts.set(fields, number)
    return number
  }

  private running(): Worker {
    if (this.thread) return this.thread
    const thread = startThread(new URL('./matching-thread.ts', import.meta.url))
    thread.unref()
    thread.on('message', (done: Done) => {
      const waiting = this.waiting.get(done.number)
      this.waiting.delete(done.number)
      if ('failed' in done) waiting?.reject(new Error(done.failed))
      else waiting?.resolve(done)
    })
    const ended = (error: Error): void => {
      if (this.thread === thread) this.thread = undefined
      for (const { reject } of this.waiting.values()) reject(error)
      this.waiting.clear()
    }
    thread.on('error', ended)
    thread.on('exit', () => ended(new Error('The thread that works out suggestions has ended.')))
    this.thread = thread
    return thread
  }

  /** Ends it where nobody waits for it, with all that it keeps. */
  async rest(): Promise<void> {
    if (this.waiting.size === 0) await this.close()
  }

  /** Ends it; what is being waited for fails. It is started anew where it is asked again. */
  async close(): Promise<void> {
    await this.thread?.terminate()
  }
}
