import { parseArgs } from 'node:util'
import { folderFromHere, runCommand } from './command.ts'

const usage = `npm run import -- FOLDER             adds and updates what the CSV files of the folder say, removes nothing
npm run import -- FOLDER --dry-run   only tells what would change
npm run import -- FOLDER --replace   afterwards the store holds exactly the folder
npm run import -- --undo BATCH       takes an import back`

function readArguments(): Parameters<typeof runCommand>[0] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, replace: { type: 'boolean', default: false }, undo: { type: 'string' } }
  })
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
