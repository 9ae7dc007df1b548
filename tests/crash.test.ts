import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runTask } from '../seed/task.ts'
import { openEmbedded } from '../server/graph/embedded.ts'
import type { Engine, Reader } from '../server/graph/engine.ts'
import { openJournal, readHead } from '../server/journal/open.ts'
import { temporaryFolder } from './app.ts'
import { describeOnNeo4j } from './engines.ts'
import { type Running, run, start, startServer } from './process.ts'

// Many processes start and end here.
vi.setConfig({ testTimeout: 60_000 })

const { path: desk, remove: clear } = temporaryFolder()
const village = join(desk, 'village')
const newcomer = join(desk, 'newcomer')
const crowd = join(desk, 'crowd')

beforeAll(() => {
  for (const folder of [village, newcomer, crowd]) mkdirSync(folder)
  writeFileSync(join(village, 'people.csv'), 'id,name,themes\nada,Ada,bread\nbob,Bob,\np7,Eve,')
  writeFileSync(join(village, 'ties.csv'), 'from,relation,to\nada,KNOWS,bob')
  writeFileSync(join(newcomer, 'people.csv'), 'id,name\nzoe,Zoé')
  // So many that a kill can land while they are written.
  const numbers = Array.from({ length: 20_000 }, (_, number) => number)
  writeFileSync(join(crowd, 'people.csv'), ['id,name,themes', ...numbers.map((n) => `p${n},Person ${n},Theme ${n % 200}`)].join('\n'))
  writeFileSync(join(crowd, 'ties.csv'), ['from,relation,to', ...numbers.map((n) => `p${n},KNOWS,p${(n * 7 + 1) % 20_000}`)].join('\n'))
})
afterAll(clear)

/** What tells a graph before an import from one after it, and both from anything between. */
async function shapeOf(reader: Reader) {
  const count = async (text: string): Promise<unknown> => (await reader.read<{ count: number }>({ name: 'test', text }))[0]?.count
  return {
    revision: (await readHead(reader)).revision,
    nodes: await count('MATCH (n) RETURN count(n) AS count'),
    ties: await count('MATCH ()-[tie]->() RETURN count(tie) AS count'),
    entries: await count('MATCH (entry:Entry) RETURN count(entry) AS count'),
    moved: await count('MATCH (n:Entity) WHERE n.revised_in > 1 RETURN count(n) AS count'),
    renamed: await count("MATCH (n:Entity {id: 'p7'}) WHERE n.name = 'Person 7' RETURN count(n) AS count")
  }
}

const load = (engine: Engine, folder: string) => runTask(engine, { task: 'import', folder, kind: 'import', dryRun: false }, () => undefined)

describe('a process killed while it imports into the embedded store', () => {
  const untouched = join(desk, 'store')
  let copies = 0
  let before: object
  let after: object
  let took = 0

  /** A data folder with the village in it. */
  const somewhere = (): { ENTREMISE_DATA: string } => {
    copies += 1
    const copy = join(desk, `copy-${copies}`)
    cpSync(untouched, copy, { recursive: true })
    return { ENTREMISE_DATA: copy }
  }
  const opened = async <T>({ ENTREMISE_DATA }: { ENTREMISE_DATA: string }, work: (engine: Engine) => Promise<T>): Promise<T> => {
    const engine = await openEmbedded(join(ENTREMISE_DATA, 'graph.grafeo'))
    try {
      return await work(engine)
    } finally {
      await engine.close()
    }
  }

  beforeAll(async () => {
    before = await opened({ ENTREMISE_DATA: untouched }, async (engine) => {
      await openJournal(engine)
      await load(engine, village)
      return shapeOf(engine)
    })
    const place = somewhere()
    const began = Date.now()
    // One that nobody kills.
    expect(await run('import', [crowd], place)).toMatchObject({ code: 0 })
    took = Date.now() - began
    after = await opened(place, shapeOf)
  })

  /** How much of a commit has reached the disk. */
  const logged = ({ ENTREMISE_DATA }: { ENTREMISE_DATA: string }): number => {
    const log = join(ENTREMISE_DATA, 'graph.grafeo.wal')
    try {
      return readdirSync(log).reduce((total, file) => total + statSync(join(log, file)).size, 0)
    } catch {
      return 0
    }
  }
  const isCommitting = (place: { ENTREMISE_DATA: string }): boolean => logged(place) > 100_000
  /** Resolves when the moment has come, or the process has ended before it. */
  const when = async (running: Running, came: () => boolean): Promise<void> => {
    let over = false
    running.ended.then(() => {
      over = true
    })
    while (!over && !came()) await pause(1)
  }
  const until = (share: number): (() => boolean) => {
    const moment = Date.now() + share * took
    return () => Date.now() >= moment
  }
  const asWhole = async (place: { ENTREMISE_DATA: string }): Promise<void> => {
    await opened(place, async (engine) => {
      const shape = await shapeOf(engine)
      expect([before, after]).toContainEqual(shape)
      expect(await load(engine, newcomer)).toMatchObject({ ok: true })
      expect(await readHead(engine)).toMatchObject({ revision: shape.revision + 1 })
    })
  }

  it.each<[moment: string, came: (place: { ENTREMISE_DATA: string }) => () => boolean]>([
    ['at some moment', () => until(0.5 + 0.4 * Math.random())],
    ['as it commits', (place) => () => isCommitting(place)],
    [
      'a moment after',
      (place) => {
        let moment: (() => boolean) | undefined
        return () => {
          if (isCommitting(place)) moment ??= until(0.02)
          return moment?.() ?? false
        }
      }
    ]
  ])('%s leaves all or nothing, and the next import works', async (_, came) => {
    const place = somewhere()
    const importing = start('seed/import.ts', [crowd], place)
    await when(importing, came(place))
    importing.child.kill('SIGKILL')
    await importing.ended
    await asWhole(place)
  })

  it.each<[moment: string, came: (place: { ENTREMISE_DATA: string }) => () => boolean]>([
    ['at some moment', () => until(0.5 + 0.3 * Math.random())],
    ['as it commits', (place) => () => isCommitting(place)]
  ])('as a server %s leaves all or nothing, and the command says so', async (_, came) => {
    const place = somewhere()
    const server = startServer(place)
    await server.opened()
    const importing = start('seed/import.ts', [crowd], place)
    await when(importing, came(place))
    server.child.kill('SIGKILL')
    expect(await importing.ended).toBe(1)
    expect(importing.output()).toContain(
      'The server stopped before it was done. Nothing is half loaded: what it had not finished is not there. Try again.\n'
    )
    await asWhole(place)
  })
})

describeOnNeo4j('a process killed while it imports into a Neo4j', (open) => {
  it('leaves all or nothing, and the next import works', async () => {
    const { engine, environment } = await open()
    await openJournal(engine)
    await load(engine, village)
    const before = await shapeOf(engine)
    const importing = start('seed/import.ts', [crowd], environment)
    const writes = {
      name: 'test',
      text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'tie:KNOWS' RETURN currentQuery"
    }
    while ((await engine.read(writes)).length === 0) await pause(5)
    importing.child.kill('SIGKILL')
    await importing.ended
    expect(await shapeOf(engine)).toEqual(before)
    expect(await load(engine, village)).toMatchObject({ ok: true })
    expect(await load(engine, crowd)).toMatchObject({ ok: true, lines: [expect.stringContaining('Loaded as import-2'), expect.anything()] })
  })
})
