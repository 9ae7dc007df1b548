import type { Figure } from './figures.ts'
import type { Size } from './world/society.ts'

/** What every measure is given. */
export interface Bench {
  size: Size
  /** Whether there is a Neo4j to measure beside. */
  neo4j: boolean
  /** How long each load of requests lasts. */
  seconds: number
  /** Prints a line while the measure runs. */
  tell(line: string): void
}

export type Measure = (bench: Bench) => Promise<Figure[]>
