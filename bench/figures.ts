/** One line of the table: ours beside something else in the same run. */
export interface Figure {
  measure: string
  ours: string
  beside: string
  ratio?: number
  /** What is asked; left out, the figure is printed and not judged. */
  bar?: string
  within?: boolean
}

/** A bar that the product must hold by itself, beside nothing. */
export const alone = (measure: string, shown: string, value: number, bar: number, told: string): Figure => ({
  measure,
  ours: shown,
  beside: '',
  ratio: value / bar,
  bar: told,
  within: value < bar
})

const columns = ['measure', 'ours', 'beside', 'ratio', 'bar', 'within the bar'] as const

const cellsOf = ({ measure, ours, beside, ratio, bar, within }: Figure): string[] => [
  measure,
  ours,
  beside,
  ratio === undefined ? '' : ratio.toPrecision(3),
  bar ?? '',
  within === undefined ? '' : within ? 'yes' : 'NO  <<<'
]

/** The lines of a table, the first row being its head; every row has as many cells. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)))
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')
  const [header = '', ...rest] = rows.map(line)
  return [header, widths.map((width) => '-'.repeat(width)).join('-|-'), ...rest].map((text) => text.trimEnd())
}

export function printTable(figures: readonly Figure[]): void {
  for (const line of aligned([columns, ...figures.map(cellsOf)])) console.log(line)
  const outside = figures.filter(({ within }) => within === false)
  const held = figures.length === 0 ? 'Nothing was measured.' : 'Every bar is held.'
  console.log(`\n${outside.length === 0 ? held : `${outside.length} outside: ${outside.map(({ measure }) => measure).join('; ')}.`}`)
}

/** The value below which a share of them lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const milliseconds = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1_000).toFixed(1)} s` : ms >= 100 ? `${Math.round(ms)} ms` : `${ms.toPrecision(3)} ms`

/** The median of times in milliseconds, told with the least and the most. */
export function spread(times: readonly number[]): { median: number; told: string } {
  const middle = median(times)
  return { median: middle, told: `${milliseconds(middle)} (${milliseconds(Math.min(...times))}–${milliseconds(Math.max(...times))})` }
}

export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en').replaceAll(',', ' ')} /s`
