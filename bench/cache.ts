import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const cache = join(project, 'node_modules/.cache/entremise-bench')

/** A name for what these folders, of the project or elsewhere, hold now. */
export function versionOf(...paths: string[]): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) add(inner)
      else hash.update(readFileSync(inner))
    }
  }
  for (const path of paths) add(resolve(project, path))
  return hash.digest('hex').slice(0, 8)
}

/** Where the folder of this name and version stands, or would. */
const cachedFolder = (name: string, version: string): string => join(cache, `${name}-${version}`)

/** Gives the folder of this name and version, made where it is not there yet; it gets its name when it is whole, and older versions go. */
export async function cached(name: string, version: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = cachedFolder(name, version)
  if (existsSync(folder)) return folder
  const partial = emptyFolder(`${name}.partial`)
  await make(partial)
  keep(partial, name, version)
  return folder
}

export const discard = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** An empty folder in the cache. */
export function emptyFolder(name: string): string {
  const folder = join(cache, name)
  discard(folder)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Keeps a folder under this name and version, in place of older ones. */
export function keep(from: string, name: string, version: string): void {
  for (const old of readdirSync(cache)) {
    if (old.startsWith(`${name}-`)) discard(join(cache, old))
  }
  renameSync(from, cachedFolder(name, version))
}
