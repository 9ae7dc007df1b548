import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from './folders.ts'

const data = process.env.TEST_DATA
if (!data) console.info('TEST_DATA is not set: real folders are not read')

// Entities with the themes and territories that cells name; ties with those that columns stand for.
const folders = [
  { folder: 'betagouv', entities: 3_013, ties: 9_593 },
  { folder: 'anr', entities: 53_168, ties: 122_553 },
  { folder: 'ldbc-knows', entities: 1_357, ties: 14_073 },
  { folder: 'evaluation/anr-labs-2017', entities: 15_267, ties: 36_642 },
  { folder: 'evaluation/betagouv-2022', entities: 1_633, ties: 3_815 }
]

describe.skipIf(!data)('a real folder is read without a fault', () => {
  test.each(folders)('$folder', async ({ folder, entities, ties }) => {
    const path = join(data ?? '', folder)
    expect(existsSync(path)).toBe(true)
    const judged = await judge(path)
    expect(judged.faults).toEqual([])
    expect(judged.entities).toHaveLength(entities)
    expect(judged.ties).toHaveLength(ties)
    expect(judged.warnings.every((warning) => warning.startsWith('left alone: '))).toBe(true)
  })
})
