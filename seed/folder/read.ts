import { kinds, types } from '#contract/vocabulary/kinds.ts'
import { findFiles, tiesFile } from './disk.ts'
import { entityTable, type Harvest } from './entities.ts'
import { Report } from './faults.ts'
import type { FolderRead } from './records.ts'
import { readTable } from './table.ts'
import { tieTable } from './ties.ts'

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
  const { files, judged } = await findFiles(path, report)
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let whole = judged
  let done = 0
  for (const known of files) {
    const type = types.find((type) => `${kinds[type].file}.csv` === known.file)
    const isWhole = await readTable(known, type ? entityTable(type, harvest) : tieTable(harvest), report, (bytes) => {
      done += bytes
      onProgress?.(done, total)
    })
    if (known.file !== tiesFile) whole &&= isWhole
  }
  const { faults, faultCount, warnings } = report
  return { entities: harvest.entities, ties: harvest.ties, names: [...harvest.names.values()], whole, warnings, faults, faultCount }
}
