import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { buildPages } from '../server/pages.ts'
import { temporaryFolder } from './app.ts'
import { describeOnNeo4j } from './engines.ts'
import { filesIn } from './exports.ts'
import { folderOf } from './folders.ts'
import { run, startServer } from './process.ts'
import { relayTo } from './relay.ts'

// Many processes start and end here.
vi.setConfig({ testTimeout: 60_000 })

const village = { 'people.csv': 'id,name\nada,Ada\nbob,Bob', 'ties.csv': 'from,relation,to\nada,KNOWS,bob' }
const empty = { 'people.csv': 'id,name\n' }
const stackTrace = /\n\s+at |Error:|node:internal/

/** An environment with a data folder of its own. */
function somewhere(): { ENTREMISE_DATA: string } {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  return { ENTREMISE_DATA: path }
}

// What a first start does for everybody; here it would be counted as a test's own time.
beforeAll(() => buildPages(() => undefined))

describe('a server', () => {
  it('loads the demonstration at its first start and never again, and takes imports while it runs', async () => {
    const place = somewhere()
    const server = startServer(place)
    expect(await server.opened()).toBe(1)
    const world = await server.health()
    expect(world).toMatchObject({ status: 'ok', engine: 'embedded', revision: 1 })
    expect(world.entities).toBeGreaterThan(20)

    const loaded = await run('import', [folderOf(village)], place)
    expect(loaded).toMatchObject({
      code: 0,
      output: expect.stringContaining('Loaded as import-2: 2 new entities, 1 new tie; 0 unchanged.')
    })
    expect(await server.health()).toMatchObject({ revision: 2, entities: world.entities + 2, ties: world.ties + 1 })

    const faulty = await run('import', [folderOf({ 'people.csv': 'id,shoe\nada,42' })], place)
    expect(faulty).toMatchObject({ code: 1, output: expect.stringContaining('people.csv line 1, column "shoe"') })
    expect(faulty.output).not.toMatch(stackTrace)
    const undone = await run('import', ['--undo', 'import-2'], place)
    expect(undone).toMatchObject({ code: 0, output: expect.stringContaining('Taken back: import-2, as undo-3') })
    expect(await run('import', ['--undo', 'import-2'], place)).toMatchObject({
      code: 1,
      output: expect.stringContaining('taken back already')
    })

    const replaced = await run('import', [folderOf(empty), '--replace'], place)
    expect(replaced).toMatchObject({ code: 0, output: expect.stringContaining('Loaded as replace-4') })
    expect(await server.health()).toMatchObject({ revision: 4, entities: 0, ties: 0 })

    expect(await server.stop()).toBe(0)
    expect(existsSync(join(place.ENTREMISE_DATA, 'running.json'))).toBe(false)
    const again = startServer(place)
    expect(await again.opened()).toBe(4)
    expect(await again.health()).toMatchObject({ revision: 4, entities: 0 })
  })

  it.each([
    { kind: 'an import', parameters: [], folder: village, entities: 2 },
    { kind: 'a replacement by nothing', parameters: ['--replace'], folder: empty, entities: 0 }
  ])('adds no demonstration to a store that $kind came to first', async ({ parameters, folder, entities }) => {
    const place = somewhere()
    expect(await run('import', [folderOf(folder), ...parameters], place)).toMatchObject({ code: 0 })
    const server = startServer(place)
    expect(await server.opened()).toBe(1)
    expect(await server.health()).toMatchObject({ revision: 1, entities })
  })

  it('that was killed leaves a note that does no harm', async () => {
    const place = somewhere()
    const server = startServer(place)
    await server.opened()
    server.child.kill('SIGKILL')
    await server.ended
    expect(existsSync(join(place.ENTREMISE_DATA, 'running.json'))).toBe(true)
    expect(await run('import', [folderOf(village)], place)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Loaded as import-2')
    })
    expect(await startServer(place).opened()).toBe(2)
  })

  it('waits with a sentence while another one holds its store, hides it from nobody, and takes over', async () => {
    const place = somewhere()
    const first = startServer(place)
    await first.opened()
    const second = startServer(place)
    await second.url
    const third = startServer({ ...place, PORT: new URL(await first.url).port })
    expect(await third.ended).toBe(1)
    expect(third.output()).toMatch(/^Port \d+ of 127\.0\.0\.1 is taken; stop what uses it, or choose another with PORT\.\n$/)

    expect(await run('import', [folderOf(village)], place)).toMatchObject({ code: 0 })
    expect(await first.health()).toMatchObject({ revision: 2 })
    expect(await second.health()).toMatchObject({ status: 'starting', revision: 0 })
    await second.said(/The store \S+ is held by another process; stop it, or wait until it has closed\./)
    expect(await first.stop()).toBe(0)
    expect(await second.opened()).toBe(2)
    expect(await run('import', [folderOf(empty), '--replace'], place)).toMatchObject({ code: 0 })
    expect(await second.health()).toMatchObject({ revision: 3 })
    expect(second.output()).not.toMatch(stackTrace)
  })

  it('tells a port that cannot be', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    onTestFinished(() => void holder.close())
    const { port } = holder.address() as AddressInfo
    const [taken, odd] = [startServer({ ...somewhere(), PORT: String(port) }), startServer({ ...somewhere(), PORT: 'seventy' })]
    expect(await Promise.all([taken.ended, odd.ended])).toEqual([1, 1])
    expect(taken.output()).toContain(`Port ${port} of 127.0.0.1 is taken`)
    expect(odd.output()).toBe('PORT is not a port; write a number from 0 to 65535.\n')
  })
})

