import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import type { ChangesAnswer } from '#contract/changes.ts'
import { exportFolder } from '../seed/export-folder.ts'
import { type Outcome, runTask } from '../seed/task.ts'
import type { Engine } from '../server/graph/engine.ts'
import { readHead } from '../server/journal/open.ts'
import { appOver } from './app.ts'
import { emptied } from './emptied.ts'
import { describeOnEngines } from './engines.ts'
import { exportOf, filesIn } from './exports.ts'
import { folderOf } from './folders.ts'
import { nastyFolder } from './nasty-folder.ts'

const worldFolder = fileURLToPath(new URL('../seed/world', import.meta.url))

type Kind = 'import' | 'replace'

const village = {
  'people.csv': 'id,name,bio,themes,city\nada,Ada,Bakes,bread,Thiers\nbob,Bob,,,Ambert',
  'ties.csv': 'from,relation,to,role,strength\nada,KNOWS,bob,friend,0.5'
}

/** A folder, where it is given by its files or as it stands on the disk. */
const folderAt = (folder: string | Record<string, string>): string => (typeof folder === 'string' ? folder : folderOf(folder))
const loader =
  (engine: () => Engine, kind: Kind, dryRun = false) =>
  (folder: string | Record<string, string>): Promise<Outcome> =>
    runTask(engine(), { task: 'import', folder: folderAt(folder), kind, dryRun }, () => undefined)

describeOnEngines('importing a folder', (open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await open()).engine
  })
  const add = loader(() => engine, 'import')
  const replace = loader(() => engine, 'replace')
  const tryOut = loader(() => engine, 'import', true)
  const rows = async (file: string): Promise<string[]> => (await exportOf(engine))[file]?.trim().split('\n').slice(1) ?? []

  it('tells what it loaded and how to take it back; a second time nothing changes', async () => {
    await emptied(engine)
    expect(await add(village)).toEqual({
      ok: true,
      lines: ['Loaded as import-1: 3 new entities, 2 new ties; 0 unchanged.', 'To take it back: npm run import -- --undo import-1']
    })
    expect(await add(village)).toEqual({ ok: true, lines: ['Nothing to change: the store holds all of it already (4 unchanged).'] })
    expect(await replace(village)).toMatchObject({ lines: [expect.stringContaining('Nothing to change')] })
    expect(await readHead(engine)).toMatchObject({ revision: 1 })
    expect(await runTask(engine, { task: 'undo', batch: 'import-1' }, () => undefined)).toEqual({
      ok: true,
      lines: ['Taken back: import-1, as undo-2: 0 new entities (3 removed), 0 new ties (2 removed).']
    })
  })

  it('ties what is new to what the store holds already, by id and by name', async () => {
    await emptied(engine)
    await add(village)
    const { lines } = await add({
      'people.csv': 'id,name,themes\nzoe,Zoé,bread|toys',
      'needs.csv': 'id,holder,text\nneed,ada,un four',
      'ties.csv': 'from,relation,to\nzoe,KNOWS,ada\nbob,KNOWS,ada'
    })
    expect(lines[0]).toBe('Loaded as import-2: 3 new entities, 5 new ties; 0 unchanged.')
    expect(await rows('ties.csv')).toEqual(['ada,KNOWS,bob,friend,,,0.5,', 'bob,KNOWS,ada,,,,,', 'zoe,KNOWS,ada,,,,,'])
    expect(await rows('needs.csv')).toEqual(['need,ada,un four,,,,'])
    expect(await rows('themes.csv')).toEqual(['theme:bread,bread,', 'theme:toys,toys,'])
  })

  it('updates what it names and keeps what its empty cells and missing columns do not say', async () => {
    await emptied(engine)
    await add(village)
    const { lines } = await add({
      'people.csv': 'id,name,bio,themes\nada,Ada Martin,,toys',
      'ties.csv': 'from,relation,to,role,source\nada,KNOWS,bob,friend,Ada'
    })
    expect(lines[0]).toBe('Loaded as import-2: 1 new entity (1 updated), 1 new tie (1 updated); 0 unchanged.')
    expect(await rows('people.csv')).toEqual(['ada,Ada Martin,,Bakes,bread|toys,,Thiers,,,,', 'bob,Bob,,,,,Ambert,,,,'])
    expect(await rows('ties.csv')).toEqual(['ada,KNOWS,bob,friend,,,0.5,Ada'])
  })

  it('replaces all that was there, also where an id becomes another kind of thing', async () => {
    await emptied(engine)
    await add(village)
    const next = {
      'people.csv': 'id,name\nada,Ada',
      'projects.csv': 'id,name\nbob,Bob\ntheme:bread,Bread',
      'ties.csv': 'from,relation,to\nada,CARRIES,bob'
    }
    const { lines } = await replace(next)
    expect(lines[0]).toBe('Loaded as replace-2: 2 new entities (1 updated, 2 removed), 1 new tie (2 removed); 0 unchanged.')
    const after = await exportOf(engine)
    await emptied(engine)
    await add(next)
    expect(after).toEqual(await exportOf(engine))
    expect(await rows('people.csv')).toEqual(['ada,Ada,,,,,,,,,'])
  })

  it('an id cannot become another kind of thing unless all is replaced', async () => {
    await emptied(engine)
    await add(village)
    expect(await add({ 'projects.csv': 'id,name\nbob,Bob' })).toEqual({
      ok: false,
      lines: [
        'projects.csv line 2, id "bob": is a person in the store and a project here; an id keeps its kind',
        '1 fault; nothing was loaded. Mend the files and import again.'
      ]
    })
  })

  it('tells the first hundred faults and how many more there are', async () => {
    await emptied(engine)
    const { lines } = await add({ 'people.csv': `id,name\n${',x\n'.repeat(1_234)}` })
    expect(lines).toHaveLength(102)
    expect(lines.slice(-2)).toEqual(['… and 1 134 more faults', '1 234 faults; nothing was loaded. Mend the files and import again.'])
  })

  it('loads nothing of a folder with a fault, and nothing at all when it is only tried out', async () => {
    await emptied(engine)
    await add(village)
    const before = await exportOf(engine)
    const faulty = await add({ 'people.csv': 'id,name,bio\nada,Ada,Sings\nzoe,Zoé,', 'ties.csv': 'from,relation,to\nada,LIKES,zoe' })
    expect(faulty.ok).toBe(false)
    expect(faulty.lines.join('\n')).toContain('ties.csv line 2, relation "LIKES"')
    expect(await tryOut({ 'people.csv': 'id,name,bio\nada,Ada,Sings\nzoe,Zoé,' })).toEqual({
      ok: true,
      lines: ['Would be loaded: 1 new entity (1 updated), 0 new ties; 0 unchanged. Nothing was written.']
    })
    expect(await tryOut({ 'people.csv': 'id\n\nada,b' })).toMatchObject({ ok: false })
    expect(await exportOf(engine)).toEqual(before)
    expect(await readHead(engine)).toMatchObject({ revision: 1 })
  })

  it('tells over the API what moved since, and what went', async () => {
    await emptied(engine)
    const tested = await appOver(engine)
    await add(village)
    await replace({ 'people.csv': 'id,name,bio,themes,city\nada,Ada,Sings,,Thiers\nzoe,Zoé,,,' })
    await tested.network.refresh()
    const changes = await tested.get<ChangesAnswer>('/api/changes?since=1')
    expect(changes).toMatchObject({
      revision: 2,
      entries: [{ revision: 2, batch: 'replace-2', counts: { entities: { created: 1, updated: 1, removed: 2 }, ties: { removed: 2 } } }]
    })
    expect(changes.entities.map(({ id, type, name, change }) => `${type} ${id} ${name} ${change}`).sort()).toEqual([
      'person ada Ada updated',
      'person bob Bob removed',
      'person zoe Zoé created',
      'theme theme:bread bread removed'
    ])
    expect(changes.ties.map(({ from, relation, to, change }) => `${from} ${relation} ${to} ${change}`).sort()).toEqual([
      'ada ABOUT theme:bread removed',
      'ada KNOWS bob removed'
    ])
    const now = await tested.get<ChangesAnswer>('/api/changes?since=2')
    expect(now).toMatchObject({ revision: 2, entries: [], entities: [], ties: [] })
    await tested.network.close()
  })
})

