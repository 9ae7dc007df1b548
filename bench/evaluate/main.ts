import { evaluate } from './evaluate.ts'
import { readOptions } from './options.ts'
import { tableOf } from './table.ts'

// By its own exit, so that the store is taken away.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

try {
  const options = readOptions()
  const evaluation = await evaluate(options, (line) => console.error(line))
  console.log(options.json ? JSON.stringify(evaluation, null, 2) : tableOf(evaluation).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
