import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Health } from '#contract/health.ts'
import type { MatchesAnswer } from '#contract/matches.ts'
import type { Problem } from '#contract/problem.ts'
import { runTask } from '../../seed/task.ts'
import { buildApp } from '../../server/app.ts'
import { openGraph } from '../../server/graph/open.ts'
import { openJournal } from '../../server/journal/open.ts'
import { LiveMap } from '../../server/map/live-map.ts'
import { LiveMatching } from '../../server/matches/live-matching.ts'
import { followNetwork } from '../../server/network/live.ts'
import type { Projection } from '../../server/network/projection.ts'
import { evaluationFiles } from './folder.ts'

const LOOK_EVERY_MS = 50
const PATIENCE_MS = 300_000

/** The product over a network of its own, asked as anybody asks it. */
export interface Product {
  projection: Projection
  /** The ids that a request to `/api/matches` is answered with, best first, and how long that took. */
  matches(parameters: Record<string, string>): Promise<{ ids: string[]; ms: number }>
  /** Stops it; its store goes away. */
  stop(): Promise<void>
}

/** Loads a folder into a store that only this process knows, and builds the application over it. `tell` hears what the import warns of. */
export async function productOver(folder: string, tell: (line: string) => void): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'entremise-evaluate-'))
  const remove = (): void => rmSync(data, { recursive: true, force: true })
  process.once('exit', remove)
  const closing: (() => Promise<unknown>)[] = [
    async () => {
      process.off('exit', remove)
      remove()
    }
  ]
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse()) await close()
  }
  try {
    const engine = await openGraph({ engine: 'embedded', path: join(data, 'graph.grafeo') })
    closing.push(() => engine.close())
    await openJournal(engine)
    const { ok, lines } = await runTask(engine, { task: 'import', folder, kind: 'replace', dryRun: false }, () => undefined)
    if (!ok) throw new Error(lines.join('\n'))
    for (const line of lines.filter(isWarning)) tell(line)

    const network = followNetwork(engine, (fault) => fault && tell(String(fault)))
    closing.push(() => network.close())
    await network.refresh()
    const maps = new LiveMap()
    const matchings = new LiveMatching()
    closing.push(
      () => maps.close(),
      () => matchings.close()
    )
    const app = await buildApp({
      source: {
        engine: engine.name,
        projection: () => network.current(),
        map: (projection) => maps.of(projection),
        matching: (projection, asOf) => matchings.of(projection, asOf),
        isMatching: () => true,
        isAway: () => false
      }
    })
    closing.push(() => app.close())

    const ask = async <A>(url: string): Promise<A> => {
      const response = await app.inject({ url })
      if (response.statusCode !== 200) throw new Error(`GET ${url} was answered ${response.statusCode}: ${response.json<Problem>().detail}`)
      return response.json<A>()
    }
    const deadline = Date.now() + PATIENCE_MS
    while ((await ask<Health>('/api/health')).status !== 'ok') {
      if (Date.now() > deadline) throw new Error('The application was not ok after five minutes.')
      await sleep(LOOK_EVERY_MS)
    }
    return {
      projection: network.current() as Projection,
      async matches(parameters) {
        const start = performance.now()
        const { matches } = await ask<MatchesAnswer>(`/api/matches?${new URLSearchParams(parameters)}`)
        return { ids: matches.map(({ id }) => id), ms: performance.now() - start }
      },
      stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const leftAlone = `left alone: ${evaluationFiles.join(', ')}`

/** Whether a line that the import says is worth a look here: its own files are no strangers, and nobody takes this import back. */
const isWarning = (line: string): boolean => line !== leftAlone && !line.startsWith('Loaded as ') && !line.startsWith('To take it back: ')
