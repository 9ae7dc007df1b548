import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { ChangesAnswer } from '#contract/changes.ts'
import { runTask } from '../seed/task.ts'
import type { Engine } from '../server/graph/engine.ts'
import { type Change, type Fields, type TieFields, tieKey } from '../server/journal/change.ts'
import { type Entry, entriesSince } from '../server/journal/entry.ts'
import { readHead } from '../server/journal/open.ts'
import { undo, UndoRefused } from '../server/journal/undo.ts'
import { StoreMoved, write } from '../server/journal/write.ts'
import { appOver } from './app.ts'
import { emptied } from './emptied.ts'
import { describeOnEngines } from './engines.ts'
import { exportOf } from './exports.ts'
import { folderOf } from './folders.ts'
import { randomFolder } from './random-folders.ts'

const made = (id: string, fields: Fields = {}): Change => ({
  of: 'entity',
  id,
  type: 'person',
  before: null,
  after: { name: id, ...fields }
})
const moved = (id: string, before: Fields, after: Fields): Change => ({ of: 'entity', id, type: 'person', before, after })
const gone = (id: string, fields: Fields = {}): Change => ({
  of: 'entity',
  id,
  type: 'person',
  before: { name: id, ...fields },
  after: null,
  created_in: 1
})

const knows = (from: string, to: string, before: TieFields | null, after: TieFields | null): Change => ({
  of: 'tie',
  relation: 'KNOWS',
  from,
  to,
  key: tieKey(before ?? after ?? {}),
  before,
  after
})
const met = (from: string, to: string, fields: TieFields = {}): Change => knows(from, to, null, fields)
const parted = (from: string, to: string, fields: TieFields = {}): Change => ({ ...knows(from, to, fields, null), created_in: 1 })

/** People and ties enough that their writing is kept compact. */
const crowd = (host: string): Change[] =>
  Array.from({ length: 600 }, (_, at) => [made(`p${at}`), met(host, `p${at}`, { role: 'host' })]).flat()

/** Two that differ are told apart without telling all of them. */
const digest = (files: Record<string, string>): string => createHash('sha256').update(JSON.stringify(files)).digest('hex')

const by = { by: 'a story' }

/** Writes the changes as the next batch, onto what is there. */
async function put(engine: Engine, ...changes: Change[]): Promise<Entry> {
  const { revision: base } = await readHead(engine)
  return write(engine, changes, { ...by, kind: 'import', label: 'story', base })
}

describeOnEngines('a writing', (open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await open()).engine
  })

  it('makes, moves and takes away, and stands in the journal', async () => {
    await emptied(engine)
    await put(engine, made('ada', { city: 'Thiers' }), made('bob'), met('ada', 'bob', { role: 'friend', strength: 0.5 }))
    await put(
      engine,
      moved('ada', { city: 'Thiers' }, { city: null, bio: 'Bakes' }),
      knows('ada', 'bob', { role: 'friend', strength: 0.5 }, { strength: 1 })
    )
    expect((await exportOf(engine))['ties.csv']).toContain('ada,KNOWS,bob,friend,,,1,')
    expect((await exportOf(engine))['people.csv']).toContain('ada,ada,,Bakes,,,,,,,')
    const last = await put(engine, parted('ada', 'bob', { role: 'friend' }), gone('bob'))
    expect(last).toMatchObject({ revision: 3, batch: 'import-3', label: 'story', by: 'a story', undoes: null })
    expect(await readHead(engine)).toMatchObject({ revision: 3 })

    const counts = (await entriesSince(engine, 0)).map((entry) => entry.counts)
    expect(counts).toEqual([
      { entities: { created: 2, updated: 0, removed: 0 }, ties: { created: 1, updated: 0, removed: 0 } },
      { entities: { created: 0, updated: 1, removed: 0 }, ties: { created: 0, updated: 1, removed: 0 } },
      { entities: { created: 0, updated: 0, removed: 1 }, ties: { created: 0, updated: 0, removed: 1 } }
    ])
    expect(await entriesSince(engine, 2)).toMatchObject([{ revision: 3 }])
  })

  it('is refused where the store moved since it was read, or does not hold what it moves, and leaves nothing', async () => {
    await emptied(engine)
    await put(engine, made('ada'))
    const before = await exportOf(engine)
    const stale = write(engine, [made('bob')], { ...by, kind: 'import', label: 'late', base: 0 })
    await expect(stale).rejects.toThrow(StoreMoved)
    await expect(put(engine, made('bob'), moved('chloe', {}, { bio: 'Bakes' }))).rejects.toThrow(StoreMoved)
    await expect(put(engine, made('bob'), met('ada', 'chloe'))).rejects.toThrow(StoreMoved)
    await expect(put(engine, made('bob'), made('ada'))).rejects.toThrow()
    await expect(put(engine, made('bob', { shoe: '42' }))).rejects.toThrow('shoe')
    await expect(put(engine, made('bob'), met('ada', 'bob', { strength: 2 }))).rejects.toThrow()
    expect(await exportOf(engine)).toEqual(before)
    expect(await entriesSince(engine, 0)).toHaveLength(1)
  })

  it('of two at once: one is applied, the other is told that the store moved', async () => {
    await emptied(engine)
    const writing = { ...by, kind: 'import', label: 'story', base: 0 } as const
    const outcomes = await Promise.allSettled([write(engine, [made('ada')], writing), write(engine, [made('bob')], writing)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(StoreMoved) })
    expect(await readHead(engine)).toMatchObject({ revision: 1 })
  })
})

