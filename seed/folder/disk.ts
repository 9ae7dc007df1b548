import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { types, kinds } from '#contract/vocabulary/kinds.ts'
import { nearest } from './nearest.ts'
import { visible, type Report } from './faults.ts'

/** The file that holds ties, and its columns (see ties.ts). */
export const tiesFile = 'ties.csv'
/** Every file that is read, in the order of reading: entities first, so that ties meet their ends. */
const knownFiles: readonly string[] = [...types.map((type) => `${kinds[type].file}.csv`), tiesFile]

const MOST_BYTES = 2 * 1024 ** 3
/** How many files that are not read are named; those that bear almost the name of one that is come first. */
const MOST_STRANGERS = 100

const sentences: Record<string, string> = {
  EACCES: 'may not be read; give the right to read it',
  EPERM: 'may not be read; give the right to read it',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a symbolic link that leads back to itself',
  EMFILE: 'cannot be opened: too many files are open',
  ENAMETOOLONG: 'has a name too long for this system',
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder'
}

/** Why the disk refuses, as a reason: every error of the file system becomes a fault. */
export function diskReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return sentences[code ?? ''] ?? `cannot be read (${code ?? visible(message ?? String(error))})`
}

export interface KnownFile {
  file: string
  path: string
  bytes: number
}

async function judgeFile(folder: string, file: string, report: Report): Promise<KnownFile | 'empty' | 'unread'> {
  const path = join(folder, file)
  try {
    const found = await stat(path)
    if (found.isFile() && found.size > 0 && found.size <= MOST_BYTES) return { file, path, bytes: found.size }
    if (found.isFile() && found.size === 0) {
      report.fault({ file, reason: 'is empty; its first line must name its columns' })
      return 'empty'
    }
    if (found.isDirectory()) report.fault({ file, reason: 'is a folder, not a file' })
    else if (!found.isFile()) report.fault({ file, reason: 'is not a file that can be read to its end' })
    else report.fault({ file, reason: 'is over 2 GB; cut it into folders that are imported one after the other' })
  } catch (error) {
    const isDangling = (error as NodeJS.ErrnoException).code === 'ENOENT'
    report.fault({ file, reason: isDangling ? 'is a symbolic link to a file that is not there' : diskReason(error) })
  }
  return 'unread'
}

function tellStrangers(strangers: string[], report: Report): void {
  if (strangers.length === 0) return
  const [meant, others]: [string[], string[]] = [[], []]
  for (const file of strangers) {
    const near = nearest(file, knownFiles)
    if (near === undefined) others.push(visible(file))
    else meant.push(`${visible(file)} (did you mean ${near}?)`)
  }
  const named = [...meant, ...others].slice(0, MOST_STRANGERS)
  const more = strangers.length > named.length ? ` and ${strangers.length - named.length} more` : ''
  report.warn(undefined, `left alone: ${named.join(', ')}${more}`)
}

/** The files of a folder that can be read; what stands in the way of others is told, and those that hold something unread named. */
export async function findFiles(folder: string, report: Report): Promise<{ files: KnownFile[]; unjudged: string[] }> {
  let entries: string[]
  try {
    entries = await readdir(folder)
  } catch (error) {
    report.fault({ file: folder, reason: diskReason(error) })
    return { files: [], unjudged: [] }
  }
  tellStrangers(entries.filter((entry) => !knownFiles.includes(entry)).sort(), report)
  const present = knownFiles.filter((file) => entries.includes(file))
  if (present.length === 0) report.fault({ file: folder, reason: `holds none of the files that are read: ${knownFiles.join(', ')}` })
  const found = await Promise.all(present.map((file) => judgeFile(folder, file, report)))
  return { files: found.filter((file) => typeof file === 'object'), unjudged: present.filter((_, at) => found[at] === 'unread') }
}
