import { ZodError } from 'zod'

/** What went wrong, as a sentence; the message of a ZodError is none. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ZodError)) return error instanceof Error ? error.message : String(error)
  const reasons = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim())
  return `The vocabulary refuses what was to be written: ${reasons.join('; ')}.`
}