describeOnEngines('taking a batch back', (open, name) => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await open()).engine
  })

  it('undoes what it made, moved and took away', async () => {
    await emptied(engine)
    const states = [await exportOf(engine)]
    const steps: Change[][] = [
      [made('ada', { city: 'Thiers' }), made('bob'), met('ada', 'bob', { role: 'friend', strength: 0.5 }), met('bob', 'ada')],
      [moved('ada', { city: 'Thiers', bio: null }, { city: null, bio: 'Bakes' })],
      [knows('ada', 'bob', { role: 'friend', strength: 0.5, source: null }, { strength: 0, source: 'Ada' })],
      [parted('ada', 'bob', { role: 'friend', strength: 0, source: 'Ada' })],
      [parted('bob', 'ada'), gone('bob')]
    ]
    for (const changes of steps) {
      await put(engine, ...changes)
      states.push(await exportOf(engine))
    }
    for (let step = steps.length; step > 0; step--) {
      await undo(engine, `import-${step}`, by)
      expect(await exportOf(engine)).toEqual(states[step - 1])
    }
  })

  it('is a batch that can be taken back itself, as often as one likes', async () => {
    await emptied(engine)
    await put(engine, made('bob'))
    await put(engine, made('ada', { bio: 'Bakes' }), met('ada', 'bob'), moved('bob', { city: null }, { city: 'Thiers' }))
    const [without, withAda] = [
      await undo(engine, 'import-2', by).then(() => exportOf(engine)),
      await undo(engine, 'undo-3', by).then(() => exportOf(engine))
    ]
    expect(withAda['people.csv']).toContain('Bakes')
    expect(without['people.csv']).not.toContain('Bakes')
    for (const [batch, state] of [
      ['undo-4', without],
      ['undo-5', withAda],
      ['import-2', without],
      ['undo-7', withAda]
    ] as const) {
      const { counts } = await undo(engine, batch, by)
      expect(await exportOf(engine)).toEqual(state)
      expect(counts.entities.updated).toBe(1)
    }
  })

  it('leaves alone what others wrote since about other things', async () => {
    await emptied(engine)
    await put(engine, made('ada'))
    await put(engine, made('bob'))
    await put(engine, moved('bob', { bio: null }, { bio: 'Bakes' }))
    await undo(engine, 'import-1', by)
    expect((await exportOf(engine))['people.csv']?.trim().split('\n').slice(1)).toEqual(['bob,bob,,Bakes,,,,,,,'])
    await undo(engine, 'import-3', by)
    await undo(engine, 'import-2', by)
    await undo(engine, 'undo-4', by)
    expect((await exportOf(engine))['people.csv']?.trim().split('\n').slice(1)).toEqual(['ada,ada,,,,,,,,,'])
  })

  const ada = [made('ada'), made('bob'), met('ada', 'bob')]
  const parting: Change = { ...parted('ada', 'bob'), created_in: 2 }
  it.each<{ later: string; first: Change[]; second: Change[]; told: string }>([
    { later: 'changed it', first: ada, second: [moved('ada', { bio: null }, { bio: 'Bakes' })], told: 'import-3 changed "ada"' },
    { later: 'took it away', first: ada, second: [parting], told: 'import-3 took away "ada" KNOWS "bob"' },
    { later: 'tied something to it', first: ada, second: [met('zoe', 'ada')], told: 'import-3 tied "zoe" KNOWS "ada"' },
    { later: 'made it anew', first: [gone('zoe')], second: [made('zoe', { bio: 'Back' })], told: 'import-3 made "zoe" anew' },
    {
      later: 'made a tie of it anew, among many others',
      first: [parted('yan', 'zoe')],
      second: [met('yan', 'zoe', {}), ...crowd('zoe')],
      told: 'import-3 made "yan" KNOWS "zoe" anew'
    },
    { later: 'took away where its tie led', first: [parted('yan', 'zoe')], second: [gone('zoe')], told: 'import-3 took away "zoe"' }
  ])('is refused where a later batch $later, and works once that is taken back', async ({ first, second, told }) => {
    await emptied(engine)
    await put(engine, made('yan'), made('zoe'), ...(first.some(({ of }) => of === 'tie') ? [met('yan', 'zoe')] : []))
    const start = await exportOf(engine)
    await put(engine, ...first)
    await put(engine, ...second)
    const before = await exportOf(engine)
    const refused = undo(engine, 'import-2', by)
    await expect(refused).rejects.toThrow(UndoRefused)
    await expect(refused).rejects.toThrow(`The batch import-2 cannot be taken back, because later ones rest on it: ${told}`)
    expect(await exportOf(engine)).toEqual(before)
    await undo(engine, 'import-3', by)
    await undo(engine, 'import-2', by)
    expect(await exportOf(engine)).toEqual(start)
  })

  it('is refused for a batch that is not there, or was taken back already', async () => {
    await emptied(engine)
    await expect(undo(engine, 'import-1', by)).rejects.toThrow('There is no batch import-1; nothing was written yet.')
    await put(engine, made('ada'))
    await expect(undo(engine, 'import-9', by)).rejects.toThrow('There is no batch import-9; the latest are import-1.')
    await undo(engine, 'import-1', by)
    await expect(undo(engine, 'import-1', by)).rejects.toThrow('taken back already, by undo-2; to have it again, take back undo-2.')
  })

  it('works for thousands of changes, made or taken away, back and forth', async () => {
    await emptied(engine)
    await put(engine, made('ada'))
    const alone = digest(await exportOf(engine))
    await put(engine, ...crowd('ada'))
    const full = digest(await exportOf(engine))
    await undo(engine, 'import-2', by)
    expect(digest(await exportOf(engine))).toEqual(alone)
    await undo(engine, 'undo-3', by)
    expect(digest(await exportOf(engine))).toEqual(full)
    await undo(engine, 'undo-4', by)
    expect(digest(await exportOf(engine))).toEqual(alone)
    await undo(engine, 'undo-5', by)
    await undo(engine, 'import-2', by)
    expect(digest(await exportOf(engine))).toEqual(alone)
  })

  it('tells what moved: what it brings back was not new', async () => {
    await emptied(engine)
    const tested = await appOver(engine)
    const since = async (revision: number) => {
      await tested.network.refresh()
      const { entities, ties } = await tested.get<ChangesAnswer>(`/api/changes?since=${revision}`)
      return [
        ...entities.map(({ id, change }) => `${id} ${change}`),
        ...ties.map(({ from, to, change }) => `${from}-${to} ${change}`)
      ].sort()
    }
    await put(engine, made('ada'), made('bob'), met('ada', 'bob'))
    await put(engine, moved('ada', { bio: null }, { bio: 'Bakes' }), parted('ada', 'bob'), gone('bob'))
    expect(await since(1)).toEqual(['ada updated', 'ada-bob removed', 'bob removed'])
    await undo(engine, 'import-2', by)
    expect(await since(2)).toEqual(['ada updated', 'ada-bob updated', 'bob updated'])
    expect(await since(3)).toEqual([])
    await undo(engine, 'import-1', by)
    expect(await since(3)).toEqual(['ada removed', 'ada-bob removed', 'bob removed'])
    expect(await since(0)).toEqual(expect.arrayContaining(['ada removed', 'bob removed']))
    await tested.network.close()
  })

  it('latest first, returns to what was there at every step', async () => {
    await emptied(engine)
    const step = fc.record({ kind: fc.constantFrom('import', 'import', 'replace'), files: randomFolder })
    const story = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const states = [{ batch: '', state: await exportOf(engine) }]
      for (const { kind, files } of steps) {
        const { lines } = await runTask(engine, { task: 'import', folder: folderOf(files), kind, dryRun: false }, () => undefined)
        const [, batch] = /Loaded as ([^:]+):/.exec(lines.join('\n')) ?? []
        if (batch) states.push({ batch, state: await exportOf(engine) })
        else expect(await exportOf(engine)).toEqual(states.at(-1)?.state)
      }
      for (let at = states.length - 1; at > 0; at--) {
        await undo(engine, states[at]?.batch ?? '', by)
        expect(await exportOf(engine)).toEqual(states[at - 1]?.state)
      }
    })
    await fc.assert(story, { numRuns: name === 'embedded' ? 25 : 8 })
  })
})
