import type { EntityType } from '#contract/vocabulary/kinds.ts'

/** What keeps a folder from being loaded, and where. `file` is the folder's own path where the folder itself is at fault. */
export interface Fault {
  file: string
  line?: number
  column?: string
  /** The cell, cut at 80 characters, control characters made visible. */
  value?: string
  reason: string
}

/** What is loaded all the same, but worth a look: told once a file and reason, with how often and the first lines. */
export interface Warning {
  /** Left out where the folder as a whole is meant. */
  file: string | undefined
  reason: string
  /** How many rows; 0 where the file as a whole is meant. */
  count: number
  /** The first lines, five at the most. */
  lines: number[]
}

const MOST_FAULTS = 100
const MOST_LINES = 5
const LONGEST_VALUE = 80

// Control characters, and the invisible ones that would turn or hide the text of a terminal around them.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
const shortEscapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (character: string): string => shortEscapes[character] ?? `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`

/** The text in one line that a terminal shows as it is, cut at 80 characters. */
export function visible(text: string): string {
  // No more than twice the characters are looked at: a cell may hold a million.
  const characters = [...text.slice(0, 2 * LONGEST_VALUE + 2).replace(invisible, escaped)]
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join('')}…` : characters.join('')
}

/** Gathers faults and warnings: the first 100 faults are kept, all are counted. */
export class Report {
  readonly faults: Fault[] = []
  readonly warnings: Warning[] = []
  faultCount = 0

  fault({ value, ...fault }: Fault): void {
    this.faultCount++
    if (this.faults.length < MOST_FAULTS) this.faults.push(value === undefined ? fault : { ...fault, value: visible(value) })
  }

  /** A warning of the same file and reason is counted with the earlier ones. */
  warn(file: string | undefined, reason: string, line?: number): void {
    let warning = this.warnings.find((earlier) => earlier.file === file && earlier.reason === reason)
    if (!warning) {
      warning = { file, reason, count: 0, lines: [] }
      this.warnings.push(warning)
    }
    if (line === undefined) return
    warning.count++
    if (warning.lines.length < MOST_LINES) warning.lines.push(line)
  }

  /** Goes on from what was found before. */
  static after({ faults, warnings, faultCount }: Pick<Report, 'faults' | 'warnings' | 'faultCount'>): Report {
    const report = new Report()
    report.faults.push(...faults)
    report.warnings.push(...warnings.map((warning) => ({ ...warning, lines: [...warning.lines] })))
    report.faultCount = faultCount
    return report
  }
}

/** A fault as a sentence: `ties.csv line 12, relation "LIKES": is unknown; known: KNOWS, FOLLOWS, …`. */
export function faultSentence({ file, line, column, value, reason }: Fault): string {
  const where = [visible(file), line === undefined ? '' : ` line ${line}`, column === undefined ? '' : `, ${column}`]
  return `${where.join('')}${value === undefined ? '' : ` "${value}"`}: ${reason}`
}

/** A warning as a sentence: `people.csv lines 4, 8: no name; the id is shown`. */
export function warningSentence({ file, reason, count, lines }: Warning): string {
  const where = file === undefined ? '' : `${visible(file)} `
  if (count === 0) return `${where}${reason}`
  const more = count > lines.length ? ` and ${count - lines.length} more` : ''
  return `${where}${count === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more}: ${reason}`
}

/** A kind of entity in a sentence: `an event`. */
export const withArticle = (type: EntityType): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
