import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Why the disk refuses to write at `path`. */
function refusal({ code, message }: NodeJS.ErrnoException, path: string): string {
  switch (code) {
    case 'EEXIST':
      return `${path} is there and is not a folder`
    case 'EISDIR':
      return `${path} is a folder, not a file`
    case 'ENOENT':
      return `nothing can be made in ${dirname(path)}`
    case 'EACCES':
    case 'EPERM':
      return `${dirname(path)} may not be written; give the right to write it`
    case 'EROFS':
      return 'the disk can only be read'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case 'ENAMETOOLONG':
      return 'its name is too long for this system'
    default:
      return code ?? message
  }
}

/** What the disk refuses, as a sentence. */
export const cannotWrite = (path: string, cause: unknown): Error =>
  new Error(`${path} cannot be written: ${refusal(cause as NodeJS.ErrnoException, path)}.`, { cause })

/** Makes a folder where there is none, and those it stands in. Throws a sentence where the disk refuses. */
export function makeFolder(path: string): void {
  try {
    make(resolve(path))
  } catch (cause) {
    const refused = cause as NodeJS.ErrnoException
    throw new Error(`The folder ${path} cannot be made: ${refusal(refused, refused.path ?? path)}.`, { cause })
  }
}

/** Parent by parent, each tried once: the recursive mkdir of Node 20 tries for ever in a folder such as /proc. */
function make(folder: string): void {
  const isThere = (): boolean => existsSync(folder) && statSync(folder).isDirectory()
  if (isThere()) return
  if (dirname(folder) !== folder) make(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it in between.
    if (!isThere()) throw error
  }
}
