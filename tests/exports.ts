import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportFolder } from '../seed/export-folder.ts'
import type { Reader } from '../server/graph/engine.ts'

/** The files of a folder, by name. */
export const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))

/** Everything in a store, as the files of an export. */
export async function exportOf(reader: Reader): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'entremise-export-'))
  try {
    await exportFolder(reader, folder, () => undefined)
    return filesIn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
