import { runTask } from '../seed/task.ts'
import { type GraphPlace, openGraph } from '../server/graph/open.ts'
import { openJournal } from '../server/journal/open.ts'
import { startClock, type Took } from './clock.ts'
import { plainLoad } from './plain-load.ts'
import { plainRows } from './rows.ts'

/** Who loads: the product, from the files to the journal, or the plain way, from rows in memory. */
export type Side = 'product' | 'plain'
export interface ImportAsked {
  side: Side
  world: string
  place: GraphPlace
}
export type ImportTold = Took | { failed: string }

async function productImport(world: string, place: GraphPlace): Promise<Took> {
  const engine = await openGraph(place)
  try {
    await openJournal(engine)
    const took = startClock()
    const outcome = await runTask(engine, { task: 'import', folder: world, kind: 'import', dryRun: false }, () => undefined)
    if (!outcome.ok) throw new Error(outcome.lines.join('\n'))
    return took()
  } finally {
    await engine.close()
  }
}

process.once('message', async ({ side, world, place }: ImportAsked) => {
  const work = side === 'product' ? productImport(world, place) : plainRows(world).then((rows) => plainLoad(place, rows))
  const told = await work.then(
    (took): ImportTold => took,
    (error): ImportTold => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  )
  process.send?.(told, () => process.exit(0))
})