describe('a command', () => {
  it.each<[command: 'import' | 'export', parameters: string[], told: string]>([
    ['import', [], 'Which folder?'],
    ['import', ['one', 'two'], 'One folder at a time; two is too many.'],
    ['import', ['one', '--backwards'], '--backwards'],
    ['import', ['one', '--undo', 'import-1'], '--undo stands alone'],
    ['export', [], 'npm run export -- FOLDER'],
    ['export', ['--all'], 'npm run export -- FOLDER']
  ])('%s %j tells how it is written', async (command, parameters, told) => {
    const { code, output } = await run(command, parameters, somewhere())
    expect(code).toBe(1)
    expect(output).toContain(told)
    expect(output).toContain(`npm run ${command} -- FOLDER`)
    expect(output).not.toMatch(stackTrace)
  })

  it.each<{ parameters: string[]; taken: Record<string, string>; written: string }>([
    { parameters: ['one'], taken: { npm_config_dry_run: 'true' }, written: 'FOLDER --dry-run' },
    { parameters: ['one', '--dry-run'], taken: { npm_config_replace_registry_host: 'true' }, written: 'FOLDER --replace' },
    { parameters: ['import-1'], taken: { npm_config_undo: 'true' }, written: '--undo BATCH' }
  ])('refuses $written where npm took it for itself', async ({ parameters, taken, written }) => {
    const { code, output } = await run('import', parameters, { ...somewhere(), ...taken })
    expect(code).toBe(1)
    expect(output).toContain(`write -- before the options: npm run import -- ${written}\n`)
  })

  it('tells where no folder can be made and no file written', async () => {
    const folder = folderOf(village)
    mkdirSync(join(folder, 'full', 'people.csv'), { recursive: true })
    const file = join(folder, 'people.csv')
    const told = async (out: string, place = somewhere()) => (await run('export', [out], place)).output
    expect(await told(file)).toBe(`The folder ${file} cannot be made: ${file} is there and is not a folder.\n`)
    expect(await told(join(file, 'out', 'in'))).toBe(`The folder ${file}/out/in cannot be made: ${file} is there and is not a folder.\n`)
    expect(await told(join(folder, 'full'))).toBe(
      `${folder}/full/people.csv cannot be written: ${folder}/full/people.csv is a folder, not a file.\n`
    )
    expect(await told(folder, { ENTREMISE_DATA: file })).toBe(`The folder ${file} cannot be made: ${file} is there and is not a folder.\n`)
    if (!existsSync('/proc/self')) return
    expect(await told('/proc/nowhere/x')).toBe('The folder /proc/nowhere/x cannot be made: nothing can be made in /proc.\n')
  })

  it('tells in sentences what is wrong with a folder, a store or an address', async () => {
    const place = somewhere()
    const outcomes = await Promise.all([
      run('import', ['nowhere/at/all'], place),
      run('import', [folderOf(village)], { ...somewhere(), NEO4J_URI: 'bolt://127.0.0.1:1' }),
      run('export', [join(folderOf(village), 'people.csv')], somewhere()),
      run('import', [folderOf(village)], { ENTREMISE_DATA: join(folderOf({ 'graph.grafeo': 'no store at all' })) })
    ])
    for (const { code, output } of outcomes) {
      expect(code).toBe(1)
      expect(output.trim()).toMatch(/\.$|file/)
      expect(output).not.toMatch(stackTrace)
    }
    expect(outcomes.map(({ output }) => output).join('')).toContain('nothing listens there')
  })

  it('exports what was imported, without a server', async () => {
    const place = somewhere()
    const out = join(place.ENTREMISE_DATA, 'out')
    expect(await run('import', [folderOf(village)], place)).toMatchObject({ code: 0 })
    expect(await run('export', [out], place)).toMatchObject({ code: 0, output: `Written to ${out}: 2 entities, 1 tie.\n` })
    expect(filesIn(out)['ties.csv']).toContain('ada,KNOWS,bob')
    expect(await run('import', [out, '--replace', '--dry-run'], place)).toMatchObject({
      code: 0,
      output: expect.stringContaining('0 new entities')
    })
  })
})

