import { parseArgs } from 'node:util'
import { folderFromHere } from '../../seed/command.ts'

const usage = `npm run evaluate -- FOLDER [--json] [--queries N] [--seed N] [--unexpected SHARE] [--fame SHARE]
  FOLDER        the files of a network, with evaluation.json, queries.csv, candidates.csv and truth.csv (docs/evaluation.md)
  --json        one JSON object in place of the tables
  --queries     so many of the queries, drawn by chance; left out, all
  --seed        of all that chance decides: the draws, the resampling, the order of equals (1)
  --unexpected, --fame   as the parameters of /api/matches; left out, what the API takes by itself`

export interface Options {
  folder: string
  json: boolean
  /** How many queries are asked; undefined for all. */
  queries: number | undefined
  seed: number
  /** Parameters of the API beside those of the evaluation. */
  settings: Record<string, string>
}

function wholeFrom(least: number, option: string, given: string): number {
  const number = Number(given)
  if (!/^\d+$/.test(given) || number < least || number > 0xffffffff)
    throw new Error(`--${option} ${given} is not a whole number from ${least} on.`)
  return number
}

/** Reads the command line. Throws a sentence and the usage where it says what it cannot. */
export function readOptions(): Options {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        queries: { type: 'string' },
        seed: { type: 'string', default: '1' },
        unexpected: { type: 'string' },
        fame: { type: 'string' }
      }
    })
    const [folder, ...more] = positionals
    if (process.env.npm_config_json === 'true' && !values.json)
      throw new Error('npm keeps --json for itself; write -- before the options: npm run evaluate -- FOLDER --json')
    if (folder === undefined) throw new Error('Which folder?')
    if (more.length > 0) throw new Error(`One folder at a time; ${more.join(' ')} is too many.`)
    const { unexpected, fame } = values
    return {
      folder: folderFromHere(folder),
      json: values.json,
      queries: values.queries === undefined ? undefined : wholeFrom(1, 'queries', values.queries),
      seed: wholeFrom(0, 'seed', values.seed),
      settings: { ...(unexpected !== undefined && { unexpected }), ...(fame !== undefined && { fame }) }
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`)
  }
}
