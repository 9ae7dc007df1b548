import type { Browser } from 'playwright-core'
import type { Figure } from '../figures.ts'
import type { Site } from './site.ts'

/** What every measure of the pages is given. */
export interface WebBench {
  browser: Browser
  /** The bare pages. */
  site: Site
  /** How often each side is measured, in turn. */
  rounds: number
  /** Prints a line while the measure runs. */
  tell(line: string): void
}

export type WebMeasure = (bench: WebBench) => Promise<Figure[]>
