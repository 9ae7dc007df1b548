import { parentPort } from 'node:worker_threads'
import { types } from '#contract/vocabulary/kinds.ts'
import type { Projection } from '../network/projection.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Learnt, learn, Past } from './learn.ts'
import { type Said, saidOf } from './said.ts'

/** What the thread is asked: to work out the ground of a network on a day, or to learn from its past. `texts` numbers what everybody says. */
export type Work = { number: number; texts: number } & (
  | { ground: { projection: Projection; asOf: number } }
  | { learn: { projection: Projection; ground: Ground } }
)
/** What the thread says of each work, in the order they were asked. */
export type Done = { number: number } & ({ ground: Ground } | { learnt: LearntByKind } | { failed: string })
/** What was learnt of people and of organizations, by their kind's place. */
export type LearntByKind = Record<number, Learnt>

const kinds = (['person', 'organization'] as const).map((type) => types.indexOf(type))

/** What everybody says, and the latest ground, kept while texts stay as they are. */
let read: { texts: number; said: Said; ground?: Ground } | undefined

function readOf(texts: number, projection: Projection): { said: Said; ground?: Ground } {
  if (read?.texts !== texts) read = { texts, said: saidOf(projection) }
  return read
}

function done(work: Work): Done {
  const { number, texts } = work
  if ('ground' in work) {
    const { projection, asOf } = work.ground
    const known = readOf(texts, projection)
    known.ground = groundOf(projection, asOf, known.said, known.ground)
    return { number, ground: known.ground }
  }
  const { projection, ground } = work.learn
  const past = new Past(projection, readOf(texts, projection).said, ground)
  return { number, learnt: Object.fromEntries(kinds.map((kind) => [kind, learn(past, kind)])) }
}

parentPort?.on('message', (work: Work) => {
  try {
    parentPort?.postMessage(done(work))
  } catch (error) {
    parentPort?.postMessage({ number: work.number, failed: error instanceof Error ? error.message : String(error) } satisfies Done)
  }
})
