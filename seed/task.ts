import { resolve } from 'node:path'
import { z } from 'zod'
import type { Engine, Reader } from '../server/graph/engine.ts'
import { countChanges, type WrittenCounts } from '../server/journal/change.ts'
import { readHead } from '../server/journal/open.ts'
import { entitiesOf, idsByName } from '../server/journal/stored.ts'
import { undo, UndoRefused } from '../server/journal/undo.ts'
import { StoreMoved, write } from '../server/journal/write.ts'
import { exportFolder } from './export-folder.ts'
import { checkAgainst } from './folder/check.ts'
import { faultSentence, warningSentence } from './folder/faults.ts'
import { readFolder } from './folder/read.ts'
import { emptyStore, type Store } from './folder/store.ts'
import { planChanges } from './plan.ts'

/** What can be asked of a store from the command line. */
export const Task = z.discriminatedUnion('task', [
  z.object({ task: z.literal('import'), folder: z.string(), kind: z.enum(['import', 'replace', 'demonstration']), dryRun: z.boolean() }),
  z.object({ task: z.literal('undo'), batch: z.string() }),
  z.object({ task: z.literal('export'), folder: z.string() })
])
export type Task = z.infer<typeof Task>

/** How a task went, in the sentences that are shown. */
export interface Outcome {
  ok: boolean
  lines: string[]
}

export interface Progress {
  phase: string
  done: number
  total: number
}

/** How often a task is begun again because the store moved under it. */
const MOST_TRIES = 5

const count = (number: number): string => number.toLocaleString('en').replaceAll(',', ' ')
const plural = (number: number, one: string, many: string): string => `${count(number)} ${number === 1 ? one : many}`

/** Carries a task out; what people got wrong is told in the outcome, nothing of it is applied then. */
export async function runTask(engine: Engine, task: Task, onProgress: (progress: Progress) => void): Promise<Outcome> {
  switch (task.task) {
    case 'import':
      return importFolder(engine, task, onProgress)
    case 'undo':
      return undoBatch(engine, task.batch, onProgress)
    case 'export': {
      const written = await exportFolder(engine, task.folder, (done, total) => onProgress({ phase: 'Reading the store', done, total }))
      return {
        ok: true,
        lines: [
          `Written to ${resolve(task.folder)}: ${plural(written.entities, 'entity', 'entities')}, ${plural(written.ties, 'tie', 'ties')}.`
        ]
      }
    }
  }
}

async function importFolder(
  engine: Engine,
  { folder, kind, dryRun }: Extract<Task, { task: 'import' }>,
  onProgress: (progress: Progress) => void
): Promise<Outcome> {
  const read = await readFolder(folder, { onProgress: (done, total) => onProgress({ phase: 'Reading the files', done, total }) })
  const replace = kind === 'replace'
  for (let tries = 1; ; tries++) {
    const { revision: base } = await readHead(engine)
    if (kind === 'demonstration' && base > 0) return { ok: true, lines: ['The store was written already; it needs no demonstration.'] }
    const checked = await checkAgainst(read, replace ? emptyStore : storeOf(engine))
    const warnings = checked.warnings.map(warningSentence)
    if (checked.state === 'refused') {
      const untold = checked.faultCount - checked.faults.length
      return {
        ok: false,
        lines: [
          ...warnings,
          ...checked.faults.map(faultSentence),
          ...(untold > 0 ? [`… and ${plural(untold, 'more fault', 'more faults')}`] : []),
          `${plural(checked.faultCount, 'fault', 'faults')}; nothing was loaded. Mend the files and import again.`
        ]
      }
    }
    const { changes, unchanged } = await planChanges(engine, checked, replace)
    const label = kind === 'demonstration' ? 'démonstration' : (folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder)
    if (dryRun)
      return {
        ok: true,
        lines: [...warnings, `Would be loaded: ${told(countChanges(changes))}; ${count(unchanged)} unchanged. Nothing was written.`]
      }
    if (changes.length === 0 && !(replace && base === 0))
      return { ok: true, lines: [...warnings, `Nothing to change: the store holds all of it already (${count(unchanged)} unchanged).`] }
    try {
      const entry = await write(engine, changes, {
        kind,
        by: 'command line',
        label,
        base,
        onProgress: (done, total) => onProgress({ phase: 'Writing', done, total })
      })
      const undoing = kind === 'demonstration' ? [] : [`To take it back: npm run import -- --undo ${entry.batch}`]
      return {
        ok: true,
        lines: [...warnings, `Loaded as ${entry.batch}: ${told(entry.counts)}; ${count(unchanged)} unchanged.`, ...undoing]
      }
    } catch (error) {
      if (!(error instanceof StoreMoved) || tries === MOST_TRIES) throw error
    }
  }
}

async function undoBatch(engine: Engine, batch: string, onProgress: (progress: Progress) => void): Promise<Outcome> {
  try {
    const entry = await undo(engine, batch, {
      by: 'command line',
      onProgress: (done, total) => onProgress({ phase: 'Taking back', done, total })
    })
    return { ok: true, lines: [`Taken back: ${batch}, as ${entry.batch}: ${told(entry.counts)}.`] }
  } catch (error) {
    if (error instanceof UndoRefused) return { ok: false, lines: [error.message] }
    throw error
  }
}

/** The store as the check of a folder asks it. */
const storeOf = (reader: Reader): Store => ({
  async typesOf(ids) {
    return new Map((await entitiesOf(reader, ids)).map(({ id, type }) => [id, type]))
  },
  named: (type, names) => idsByName(reader, type, names)
})

function told({ entities, ties, aside = { created: 0, updated: 0, removed: 0 } }: WrittenCounts): string {
  const part = (one: string, many: string, { created, updated, removed }: WrittenCounts['entities']): string => {
    const moved = [updated > 0 && `${count(updated)} updated`, removed > 0 && `${count(removed)} removed`].filter(Boolean).join(', ')
    return `${plural(created, `new ${one}`, `new ${many}`)}${moved ? ` (${moved})` : ''}`
  }
  const allTies = {
    created: ties.created + aside.created,
    updated: ties.updated + aside.updated,
    removed: ties.removed + aside.removed
  }
  return `${part('entity', 'entities', entities)}, ${part('tie', 'ties', allTies)}`
}
