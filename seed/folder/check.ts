import { setImmediate } from 'node:timers/promises'
import { findEnds, NOWHERE } from './ends.ts'
import { type Fault, Report, type Warning, withArticle } from './faults.ts'
import { judgeTie } from './joins.ts'
import { findNames } from './names.ts'
import type { EntityRecord, FolderRead, Name, ResolvedTie, TieRecord } from './records.ts'
import { TieGatherer } from './repeats.ts'
import { emptyStore, inBatches, type Store } from './store.ts'

/** What may be loaded: entities unique by id, ties by from, relation, to, role and from_date. Or why nothing may. */
export type CheckedFolder =
  | { state: 'clean'; entities: EntityRecord[]; ties: ResolvedTie[]; warnings: Warning[] }
  | { state: 'refused'; faults: Fault[]; faultCount: number; warnings: Warning[] }

/** How many ties are judged before other work of the process has its turn. */
const TURN = 5_000

async function judgeKinds({ entities }: FolderRead, store: Store, report: Report): Promise<void> {
  const stored = await inBatches([...entities.keys()], (batch) => store.typesOf(batch))
  for (const { id, type, file, line } of entities.values()) {
    const other = stored.get(id)
    if (other === undefined || other === type) continue
    const reason = `is ${withArticle(other)} in the store and ${withArticle(type)} here; an id keeps its kind`
    report.fault({ file, line, column: 'id', value: id, reason })
  }
}

/**
 * Judges what a folder says against what the store holds: kinds, names, the ends of ties. Without a store, the folder stands alone.
 * Throws only what the store throws.
 */
export async function checkAgainst(folder: FolderRead, store: Store = emptyStore): Promise<CheckedFolder> {
  const report = Report.after(folder)
  await judgeKinds(folder, store, report)
  const { ids, created } = await findNames(folder, store, report)
  const ends = await findEnds(folder, ids, store)
  const gathered = new TieGatherer(ends.types.length, report)
  for (const [at, tie] of folder.ties.entries()) {
    if (at % TURN === TURN - 1) await setImmediate()
    const [from, to] = [ends.from[at] ?? NOWHERE, ends.to[at] ?? NOWHERE]
    // A name that was refused is told already.
    if (from === NOWHERE || to === NOWHERE) continue
    const resolved = resolve(tie, ids)
    if (judgeTie(resolved, ends.types[from], ends.types[to], folder.unjudged, report)) gathered.add(resolved, from, to)
  }

  const { faults, faultCount, warnings } = report
  if (faultCount > 0) return { state: 'refused', faults, faultCount, warnings }
  return { state: 'clean', entities: [...folder.entities.values(), ...created], ties: gathered.ties, warnings }
}

function resolve(tie: TieRecord, ids: Map<Name, string>): ResolvedTie {
  const { from, to } = tie
  // Where nothing was to be found the record is kept as it is, and with it the memory of a second one.
  if (typeof from === 'string' && typeof to === 'string') return tie as ResolvedTie
  return { ...tie, from: idOf(from, ids), to: idOf(to, ids) }
}

const idOf = (end: string | Name, ids: Map<Name, string>): string => (typeof end === 'string' ? end : (ids.get(end) ?? end.name))
