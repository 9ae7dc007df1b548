import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { cannotWrite, makeFolder } from './graph/folder.ts'

/** How a command finds the server that runs on a data folder: where its door is, and the secret that opens it. */
export const Running = z.object({
  address: z.string(),
  secret: z.string(),
  pid: z.number(),
  /** Which graph it holds: a command for another one does not go through it. */
  graph: z.string()
})
export type Running = z.infer<typeof Running>

const fileIn = (dataFolder: string): string => join(dataFolder, 'running.json')

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Notes that a server runs; only its own user may read the note. */
export function noteRunning(dataFolder: string, running: Running): void {
  makeFolder(dataFolder)
  const file = fileIn(dataFolder)
  try {
    rmSync(file, { force: true })
    writeFileSync(file, JSON.stringify(running), { mode: 0o600 })
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

/** Takes the note of this process away; one of another server stays. */
export function forgetRunning(dataFolder: string): void {
  if (readRunning(dataFolder)?.pid === process.pid) rmSync(fileIn(dataFolder), { force: true })
}

/** The server that was last noted here; it may have died since. */
export function readRunning(dataFolder: string): Running | undefined {
  try {
    return Running.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return undefined
  }
}
