import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a program to its end. Resolves to what it said; rejects with its last words. */
export async function command(program: string, parameters: string[], patience: number): Promise<string> {
  try {
    const { stdout, stderr } = await run(program, parameters, { timeout: patience, maxBuffer: 10_000_000 })
    return `${stdout}${stderr}`
  } catch (error) {
    const {
      code,
      killed,
      stdout = '',
      stderr = ''
    } = error as { code?: string | number; killed?: boolean; stdout?: string; stderr?: string }
    if (code === 'ENOENT') throw new Error(`${program} is not installed`)
    if (killed) throw new Error(`${program} did not end within ${patience / 1000} s`)
    throw new Error(`${program}: ${lastWords(`${stdout}\n${stderr}`) || `ended with ${code}`}`)
  }
}

/** The end of what a program said, on one line. */
export function lastWords(said: string): string {
  return said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-3)
    .join(' ')
    .slice(-400)
}
