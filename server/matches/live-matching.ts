import type { Worker } from 'node:worker_threads'
import { type Projection, tieCount } from '../network/projection.ts'
import { startThread } from '../thread.ts'
import { Features } from './features.ts'
import type { Ground } from './ground.ts'
import type { Done, LearntByKind, Work } from './matching-thread.ts'

/** What suggestions are made from: a network as a day knew it, and what was learnt from its past. */
export interface Matching {
  features: Features
  learnt: LearntByKind
}

/** So many networks and days are kept: today's, and those that somebody looks back to. */
const KEPT = 3
/** Weights are learnt anew once a network has grown by this share. */
const GROWN = 1.05

interface Waiting {
  resolve(done: Done): void
  reject(error: Error): void
}

/** Works out what suggestions need in a thread that stays, and keeps it. */
export class LiveMatching {
  private thread: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private kept: { starts: Uint32Array; texts: unknown; asOf: number; ground: Promise<Ground> }[] = []
  private readonly learnt = new Map<string, Promise<LearntByKind>>()
  private readonly features = new WeakMap<Ground, Features>()
  /** Whether suggestions were made from some network. */
  isReady = false

  /** What suggestions are made from on a day. What connectors set aside changes none of it, so it is not worked out anew. */
  async of(projection: Projection, asOf: number): Promise<Matching> {
    const ground = await this.groundOf(projection, asOf)
    const learnt = await this.learntOf(projection, ground)
    let features = this.features.get(ground)
    if (features?.projection !== projection) {
      features = features ? features.over(projection) : new Features(projection, ground)
      this.features.set(ground, features)
    }
    this.isReady = true
    return { features, learnt }
  }

  private groundOf(projection: Projection, asOf: number): Promise<Ground> {
    const { starts, fields: texts } = projection
    const known = this.kept.find((kept) => kept.starts === starts && kept.texts === texts && kept.asOf === asOf)
    if (known) {
      this.kept = [known, ...this.kept.filter((kept) => kept !== known)]
      return known.ground
    }
    const ground = this.ask({ ground: { projection, asOf } }).then((done) => (done as { ground: Ground }).ground)
    const keeping = { starts, texts, asOf, ground }
    this.kept = [keeping, ...this.kept].slice(0, KEPT)
    // Whoever asks next has it tried again.
    ground.catch(() => {
      this.kept = this.kept.filter((kept) => kept !== keeping)
    })
    return ground
  }

  private learntOf(projection: Projection, ground: Ground): Promise<LearntByKind> {
    const size = Math.round(Math.log(1 + tieCount(projection)) / Math.log(GROWN))
    const key = `${projection.store} ${size} ${ground.asOf}`
    const known = this.learnt.get(key)
    if (known) return known
    const learnt = this.ask({ learn: { projection, ground } }).then((done) => (done as { learnt: LearntByKind }).learnt)
    this.learnt.set(key, learnt)
    learnt.catch(() => this.learnt.delete(key))
    for (const oldest of this.learnt.keys()) {
      if (this.learnt.size <= KEPT) break
      this.learnt.delete(oldest)
    }
    return learnt
  }

  private ask(
    work: { ground: { projection: Projection; asOf: number } } | { learn: { projection: Projection; ground: Ground } }
  ): Promise<Done> {
    const number = ++this.asked
    const done = new Promise<Done>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject })
    })
    const thread = this.running()
    // Who waits keeps the process there; a thread that waits does not.
    thread.ref()
    thread.postMessage({ number, ...work } satisfies Work)
    return done.finally(() => {
      if (this.waiting.size === 0) thread.unref()
    })
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

  /** Ends the thread; what is being waited for fails. */
  async close(): Promise<void> {
    await this.thread?.terminate()
  }
}
