import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { NetworkAnswer } from '#contract/network.ts'
import { openEmbedded } from '../../server/graph/embedded.ts'
import { drawMap } from '../../server/map/draw.ts'
import { type Kept, keep, keptOf, readKept } from '../../server/map/kept.ts'
import { LiveMap } from '../../server/map/live-map.ts'
import { appOver, type TestApp, temporaryFolder } from '../app.ts'
import { describeOnEngines } from '../engines.ts'
import { networkOf } from '../network.ts'
import { planted } from './planted.ts'

// Many threads start and end here.
vi.setConfig({ testTimeout: 60_000 })

const { entities, ties } = planted([24, 18, 12])
const people = Object.keys(entities)
const acquaintances = ties.map(([from, , to]) => `${from},KNOWS,${to}`)
const file = (head: string, rows: readonly string[]): string => [head, ...rows].join('\n')

/** Imports people and who knows whom. */
async function load(app: TestApp, ids: readonly string[], known: readonly string[]): Promise<void> {
  const folder = temporaryFolder()
  writeFileSync(join(folder.path, 'people.csv'), file('id', ids))
  writeFileSync(join(folder.path, 'ties.csv'), file('from,relation,to', known))
  await app.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
  folder.remove()
}

type Place = [x: number, y: number, community: number]
async function placesIn(app: TestApp): Promise<Record<string, Place>> {
  const { nodes } = await app.get<NetworkAnswer>('/api/network')
  return Object.fromEntries(nodes.map(({ id, x, y, community }) => [id, [x, y, community]]))
}

/** The picture of the first store that was asked. */
let first: Record<string, Place> | undefined

describeOnEngines('all stores that hold the same', (open) => {
  it.each([
    ['written at once', false],
    ['written by and by, the other way round', true]
  ])('have the same picture, on whichever engine: %s', async (_, isReversed) => {
    const app = await appOver((await open()).engine)
    if (isReversed) {
      await load(app, people.toReversed(), [])
      await load(app, [], acquaintances.toReversed())
    } else await load(app, people, acquaintances)
    const places = await placesIn(app)
    first ??= places
    expect(places).toEqual(first)
    await app.stop()
  })
})

describe('the layout of a server', () => {
  let data: string
  const start = async (): Promise<TestApp> =>
    appOver(await openEmbedded(join(data, 'graph.grafeo')), { layoutFile: join(data, 'layout.json') })
  beforeEach(() => {
    const { path, remove } = temporaryFolder()
    data = path
    onTestFinished(remove)
  })

  it('is kept when somebody new comes, and over a restart; without its file, all is laid out anew', async () => {
    const server = await start()
    await load(server, people, acquaintances)
    const first = await placesIn(server)
    await load(server, ['neuve'], [`neuve,KNOWS,${people[3]}`])
    const { neuve, ...rest } = await placesIn(server)
    expect(rest).toEqual(first)
    expect(neuve).toBeDefined()
    await server.stop()

    const again = await start()
    const grown = await placesIn(again)
    expect(grown).toEqual({ neuve, ...first })
    await again.stop()

    rmSync(join(data, 'layout.json'))
    const anew = await start()
    const other = await placesIn(anew)
    expect(Object.keys(other).sort()).toEqual(Object.keys(grown).sort())
    expect(other).not.toMatchObject(first)
    await anew.stop()
  })
})

describe('a map that could not be drawn', () => {
  it('is tried again when it is next asked for', async () => {
    const projection = networkOf(entities, ties)
    const maps = new LiveMap()
    const { starts } = projection
    projection.starts = undefined as never
    await expect(maps.of(projection)).rejects.toThrow()
    projection.starts = starts
    expect((await maps.of(projection)).x).toHaveLength(people.length)
    await maps.close()
  })
})

describe('a file that keeps a layout', () => {
  const projection = networkOf(entities, ties)
  const kept = keptOf(projection, drawMap(projection, undefined))
  /** What is read of a file in which a layout was kept, and which then was changed. */
  async function readAfter(change: (text: string) => string): Promise<Kept | undefined> {
    const { path, remove } = temporaryFolder()
    onTestFinished(remove)
    const file = join(path, 'layout.json')
    await keep(file, kept)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    return readKept(file)
  }

  it('gives it back', async () => {
    expect(await readAfter((text) => text)).toEqual(kept)
  })

  it.each([
    ['is cut short', (text: string) => text.slice(0, text.length / 2)],
    ['is of another form', () => '{"places":{"ada":[1,2,3]}}'],
    ['holds coordinates beyond the map', (text: string) => text.replace(/,\d+,\d+\]/, ',70000,-1]')],
    ['is empty', () => '']
  ])('is not used where it %s', async (_, change) => {
    expect(await readAfter(change)).toBeUndefined()
  })

  it('is not used for another store', async () => {
    const other = await readAfter((text) => text.replace('"store":"test"', '"store":"another"').replace(/,\d+,/, ',1,'))
    expect(other).toMatchObject({ store: 'another' })
    expect(drawMap(projection, other)).toEqual(drawMap(projection, undefined))
  })

  it('is not there where there is none, nor where none can be written', async () => {
    await keep(join(tmpdir(), 'no such folder', 'layout.json'), kept)
    expect(await readKept(join(tmpdir(), 'no such folder', 'layout.json'))).toBeUndefined()
  })
})
