import { folderFromHere, runCommand } from './command.ts'

const [folder, ...more] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('-') || more.length > 0) {
  process.stderr.write('npm run export -- FOLDER   writes everything in the store as a folder of CSV files\n')
  process.exit(1)
}
await runCommand({ task: 'export', folder: folderFromHere(folder) })
