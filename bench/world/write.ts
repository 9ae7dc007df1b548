import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { Entities, type Rows } from './entities.ts'
import { seeded } from './random.ts'
import { makeSociety, type Size, sizes } from './society.ts'

const ROWS_AT_ONCE = 2_000

function* csvOf(rows: Rows): Generator<string> {
  let part: (string | undefined)[][] = []
  for (const row of rows) {
    part.push(row)
    if (part.length < ROWS_AT_ONCE) continue
    yield stringify(part)
    part = []
  }
  yield stringify(part)
}

/** Writes an ecosystem of this many people as a folder of CSV files, the same one each time. */
export async function writeWorld(folder: string, size: Size): Promise<void> {
  const entities = new Entities(makeSociety(size), seeded(sizes[size] + 1))
  await mkdir(folder, { recursive: true })
  // In this order: ties name the ids that the other files made.
  const files: [string, Rows][] = [
    ['themes', entities.themeRows()],
    ['people', entities.peopleRows()],
    ['organizations', entities.organizationRows()],
    ['projects', entities.projectRows()],
    ['ties', entities.tieRows()]
  ]
  for (const [file, rows] of files) await pipeline(Readable.from(csvOf(rows)), createWriteStream(join(folder, `${file}.csv`)))
}
