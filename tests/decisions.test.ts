import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChangesAnswer } from '#contract/changes.ts'
import type { DecisionsAnswer, Me } from '#contract/decisions.ts'
import type { Health } from '#contract/health.ts'
import { Problem } from '#contract/problem.ts'
import { runTask } from '../seed/task.ts'
import type { AppOptions } from '../server/app.ts'
import type { Engine } from '../server/graph/engine.ts'
import { asideOf } from '../server/network/aside.ts'
import { dayOf, isoDayOf, today } from '../server/network/days.ts'
import { placeOf, type Projection, refAt } from '../server/network/projection.ts'
import { appOver, embeddedApp, temporaryFolder, type TestApp } from './app.ts'
import { emptied } from './emptied.ts'
import { describeOnEngines } from './engines.ts'
import { exportOf } from './exports.ts'
import { folderOf } from './folders.ts'

const TOKEN = 'a-secret-that-connectors-share'
const connector = { authorization: `Bearer ${TOKEN}` }
const village = {
  'people.csv': 'id,name,role,themes\nada,Ada,Boulangère,pain\nbob,Bob,Meunier,pain\neve,Ève,Maire,jeux\nzoe,Zoé,Ingénieure,jeux',
  'organizations.csv': 'id,name\nturing,Turing 22',
  'projects.csv': 'id,name,themes\nmaree,Marée basse,pain',
  'events.csv': 'id,name\nsoiree,Soirée',
  'ties.csv':
    'from,relation,to,role,from_date\nada,KNOWS,eve,,\nbob,WORKS_FOR,turing,,2020\nzoe,CARRIES,maree,,\neve,ATTENDED,soiree,,2024-01-01'
}
const day = (after: number): string => isoDayOf(dayOf(today()) + after)

/** The application over the village. */
async function villageApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const tested = await embeddedApp({ world: false, ...options })
  const folder = temporaryFolder()
  for (const [file, text] of Object.entries(village)) writeFileSync(join(folder.path, file), text)
  await tested.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
  folder.remove()
  return tested
}

/** Asks to write; the status and the answer. */
async function post(tested: TestApp, payload: unknown, { url = '/api/decisions', headers = {} as Record<string, string> } = {}) {
  const response = await tested.app.inject({
    method: 'POST',
    url,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers }
  })
  return {
    status: response.statusCode,
    answer: response.json() as { batch: string; revision: number } & Problem,
    headers: response.headers
  }
}

/** Who is set aside with somebody on a day, by id. */
function asideWith({ network }: TestApp, id: string, asOf = today()): string[] {
  const projection = network.current() as Projection
  return [...asideOf(projection, placeOf(projection, id), dayOf(asOf))].map((place) => refAt(projection, place).id).sort()
}

/** A decision that holds, in a line. */
async function held(tested: TestApp): Promise<string[]> {
  const { decisions } = await tested.get<DecisionsAnswer>('/api/decisions', connector)
  return decisions.map(({ between: [one, other], decision, because, until }) =>
    [[one.id, other.id].sort().join('-'), decision, because, until].filter(Boolean).join(' ')
  )
}

