import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../graph/engine.ts'
import { changesOf, entriesSince } from '../journal/entry.ts'
import { readHead } from '../journal/open.ts'
import { runThread } from '../thread.ts'
import type { Loaded, LoadStart } from './load-thread.ts'
import { arePatchable, isLittle, patched, type Written } from './patch.ts'
import type { Patched, PatchStart } from './patch-thread.ts'
import type { Projection } from './projection.ts'

/** How often a store that others may write to is asked for its revision. */
const ASK_EVERY_MS = 1_000

/** The projection that answers are made from, kept in step with the store. */
export interface LiveNetwork {
  /** The latest projection; undefined until the first is loaded. */
  current(): Projection | undefined
  /** Resolves once the projection holds everything written before the call. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** A projection with what was written since; undefined where it must be loaded anew. */
async function takeIn(engine: Engine, projection: Projection): Promise<Projection | undefined> {
  const entries = await entriesSince(engine, projection.revision)
  if (!arePatchable(entries)) return undefined
  const written: Written[] = []
  for (const entry of entries) written.push({ entry, changes: await changesOf(engine, entry.revision) })
  // What connectors decide takes no time, and leaves the arrays that maps and ways were made from as they are.
  if (isLittle(written)) return patched(projection, written)
  let next: Projection | undefined
  await runThread<Patched>(
    new URL('./patch-thread.ts', import.meta.url),
    { workerData: { projection, written } satisfies PatchStart },
    (news) => {
      next = news
    }
  )
  return next
}

/**
 * Keeps a projection of `engine`: loads it in a thread, and takes in what is written, by this process or another, or loads it anew. `tell` hears
 * once what keeps it from being followed, and undefined once it can be again; answers go on from the projection at hand.
 */
export function followNetwork(engine: Engine, tell: (fault: unknown) => void): LiveNetwork {
  let projection: Projection | undefined
  let reachable = true
  let closed = false
  const end = new AbortController()
  let loading: Promise<void> | undefined

  const load = async (): Promise<void> => {
    const handle = await engine.share()
    let loaded: Loaded | undefined
    await runThread<Loaded>(
      new URL('./load-thread.ts', import.meta.url),
      { workerData: { handle } satisfies LoadStart, transferList: handle.engine === 'embedded' ? [handle.port] : [] },
      (news) => {
        loaded = news
      }
    )
    if (!loaded || 'failed' in loaded) throw new Error(loaded?.failed ?? 'The network could not be read.')
    projection = loaded.projection
  }

  const inStep = async (): Promise<void> => {
    const { revision, store } = await readHead(engine)
    if (revision === projection?.revision && store === projection.store) return
    const next = projection?.store === store && projection.revision < revision ? await takeIn(engine, projection) : undefined
    if (next) projection = next
    else await load()
  }

  const refresh = async (): Promise<void> => {
    // A load under way may have begun before the latest write: wait for it, then look again.
    await loading?.catch(() => undefined)
    if (closed) return
    loading ??= inStep().finally(() => {
      loading = undefined
    })
    return loading
  }

  const watch = async (): Promise<void> => {
    while (!closed) {
      try {
        await refresh()
        if (!reachable) tell(undefined)
        reachable = true
      } catch (error) {
        if (reachable && !closed) tell(error)
        reachable = false
      }
      await sleep(ASK_EVERY_MS, undefined, { ref: false, signal: end.signal }).catch(() => undefined)
    }
  }
  const watching = watch()

  return {
    current: () => projection,
    refresh,
    async close() {
      closed = true
      end.abort()
      await loading?.catch(() => undefined)
      await watching
    }
  }
}
