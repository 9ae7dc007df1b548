import { parentPort } from 'node:worker_threads'
import { types } from '#contract/vocabulary/kinds.ts'
import type { Projection } from '../network/projection.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Learnt, learn } from './learn.ts'

/** What the thread is asked: to work out the ground of a network on a day, or to learn from its past. */
export type Work = { number: number } & (
  | { ground: { projection: Projection; asOf: number } }
  | { learn: { projection: Projection; ground: Ground } }
)
/** What the thread says of each work, in the order they were asked. */
export type Done = { number: number } & ({ ground: Ground } | { learnt: LearntByKind } | { failed: string })
/** What was learnt of people and of organizations, by their kind's place. */
export type LearntByKind = Record<number, Learnt>

const kinds = (['person', 'organization'] as const).map((type) => types.indexOf(type))

function done(work: Work): Done {
  const { number } = work
  if ('ground' in work) return { number, ground: groundOf(work.ground.projection, work.ground.asOf) }
  const { projection, ground } = work.learn
  return { number, learnt: Object.fromEntries(kinds.map((kind) => [kind, learn(projection, ground, kind)])) }
}

parentPort?.on('message', (work: Work) => {
  try {
    parentPort?.postMessage(done(work))
  } catch (error) {
    parentPort?.postMessage({ number: work.number, failed: error instanceof Error ? error.message : String(error) } satisfies Done)
  }
})
