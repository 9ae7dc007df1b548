import { parseArgs } from 'node:util'
import { type Size, sizes } from './world/society.ts'

const usage = `npm run bench -- [--size 1k|20k|200k] [--only MEASURE] [--no-neo4j] [--seconds N]
  --size      how many people the ecosystem has (20k)
  --only      one measure: import, ways, matches, cards, search or start; may repeat
  --no-neo4j  leaves Neo4j out
  --seconds   how long each load of requests lasts (10)`

export interface Options {
  size: Size
  only: string[]
  neo4j: boolean
  seconds: number
}

const isSize = (text: string): text is Size => text in sizes

/** Reads the command line. Throws a sentence and the usage where it says what it cannot. */
export function readOptions(measures: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      options: {
        size: { type: 'string', default: '20k' },
        only: { type: 'string', multiple: true, default: [] },
        'no-neo4j': { type: 'boolean', default: false },
        seconds: { type: 'string', default: '10' }
      }
    })
    const { size, only } = values
    const seconds = Number(values.seconds)
    const unknown = only.find((name) => !measures.includes(name))
    if (!isSize(size)) throw new Error(`--size ${size} is unknown; known: ${Object.keys(sizes).join(', ')}.`)
    if (unknown) throw new Error(`--only ${unknown} is unknown; known: ${measures.join(', ')}.`)
    if (!(seconds >= 1)) throw new Error(`--seconds ${values.seconds} is not a number of seconds.`)
    return { size, only, neo4j: !values['no-neo4j'], seconds }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`)
  }
}
