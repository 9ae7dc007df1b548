import { join } from 'node:path'
import { readRows } from '../seed/folder/rows.ts'
import { oneOf, type Random } from './world/random.ts'

/** Somebody or something of the ecosystem, as its file names it. */
export interface Named {
  id: string
  name: string
}

/** Whom and what a measure may ask for. */
export interface Sample {
  people: Named[]
  /** People, organizations and projects. */
  all: Named[]
}

export async function readSample(world: string): Promise<Sample> {
  const [people, organizations, projects] = await Promise.all(['people', 'organizations', 'projects'].map((file) => readNames(world, file)))
  return { people: people as Named[], all: [...(people ?? []), ...(organizations ?? []), ...(projects ?? [])] }
}

async function readNames(world: string, file: string): Promise<Named[]> {
  const named: Named[] = []
  await readRows(join(world, `${file}.csv`), {
    onBytes: () => undefined,
    onRow: ([id = '', name = '']) => {
      named.push({ id, name })
    }
  })
  return named.slice(1)
}

export const drawn = <T>(random: Random, list: readonly T[], count: number): T[] => Array.from({ length: count }, () => oneOf(random, list))