describeOnNeo4j('servers on a Neo4j', (open) => {
  it('two that start at once load one demonstration, and stay in step', async () => {
    const { environment } = await open()
    const [ours, theirs] = [environment, { ...environment, ...somewhere() }]
    const [first, second] = [startServer(ours), startServer(theirs)]
    expect(await Promise.all([first.opened(), second.opened()])).toEqual([1, 1])
    const world = await first.health()
    expect(world).toMatchObject({ status: 'ok', engine: 'neo4j', revision: 1 })
    expect(await second.health()).toEqual(world)

    const loaded = await run('import', [folderOf(village)], ours)
    expect(loaded).toMatchObject({ code: 0, output: expect.stringContaining('Loaded as import-2: 2 new entities, 1 new tie') })
    expect(await first.health()).toMatchObject({ revision: 2, entities: world.entities + 2 })
    await expect
      .poll(() => second.health(), { timeout: 5_000 })
      .toEqual({ ...world, revision: 2, entities: world.entities + 2, ties: world.ties + 1 })
    expect(await run('import', ['--undo', 'import-2'], theirs)).toMatchObject({ code: 0 })
    expect(await second.health()).toEqual({ ...world, revision: 3 })
    await expect.poll(() => first.health(), { timeout: 5_000 }).toEqual({ ...world, revision: 3 })
  })

  it('may start before it does, answer while it is away, and recover by themselves', async () => {
    const { environment } = await open()
    const relay = await relayTo(Number(new URL(environment.NEO4J_URI ?? '').port))
    const place = { ...environment, NEO4J_URI: `bolt://127.0.0.1:${relay.port}` }
    const server = startServer(place)
    await server.said(/Neo4j at bolt:\S+ cannot be used: nothing listens there \(connection refused\)\. Start it or check NEO4J_URI;.*\n/)
    expect(await server.health()).toEqual({ status: 'starting', engine: 'neo4j', revision: 0, entities: 0, ties: 0 })
    expect(await run('import', [folderOf(village)], place)).toMatchObject({ code: 1, output: expect.stringContaining('cannot be used') })

    await relay.connect()
    expect(await server.opened()).toBe(1)
    const world = await server.health()
    relay.cut()
    expect(await run('import', [folderOf(village)], place)).toMatchObject({ code: 1, output: expect.stringContaining('cannot be used') })
    expect(await server.health()).toEqual(world)
    await relay.connect()
    expect(await run('import', [folderOf(village)], place)).toMatchObject({ code: 0 })
    expect(await server.health()).toMatchObject({ status: 'ok', revision: 2 })
    expect(server.output()).not.toMatch(stackTrace)
    expect(await server.stop()).toBe(0)
  })
})