const data = process.env.TEST_DATA
/** The largest takes a minute on a Neo4j, which the others have shown to answer the same. */
const realFolders = (engine: Engine['name']): string[] =>
  ['betagouv', 'evaluation/betagouv-2022', ...(engine === 'embedded' ? ['evaluation/anr-labs-2017'] : [])].filter(
    (name) => data && existsSync(join(data, name))
  )
const exportedFirst = new Map<string, Record<string, string>>()

describeOnEngines('exporting a folder', (open, name) => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await open()).engine
  })

  it.each<[name: string, folder: string | Record<string, string>]>([
    ['the demonstration world', worldFolder],
    ['a folder of odd ids, names and ties', nastyFolder],
    ...realFolders(name).map((folder): [string, string] => [folder, join(data ?? '', folder)])
  ])(
    'and importing it again loses nothing: %s',
    async (title, folder) => {
      await emptied(engine)
      const loaded = await loader(() => engine, 'import')(folder)
      expect(loaded).toMatchObject({ ok: true })
      const out = folderOf({})
      await exportFolder(engine, out, () => undefined)
      const first = filesIn(out)
      const again = await loader(() => engine, 'replace')(out)
      expect(again.lines.at(-1)).toContain('Nothing to change')

      await emptied(engine)
      expect(await loader(() => engine, 'replace')(out)).toMatchObject({ ok: true })
      const second = await exportOf(engine)
      for (const [file, text] of Object.entries(first)) expect(second[file] === text, file).toBe(true)
      const elsewhere = exportedFirst.get(title) ?? first
      for (const [file, text] of Object.entries(elsewhere)) expect(first[file] === text, `${file} of every engine`).toBe(true)
      exportedFirst.set(title, first)
    },
    60_000
  )
})