describeOnEngines('what a connector decides', (open) => {
  let engine: Engine
  let tested: TestApp
  beforeAll(async () => {
    engine = (await open()).engine
    tested = await appOver(engine, { token: TOKEN })
  })
  beforeEach(async () => {
    await emptied(engine)
    await tested.run({ task: 'import', folder: folderOf(village), kind: 'import', dryRun: false })
  })
  afterAll(async () => {
    await tested.app.close()
    await tested.network.close()
  })
  const decide = (between: [string, string], decision: string, more: object = {}) =>
    post(tested, { between, decision, ...more }, { headers: connector })
  const takeBack = (batch: string) => post(tested, { batch }, { url: '/api/decisions/undo', headers: connector })

  it('that two are not to meet holds from the next answer on, with its reason, until it is taken back', async () => {
    const before = await exportOf(engine)
    const drawn = tested.network.current()?.starts
    const { status, answer } = await decide(['ada', 'bob'], 'not-these-two', { because: '  concurrents  depuis\ntoujours ' })
    expect([status, answer]).toEqual([201, { revision: 2, batch: 'decision-2' }])
    expect([asideWith(tested, 'ada'), asideWith(tested, 'bob'), asideWith(tested, 'eve')]).toEqual([['bob'], ['ada'], []])
    expect([asideWith(tested, 'ada', day(-1)), asideWith(tested, 'ada', '2099-01-01')]).toEqual([[], ['bob']])
    const { decisions, revision, leftOut } = await tested.get<DecisionsAnswer>('/api/decisions', connector)
    expect({ revision, leftOut }).toEqual({ revision: 2, leftOut: 0 })
    expect(decisions).toEqual([
      {
        between: [
          { id: 'ada', type: 'person', name: 'Ada' },
          { id: 'bob', type: 'person', name: 'Bob' }
        ],
        decision: 'not-these-two',
        because: 'concurrents depuis toujours',
        at: expect.stringContaining(today()),
        batch: 'decision-2'
      }
    ])
    // Nothing was read again, nor has the map to be drawn again.
    expect(tested.network.current()?.starts).toBe(drawn)
    expect(await takeBack('decision-2')).toMatchObject({ status: 201, answer: { revision: 3, batch: 'undo-3' } })
    expect(asideWith(tested, 'ada')).toEqual([])
    expect(await held(tested)).toEqual([])
    expect(await exportOf(engine)).toEqual(before)
  })

  it('for later holds until the day, thirty days on where none is said, and not after it', async () => {
    await decide(['bob', 'eve'], 'later', { until: day(7), because: 'wrong-moment' })
    await decide(['maree', 'turing'], 'later')
    expect([asideWith(tested, 'bob', day(7)), asideWith(tested, 'bob', day(8))]).toEqual([['eve'], []])
    expect([asideWith(tested, 'turing', day(30)), asideWith(tested, 'turing', day(31))]).toEqual([['maree'], []])
    expect(await held(tested)).toEqual([`maree-turing later ${day(30)}`, `bob-eve later wrong-moment ${day(7)}`])
  })

  it('that two people know each other is a tie which everybody sees', async () => {
    expect((await decide(['ada', 'bob'], 'acquainted')).status).toBe(201)
    expect((await exportOf(engine))['ties.csv']).toContain('ada,KNOWS,bob,,,,,Dit par un connecteur')
    expect(await held(tested)).toEqual(['ada-bob acquainted'])
    expect(await tested.get('/api/changes?since=1')).toMatchObject({
      entries: [{ batch: 'decision-2', label: 'décision' }],
      ties: [{ from: 'ada', relation: 'KNOWS', to: 'bob', change: 'created' }]
    })
    await takeBack('decision-2')
    expect((await exportOf(engine))['ties.csv']).not.toContain('ada,KNOWS,bob')
  })

  it('that a project and an organization know each other sets them aside, since no tie of theirs could say it', async () => {
    await decide(['maree', 'turing'], 'acquainted')
    expect((await exportOf(engine))['ties.csv']).toContain(`maree,SET_ASIDE,turing,acquainted,${today()},,,`)
    expect(await held(tested)).toEqual(['maree-turing acquainted'])
  })

  it('twice is written once, whichever comes first', async () => {
    for (const [decision, more] of [
      ['not-these-two', { because: 'conflict' }],
      ['later', {}],
      ['acquainted', {}]
    ] as const) {
      expect((await decide(['ada', 'bob'], decision, more)).status).toBe(201)
      const { status, answer } = await decide(['bob', 'ada'], decision, more)
      expect([status, answer.detail]).toEqual([200, 'That is decided already; nothing was written.'])
      expect(answer.revision).toBe(tested.network.current()?.revision)
    }
    expect((await decide(['ada', 'eve'], 'acquainted')).status).toBe(200)
  })

  it('takes the place of what was decided before, and gives it back when it is taken back', async () => {
    await decide(['ada', 'bob'], 'later', { because: 'wrong-moment' })
    const { answer } = await decide(['bob', 'ada'], 'not-these-two', { because: 'wrong-moment' })
    expect(await held(tested)).toEqual(['ada-bob not-these-two wrong-moment'])
    expect(await takeBack('decision-2')).toMatchObject({
      status: 409,
      answer: { detail: expect.stringContaining('Take those back first') }
    })
    await takeBack(answer.batch)
    expect(await held(tested)).toEqual([`ada-bob later wrong-moment ${day(30)}`])
    await decide(['ada', 'bob'], 'acquainted')
    expect(await held(tested)).toEqual(['ada-bob acquainted'])
    expect(asideWith(tested, 'ada')).toEqual([])
    await takeBack('decision-5')
    expect(await takeBack('decision-2')).toMatchObject({ status: 201 })
    expect(await held(tested)).toEqual([])
  })

  it('ends what came with an import the day before, so that what held stays known', async () => {
    const written = 'from,relation,to,role,from_date,to_date\nbob,SET_ASIDE,ada,competitors,2024-03,\nzoe,SET_ASIDE,eve,,,2025-01-01'
    await tested.run({ task: 'import', folder: folderOf({ 'ties.csv': written }), kind: 'import', dryRun: false })
    const [{ batch } = { batch: '' }] = (await tested.get<DecisionsAnswer>('/api/decisions', connector)).decisions
    expect([await held(tested), batch]).toEqual([['ada-bob not-these-two competitors'], undefined])
    await decide(['ada', 'bob'], 'later', { until: day(3) })
    expect(await held(tested)).toEqual([`ada-bob later ${day(3)}`])
    expect((await exportOf(engine))['ties.csv']).toContain(`bob,SET_ASIDE,ada,competitors,2024-03,${day(-1)},,`)
    expect([asideWith(tested, 'ada', '2024-02-29'), asideWith(tested, 'ada', '2024-03-01')]).toEqual([[], ['bob']])
  })

  it('makes an acquaintance anew that was over', async () => {
    const over = 'from,relation,to,to_date\nada,KNOWS,bob,2020'
    await tested.run({ task: 'import', folder: folderOf({ 'ties.csv': over }), kind: 'import', dryRun: false })
    const before = await exportOf(engine)
    const { answer } = await decide(['ada', 'bob'], 'acquainted')
    expect((await exportOf(engine))['ties.csv']).toContain('ada,KNOWS,bob,,,,,Dit')
    await takeBack(answer.batch)
    expect(await exportOf(engine)).toEqual(before)
  })

  it('goes out and comes back with the folder, and is counted to who loads it', async () => {
    await decide(['ada', 'bob'], 'not-these-two', { because: '"conflit", dit-on' })
    await decide(['maree', 'eve'], 'later')
    const files = await exportOf(engine)
    const lines = await held(tested)
    await emptied(engine)
    const outcome = await tested.run({ task: 'import', folder: folderOf(files), kind: 'replace', dryRun: false })
    expect(outcome.lines[0]).toContain('9 new entities, 11 new ties')
    expect(await exportOf(engine)).toEqual(files)
    expect((await held(tested)).sort()).toEqual(lines.sort())
    expect(await tested.get<Health>('/api/health')).toMatchObject({ ties: 9 })
  })

  it('of several at once all are kept', async () => {
    const pairs: [string, string][] = [
      ['ada', 'bob'],
      ['ada', 'zoe'],
      ['ada', 'maree'],
      ['bob', 'ada']
    ]
    const statuses = await Promise.all(pairs.map((pair) => decide(pair, 'not-these-two')))
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 201, 201, 201])
    expect(asideWith(tested, 'ada')).toEqual(['bob', 'maree', 'zoe'])
  })

  it('is told newest first, and how many more there are', async () => {
    await decide(['ada', 'bob'], 'not-these-two')
    await decide(['ada', 'zoe'], 'acquainted')
    await decide(['ada', 'maree'], 'later')
    const { decisions, leftOut } = await tested.get<DecisionsAnswer>('/api/decisions?limit=2', connector)
    expect([decisions.map(({ batch }) => batch), leftOut]).toEqual([['decision-4', 'decision-3'], 1])
  })

  it('takes nothing back but decisions', async () => {
    expect(await takeBack('import-1')).toMatchObject({ status: 400, answer: { errors: [{ pointer: 'batch' }] } })
    expect(await takeBack('decision-1')).toMatchObject({ status: 404 })
    await decide(['ada', 'bob'], 'later')
    await takeBack('decision-2')
    expect(await takeBack('decision-2')).toMatchObject({ status: 409, answer: { detail: expect.stringContaining('taken back already') } })
  })
})

