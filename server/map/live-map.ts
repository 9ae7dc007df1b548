import { runThread } from '../thread.ts'
import type { Projection } from '../network/projection.ts'
import type { DrawStart } from './draw-thread.ts'
import { type Kept, keptOf } from './kept.ts'
import type { NetworkMap } from './network-map.ts'

/** Whether two projections have the same map: the later one may have taken in what no map shows. */
const isDrawnAlike = (one: Projection, other: Projection): boolean =>
  one.store === other.store && one.incident === other.incident && one.starts === other.starts && one.names === other.names

/**
 * The map of each projection, drawn in a thread when it is first asked for: one at a time, each going on from the one before. `file` keeps
 * the layout from one start to the next.
 */
export class LiveMap {
  private readonly file: string | undefined
  private latest: { projection: Projection; map: Promise<NetworkMap> } | undefined
  private kept: Kept | undefined

  constructor(file?: string) {
    this.file = file
  }

  of(projection: Projection): Promise<NetworkMap> {
    if (this.latest && isDrawnAlike(this.latest.projection, projection)) return this.latest.map
    const before = this.latest?.map.catch(() => undefined) ?? Promise.resolve()
    const map = before.then(() => this.draw(projection))
    this.latest = { projection, map }
    // Told to those who wait for it; whoever asks next has it tried again.
    map.catch(() => {
      if (this.latest?.map === map) this.latest = undefined
    })
    return map
  }

  private async draw(projection: Projection): Promise<NetworkMap> {
    let drawn: NetworkMap | undefined
    await runThread<NetworkMap>(
      new URL('./draw-thread.ts', import.meta.url),
      { workerData: { projection, kept: this.kept, file: this.file } satisfies DrawStart },
      (news) => {
        drawn = news
      }
    )
    if (!drawn) throw new Error('The map could not be drawn.')
    this.kept = keptOf(projection, drawn)
    return drawn
  }

  /** Resolves once no map is being drawn. */
  async close(): Promise<void> {
    await this.latest?.map.catch(() => undefined)
  }
}
