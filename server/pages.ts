import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('..', import.meta.url))
const sources = ['web', 'server/contract', 'vite.config.ts', 'package-lock.json']

/** Where the built pages stand. */
export const pagesFolder = join(project, 'dist')

function latestChange(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => latestChange(join(path, name))))
}

function isBuilt(): boolean {
  const page = statSync(join(pagesFolder, 'index.html'), { throwIfNoEntry: false })
  return page !== undefined && page.mtimeMs >= Math.max(...sources.map((source) => latestChange(join(project, source))))
}

/** Builds the pages where they are missing or older than what they are made of. Throws a sentence where that fails. */
export async function buildPages(say: (line: string) => void): Promise<void> {
  if (isBuilt()) return
  const vite = join(project, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) {
    if (existsSync(join(pagesFolder, 'index.html'))) return
    throw new Error(
      'The pages are not built and what builds them is not installed; run `npm ci` without leaving out the development packages.'
    )
  }
  say('Building the pages …')
  // Built beside and put in place whole: another server may be serving, or building, at this moment.
  const fresh = `${pagesFolder}.${process.pid}`
  try {
    const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', fresh, '--emptyOutDir'], {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit']
    })
    const [code] = (await once(build, 'exit')) as [number | null]
    if (code !== 0) throw new Error('The pages could not be built; what stands above says why.')
    rmSync(pagesFolder, { recursive: true, force: true })
    renameSync(fresh, pagesFolder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!isBuilt()) throw error
  }
}