describe('a decision', () => {
  let tested: TestApp
  beforeAll(async () => {
    tested = await villageApp({ token: TOKEN })
  })
  afterAll(() => tested.stop())

  it.each<[string, unknown, number, string]>([
    ['somebody unknown', { between: ['ada', 'nobody'], decision: 'later' }, 404, 'Nothing has the id "nobody"'],
    ['an event', { between: ['ada', 'soiree'], decision: 'later' }, 400, '"soiree" is of the kind event'],
    ['a theme', { between: ['theme:pain', 'ada'], decision: 'acquainted' }, 400, '"theme:pain" is of the kind theme'],
    ['the same one twice', { between: ['ada', 'ada'], decision: 'later' }, 400, 'between names the same one twice'],
    ['three', { between: ['ada', 'bob', 'eve'], decision: 'later' }, 400, 'between'],
    ['a number', { between: ['ada', 7], decision: 'later' }, 400, 'between/1 is not an id'],
    ['an id that is too long', { between: ['ada', 'x'.repeat(513)], decision: 'later' }, 400, 'between/1 is longer than 512'],
    ['no decision', { between: ['ada', 'bob'] }, 400, 'decision is no decision; write {'],
    ['an unknown decision', { between: ['ada', 'bob'], decision: 'never' }, 400, 'decision is no decision; write {'],
    ['a long reason', { between: ['ada', 'bob'], decision: 'later', because: 'x'.repeat(301) }, 400, 'because is longer than 300'],
    ['half a character', '{"between":["ada","bob"],"decision":"later","because":"\\ud800"}', 400, 'because has a character'],
    [
      'a reason that all would read',
      { between: ['ada', 'bob'], decision: 'acquainted', because: 'x' },
      400,
      'which acquainted does not take'
    ],
    ['a day for what is not to come back', { between: ['ada', 'bob'], decision: 'not-these-two', until: day(2) }, 400, 'has until'],
    ['a month', { between: ['ada', 'bob'], decision: 'later', until: '2099-01' }, 400, 'until is not a whole day'],
    [
      'a day that does not exist',
      { between: ['ada', 'bob'], decision: 'later', until: '2099-02-30' },
      400,
      'until is not a date that exists'
    ],
    ['a day that is over', { between: ['ada', 'bob'], decision: 'later', until: day(-1) }, 400, 'until is over already'],
    ['a list', [], 400, 'request'],
    ['what is not JSON', '{broken', 400, 'cannot be read as JSON'],
    ['a prototype', '{"__proto__":{},"between":["ada","bob"],"decision":"later"}', 400, 'JSON'],
    ['nothing', '', 400, 'The body is empty']
  ])('is refused with %s, and nothing is written', async (_what, body, status, detail) => {
    const refused = await post(tested, body, { headers: connector })
    expect(refused.status).toBe(status)
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(Problem.parse(refused.answer).detail).toContain(detail)
    await tested.network.refresh()
    expect(tested.network.current()?.revision).toBe(1)
  })
})

