import type { Reader } from '../graph/engine.ts'
import type { Change } from '../journal/change.ts'
import { changesOf, type Entry, entriesSince } from '../journal/entry.ts'
import { readHead } from '../journal/open.ts'
import { allIds, entitiesOf, inRuns, tiesOf } from '../journal/stored.ts'
import { nameOf, ProjectionBuilder } from './build.ts'
import type { Projection, Removal } from './projection.ts'

/** How many of the latest removals are told one by one; of older ones only how many. */
const MOST_REMOVALS = 1_000
/** How often a load is begun again because the store was written meanwhile. */
const MOST_TRIES = 20

/** Reads the whole graph as it was at one revision. */
export async function loadProjection(reader: Reader): Promise<Projection> {
  for (let tries = 1; ; tries++) {
    const head = await readHead(reader)
    const projection = await readAt(reader, head)
    if (projection && (await readHead(reader)).revision === head.revision) return projection
    if (tries === MOST_TRIES)
      throw new Error(`The store was written ${MOST_TRIES} times while it was read; wait until the imports are over.`)
  }
}

/** Undefined where an entity went while it was read. */
async function readAt(reader: Reader, head: { revision: number; store: string }): Promise<Projection | undefined> {
  const ids = await allIds(reader)
  const builder = new ProjectionBuilder(ids)
  for (const run of inRuns(ids)) for (const tie of await tiesOf(reader, run)) builder.addTie(tie)
  for (const run of inRuns(ids)) {
    const entities = await entitiesOf(reader, run)
    if (entities.length !== run.length) return undefined
    // Each engine has its own order of texts; the projection has that of the ids as they came.
    const byId = new Map(entities.map((entity) => [entity.id, entity]))
    for (const id of run) {
      const entity = byId.get(id)
      if (!entity) return undefined
      builder.addEntity(entity)
    }
  }
  const entries = await entriesSince(reader, 0)
  return builder.build({
    ...head,
    removals: await latestRemovals(reader, entries),
    entries: entries.map(({ revision, at, batch, label, counts }) => ({ revision, at, batch, label, counts }))
  })
}

async function latestRemovals(reader: Reader, entries: readonly Entry[]): Promise<Removal[]> {
  const removals: Removal[] = []
  for (const { revision, counts } of entries.toReversed()) {
    if (removals.length >= MOST_REMOVALS) break
    if (counts.entities.removed + counts.ties.removed === 0) continue
    const gone = (await changesOf(reader, revision)).filter(({ after }) => after === null)
    removals.push(...gone.slice(0, MOST_REMOVALS - removals.length).map((change) => removalOf(change, revision)))
  }
  return removals
}

function removalOf(change: Change, revision: number): Removal {
  if (change.of === 'entity') {
    const fields = change.before as Record<string, string | number>
    return { revision, entity: { id: change.id, type: change.type, name: nameOf({ id: change.id, fields }) } }
  }
  const { relation, from, to } = change
  return { revision, tie: { relation, from, to, ...(change.before as object) } }
}
