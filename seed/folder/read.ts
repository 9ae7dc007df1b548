import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import { findFiles } from './disk.ts'
import { entityTable, type Harvest } from './entities.ts'
import { Report } from './faults.ts'
import type { FolderRead } from './records.ts'
import { readTable } from './table.ts'
import { tieTable } from './ties.ts'

/** The kind of what a file holds; none for ties.csv. */
const typeOf = (file: string): EntityType | undefined => types.find((type) => `${kinds[type].file}.csv` === file)

/**
 * Reads a folder of CSV files and judges all that can be judged without a store (see check.ts for the rest). Never throws: what the
 * disk refuses is a fault as well. `onProgress` is told of bytes.
 */
export async function readFolder(
  path: string,
  { onProgress }: { onProgress?: (done: number, total: number) => void } = {}
): Promise<FolderRead> {
  const report = new Report()
  const harvest: Harvest = { entities: new Map(), ties: [], names: new Map(), report }
  const { files, unjudged: unread } = await findFiles(path, report)
  const unjudged = new Set(unread.flatMap((file) => typeOf(file) ?? []))
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const known of files) {
    const type = typeOf(known.file)
    const isJudged = await readTable(known, type ? entityTable(type, harvest) : tieTable(harvest), report, (bytes) => {
      done += bytes
      onProgress?.(done, total)
    })
    if (type && !isJudged) unjudged.add(type)
  }
  const { faults, faultCount, warnings } = report
  return { entities: harvest.entities, ties: harvest.ties, names: [...harvest.names.values()], unjudged, warnings, faults, faultCount }
}
