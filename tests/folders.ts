import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkAgainst } from '../seed/folder/check.ts'
import { faultSentence, warningSentence } from '../seed/folder/faults.ts'
import { readFolder } from '../seed/folder/read.ts'
import type { Store } from '../seed/folder/store.ts'

/** A temporary folder with these files, gone after the test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'entremise-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

/** What a folder is judged to be, in the sentences a person reads. */
export async function judge(folder: string | Record<string, string | Uint8Array>, store?: Store) {
  const path = typeof folder === 'string' ? folder : folderOf(folder)
  const checked = await checkAgainst(await readFolder(path), store)
  const shown = (sentence: string) => sentence.replaceAll(path, 'FOLDER')
  return {
    faults: checked.state === 'refused' ? checked.faults.map((fault) => shown(faultSentence(fault))) : [],
    faultCount: checked.state === 'refused' ? checked.faultCount : 0,
    warnings: checked.warnings.map((warning) => shown(warningSentence(warning))),
    entities: checked.state === 'clean' ? checked.entities : [],
    ties: checked.state === 'clean' ? checked.ties : []
  }
}
