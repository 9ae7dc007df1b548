import { prepareNeo4j } from '../neo4j/server.ts'
import type { Measure } from './bench.ts'
import { measureCards } from './cards.ts'
import { type Figure, printTable } from './figures.ts'
import { measureImport } from './import.ts'
import { measureMatches } from './matches.ts'
import { readOptions } from './options.ts'
import { measureSearch } from './search.ts'
import { measureStart } from './start.ts'
import { measureWays } from './ways.ts'
import { worldOf } from './stores.ts'

const measures: Record<string, Measure> = {
  import: measureImport,
  ways: measureWays,
  matches: measureMatches,
  cards: measureCards,
  search: measureSearch,
  start: measureStart
}

async function isNeo4jThere(): Promise<boolean> {
  try {
    await prepareNeo4j()
    return true
  } catch (error) {
    console.log(`Neo4j left out: ${(error as Error).message}`)
    return false
  }
}

try {
  const { size, only, neo4j: wanted, seconds } = readOptions(Object.keys(measures))
  if (!wanted) console.log('Neo4j left out: --no-neo4j.')
  const neo4j = wanted && (await isNeo4jThere())
  console.log(`Making the ecosystem of ${size} people, where it is not there yet …`)
  await worldOf(size)
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(measures)) {
    if (only.length > 0 && !only.includes(name)) continue
    console.log(`\n${name}`)
    try {
      figures.push(...(await measure({ size, neo4j, seconds, tell: (line) => console.log(`  ${line}`) })))
    } catch (error) {
      console.log(`  ${name} left out: ${(error as Error).message.trim()}`)
    }
  }
  console.log(`\n${size} people\n`)
  printTable(figures)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