describe('the eyes of a visitor', () => {
  const urls = [
    '/api/health',
    '/api/search?q=a',
    '/api/search?q=conflit',
    '/api/entities/ada',
    '/api/entities/bob/neighbours',
    '/api/paths?from=ada&to=bob',
    '/api/changes',
    '/api/changes?since=1',
    '/api/network',
    '/api/network?around=ada&steps=1',
    '/api/openapi.json'
  ]
  /** Every answer, but for the revision that all answers name. */
  const seen = async (tested: TestApp): Promise<Record<string, string>> => {
    const answers: Record<string, string> = {}
    const neutral = (text: string): string => text.replaceAll(/"revision":\d+/g, '"revision":0')
    for (const url of urls) answers[url] = neutral((await tested.app.inject(url)).body)
    const packed = await tested.app.inject({ url: '/api/network', headers: { accept: 'application/vnd.entremise.network' } })
    answers.packed = neutral(packed.rawPayload.toString('latin1'))
    return answers
  }

  it('see nothing of who is set aside, whatever is decided, imported, replaced or taken back', async () => {
    const tested = await villageApp({ token: TOKEN })
    const before = await seen(tested)
    const decide = (body: object) => post(tested, body, { headers: connector })
    await decide({ between: ['ada', 'bob'], decision: 'not-these-two', because: 'conflit' })
    await decide({ between: ['turing', 'maree'], decision: 'acquainted' })
    await decide({ between: ['ada', 'zoe'], decision: 'later' })
    expect(await seen(tested)).toEqual(before)
    await decide({ between: ['ada', 'bob'], decision: 'later' })
    await post(tested, { batch: 'decision-4' }, { url: '/api/decisions/undo', headers: connector })
    expect(await seen(tested)).toEqual(before)
    const written = { 'ties.csv': 'from,relation,to,role\neve,SET_ASIDE,bob,conflit' }
    await tested.run({ task: 'import', folder: folderOf(written), kind: 'import', dryRun: false })
    expect(await seen(tested)).toEqual(before)
    const replaced = await runTask(
      tested.engine,
      { task: 'import', folder: folderOf(village), kind: 'replace', dryRun: false },
      () => undefined
    )
    await tested.network.refresh()
    expect(replaced.lines[0]).toContain('3 removed')
    expect(await seen(tested)).toEqual(before)
    expect(await tested.get<ChangesAnswer>('/api/changes?since=1')).toMatchObject({ entries: [], ties: [], leftOut: { ties: 0 } })
    for (const text of Object.values(await seen(tested))) expect(text).not.toMatch(/décision|conflit"/)
    await tested.stop()
  })

  it('are not told of a relation that they cannot filter by', async () => {
    const tested = await embeddedApp({ world: false })
    const problem = await tested.get<Problem>('/api/network?relations=SET_ASIDE')
    expect(problem.status).toBe(400)
    expect(problem.detail).not.toContain('SET_ASIDE')
    await tested.stop()
  })
})

describe('who may decide', () => {
  const body = { between: ['ada', 'bob'], decision: 'later' }
  let open: TestApp
  let closed: TestApp
  beforeAll(async () => {
    open = await villageApp()
    closed = await villageApp({ token: TOKEN })
  })
  afterAll(async () => {
    await open.stop()
    await closed.stop()
  })

  it('with a token: who sends it, and nobody else, from wherever they ask', async () => {
    const wrong: Record<string, string>[] = [{}, { authorization: 'Bearer guess' }, { authorization: TOKEN }, { authorization: 'Bearer ' }]
    for (const headers of wrong) {
      for (const url of ['/api/decisions', '/api/decisions/undo']) {
        const refused = await post(closed, body, { url, headers })
        expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])
        expect(refused.answer.detail).toContain('ENTREMISE_TOKEN')
      }
      expect((await closed.app.inject({ url: '/api/decisions', headers })).statusCode).toBe(401)
      expect(await closed.get<Me>('/api/me', headers)).toEqual({ eyes: 'everyone', decides: false })
    }
    const far = { ...connector, origin: 'https://elsewhere.example', host: 'entremise.example', 'x-forwarded-for': '203.0.113.7' }
    expect(await closed.get<Me>('/api/me', far)).toEqual({ eyes: 'connectors', decides: true })
    expect((await post(closed, body, { headers: far })).status).toBe(201)
  })

  it.each<[string, Record<string, string>]>([
    ['the page of another site', { origin: 'https://evil.example' }],
    ['the page of another port of this machine', { host: 'localhost:3000', origin: 'http://localhost:8080' }],
    ['a page of nowhere', { origin: 'null' }],
    ['another site, by a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['a name that DNS leads here', { host: 'evil.example', origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['a name that begins like this machine', { host: '127.0.0.1.evil.example' }],
    ['a name with this machine in it', { host: 'evil@localhost' }],
    ['a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy that says so by RFC 7239', { forwarded: 'for=127.0.0.1' }],
    ['a proxy that names the host', { 'x-forwarded-host': 'localhost' }],
    ['a proxy that says only its own name', { via: '1.1 proxy' }]
  ])('without one: not %s', async (_what, headers) => {
    for (const url of ['/api/decisions', '/api/decisions/undo']) {
      const refused = await post(open, body, { url, headers })
      expect(refused.status).toBe(403)
      expect(refused.answer.detail).toContain('Set ENTREMISE_TOKEN')
    }
    expect((await open.app.inject({ url: '/api/decisions', headers })).statusCode).toBe(403)
    expect(await open.get<Me>('/api/me', headers)).toEqual({ eyes: 'everyone', decides: false })
    expect(open.network.current()?.revision).toBe(1)
  })

  it('without one: not another machine, nor what is no JSON, nor a body without end', async () => {
    const send = async (more: object) =>
      (await open.app.inject({ method: 'POST', url: '/api/decisions', payload: JSON.stringify(body), ...more })).statusCode
    const json = { 'content-type': 'application/json' }
    for (const remoteAddress of ['192.168.1.7', '203.0.113.7', '::ffff:10.0.0.1', 'fe80::1'])
      expect(await send({ remoteAddress, headers: json })).toBe(403)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])
      expect(await send({ headers: { 'content-type': type } })).toBe(415)
    expect(await send({ headers: json, payload: `{"because":"${'x'.repeat(10_000_000)}"}` })).toBe(413)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
      const response = await open.app.inject({ method, url: '/api/decisions', headers: json, payload: '{}' })
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    }
    expect(open.network.current()?.revision).toBe(1)
  })

  it('without one: never by what a Host can be made to hold, unless it names this machine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.webAuthority(), fc.domain(), fc.stringMatching(/^[!-~]{1,20}$/)), async (host) => {
        const { decides } = await open.get<Me>('/api/me', { host })
        expect(decides).toBe(/^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host))
      }),
      { numRuns: 200 }
    )
  })

  it('without one: who asks from the same machine, with a visitor’s eyes for all else', async () => {
    const same = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }
    expect(await open.get<Me>('/api/me', same)).toEqual({ eyes: 'everyone', decides: true })
    expect((await post(open, body, { headers: same })).status).toBe(201)
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.2', '[::1]:3000'])
      expect((await post(open, body, { headers: { host } })).status).toBe(200)
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect((await open.app.inject({ url: '/api/me', remoteAddress })).json()).toMatchObject({ decides: true })
    expect((await open.get<DecisionsAnswer>('/api/decisions')).decisions).toHaveLength(1)
  })
})
