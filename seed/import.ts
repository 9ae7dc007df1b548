import { parseArgs } from 'node:util'
import { folderFromHere, runCommand } from './command.ts'

const usage = `npm run import -- FOLDER             adds and updates what the CSV files of the folder say, removes nothing
npm run import -- FOLDER --dry-run   only tells what would change
npm run import -- FOLDER --replace   afterwards the store holds exactly the folder
npm run import -- --undo BATCH       takes an import back`

/** npm takes the options before `--` for its own: a dry run would be a real one. */
function refuseTakenByNpm(given: { 'dry-run': boolean; replace: boolean; undo?: string }): void {
  const { env } = process
  const taken = [
    { option: 'dry-run', isTaken: env.npm_config_dry_run === 'true', written: 'FOLDER --dry-run' },
    // To npm, --replace is short for its --replace-registry-host.
    {
      option: 'replace',
      isTaken: env.npm_config_replace !== undefined || env.npm_config_replace_registry_host === 'true',
      written: 'FOLDER --replace'
    },
    { option: 'undo', isTaken: env.npm_config_undo !== undefined, written: '--undo BATCH' }
  ] as const
  for (const { option, isTaken, written } of taken) {
    if (isTaken && !given[option])
      throw new Error(`npm keeps --${option} for itself; write -- before the options: npm run import -- ${written}`)
  }
}

function readArguments(): Parameters<typeof runCommand>[0] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, replace: { type: 'boolean', default: false }, undo: { type: 'string' } }
  })
  refuseTakenByNpm(values)
  const [folder, ...more] = positionals
  if (more.length > 0) throw new Error(`One folder at a time; ${more.join(' ')} is too many.`)
  if (values.undo !== undefined) {
    if (folder !== undefined || values.replace || values['dry-run']) throw new Error('--undo stands alone, with the name of the batch.')
    return { task: 'undo', batch: values.undo }
  }
  if (folder === undefined) throw new Error('Which folder?')
  return { task: 'import', folder: folderFromHere(folder), kind: values.replace ? 'replace' : 'import', dryRun: values['dry-run'] }
}

try {
  const task = readArguments()
  await runCommand(task)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${usage}\n`)
  process.exit(1)
}
