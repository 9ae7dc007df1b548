import { setImmediate } from 'node:timers/promises'
import { ALWAYS, dayOf, today } from '../network/days.ts'
import { entityCount, type Projection, tieCount } from '../network/projection.ts'
import { viewAt } from '../network/view.ts'
import { AskedThread } from './asked-thread.ts'
import { Features } from './features.ts'
import type { Ground } from './ground.ts'
import { LARGE } from './learn.ts'
import type { LearntByKind } from './matching-thread.ts'

/** What suggestions are made from: a network as a day knew it, and what was learnt from its past. */
export interface Matching {
  features: Features
  learnt: LearntByKind
}

/** So many networks and days are kept: today's, and those that somebody looks back to. */
const KEPT = 3
/** Weights are learnt anew once a network has grown by this share. */
const GROWN = 1.05

/** So many days are waited for at once: each takes the thread a while, and anybody may ask for any day. */
const MOST_WAITED = 4

/** Too many days are being worked out already. */
export class ManyDays extends Error {
  override name = 'ManyDays'
}

/** Works out what suggestions need in a thread that stays, and keeps it. */
export class LiveMatching {
  private readonly grounds = new AskedThread()
  /** Another one, which goes when it has learnt, so that a ground never waits until a large network was learnt from. */
  private readonly lessons = new AskedThread()
  private kept: { starts: Uint32Array; texts: unknown; asOf: number; ground: Promise<Ground> }[] = []
  private readonly learnt = new Map<string, { promise: Promise<LearntByKind>; learnt?: LearntByKind }>()
  private readonly features = new WeakMap<Ground, Features>()
  private waited = 0
  /** Whether suggestions were made from some network. */
  isReady = false
  /** How often weights were learnt that suggestions had not waited for: the same question may have another answer since. */
  lateLessons = 0

  /** What suggestions are made from on a day. What connectors set aside changes none of it, so it is not worked out anew. */
  async of(projection: Projection, asOf: number): Promise<Matching> {
    const ground = await this.groundOf(projection, asOf)
    const learnt = await this.learntOf(projection, ground)
    // What ways are told from is made in a turn of its own: it takes long where there are many ties.
    viewAt(projection, { asOf, since: ALWAYS })
    await setImmediate()
    let features = this.features.get(ground)
    if (features?.projection !== projection) {
      features = features ? features.over(projection) : new Features(projection, ground)
      this.features.set(ground, features)
    }
    this.isReady = true
    return { features, learnt }
  }

  private async groundOf(projection: Projection, asOf: number): Promise<Ground> {
    const { starts, fields: texts } = projection
    const known = this.kept.find((kept) => kept.starts === starts && kept.texts === texts && kept.asOf === asOf)
    if (known) {
      this.kept = [known, ...this.kept.filter((kept) => kept !== known)]
      return known.ground
    }
    if (this.waited >= MOST_WAITED && asOf !== dayOf(today())) throw new ManyDays('Other days are being worked out.')
    this.waited += 1
    const ground = this.grounds
      .ask({ ground: { projection, asOf } })
      .then((done) => (done as { ground: Ground }).ground)
      .finally(() => {
        this.waited -= 1
      })
    const keeping = { starts, texts, asOf, ground }
    this.kept = [keeping, ...this.kept].slice(0, KEPT)
    // Whoever asks next has it tried again.
    ground.catch(() => {
      this.kept = this.kept.filter((kept) => kept !== keeping)
    })
    return ground
  }

  /** What was learnt. A large network takes long to learn from: the usual weights are taken until then. */
  private async learntOf(projection: Projection, ground: Ground): Promise<LearntByKind> {
    const isLarge = entityCount(projection) > LARGE
    const size = Math.round(Math.log(1 + tieCount(projection)) / Math.log(GROWN))
    const key = `${projection.store} ${size} ${ground.asOf}`
    let known = this.learnt.get(key)
    if (!known) {
      const thread = isLarge ? this.lessons : this.grounds
      const lesson: { promise: Promise<LearntByKind>; learnt?: LearntByKind } = {
        promise: thread.ask({ learn: { projection, ground } }).then((done) => (done as { learnt: LearntByKind }).learnt)
      }
      known = lesson
      this.learnt.set(key, known)
      lesson.promise.then(
        (learnt) => {
          lesson.learnt = learnt
          if (isLarge) this.lateLessons += 1
        },
        () => this.learnt.delete(key)
      )
      if (isLarge) lesson.promise.finally(() => this.lessons.rest()).catch(() => undefined)
      for (const oldest of this.learnt.keys()) {
        if (this.learnt.size <= KEPT) break
        this.learnt.delete(oldest)
      }
    }
    return isLarge ? (known.learnt ?? {}) : known.promise
  }

  /** Ends the threads; what is being waited for fails. */
  async close(): Promise<void> {
    await Promise.all([this.grounds.close(), this.lessons.close()])
  }
}
