import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card, Neighbours } from '#contract/cards.ts'
import { Problem } from '#contract/problem.ts'
import type { SearchAnswer } from '#contract/search.ts'
import { buildApp } from '../server/app.ts'
import { throughLens } from '../server/lens.ts'
import { embeddedApp, type TestApp, temporaryFolder } from './app.ts'

interface OpenApi {
  openapi: string
  components: { securitySchemes: Record<string, object> }
  security: object[]
  paths: Record<
    string,
    {
      get?: {
        parameters: { name: string; description: string; schema: object }[]
        responses: Record<string, { description: string; content?: object }>
      }
    }
  >
}

const TOKEN = 'a-secret-that-connectors-share'
/** Answers that went through the lens. */
const seen: object[] = []
let app: TestApp

beforeAll(async () => {
  app = await embeddedApp({
    token: TOKEN,
    lens: (lens, answer) => {
      seen.push(answer)
      return throughLens(lens, answer)
    }
  })
  const folder = temporaryFolder()
  writeFileSync(
    join(folder.path, 'people.csv'),
    'id,name,email,phone\n/,Racine,racine@xyzzy.example,0102030405\n"a/b?c#d ""é"" %",Drôle d’identifiant,,\n'
  )
  writeFileSync(join(folder.path, 'needs.csv'), `id,holder,text\nlong,/,"${'Un local pour répéter, deux soirs par semaine, '.repeat(5)}"\n`)
  writeFileSync(join(folder.path, 'ties.csv'), 'from,relation,to\n/,KNOWS,nour-arnica\n')
  await app.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
  folder.remove()
})
afterAll(() => app.stop())

const names = async (query: string): Promise<string[]> =>
  (await app.get<SearchAnswer>(`/api/search?${query}`)).results.map(({ name }) => name)

describe('search', () => {
  it('forgives accents, case and a typo, and finds by the beginning', async () => {
    expect((await names('q=EPILOBE'))[0]).toBe('Wassila Épilobe')
    expect((await names('q=wasila+epilobe'))[0]).toBe('Wassila Épilobe')
    expect((await names('q=wass'))[0]).toBe('Wassila Épilobe')
    expect(await names('q=w')).toContain('Wassila Épilobe')
  })
  it('puts names before texts, and says where it found', async () => {
    const { results } = await app.get<SearchAnswer>('/api/search?q=lave')
    expect(results[0]).toMatchObject({ id: 'sous-la-lave', type: 'project', matched: 'name' })
    const { results: told } = await app.get<SearchAnswer>('/api/search?q=journaliste')
    expect(told[0]).toMatchObject({ id: 'nour-arnica', matched: 'role', detail: 'Journaliste' })
  })
  it('reads themes and territories as words of what bears them', async () => {
    const { results } = await app.get<SearchAnswer>('/api/search?q=jeux+video&types=project')
    expect(results[0]).toMatchObject({ type: 'project', matched: 'themes' })
  })
  it('keeps the kinds and the number asked for', async () => {
    const { results } = await app.get<SearchAnswer>('/api/search?q=a&types=project,event&limit=3')
    expect(results).toHaveLength(3)
    expect(results.every(({ type }) => type === 'project' || type === 'event')).toBe(true)
  })
  it('has nothing for nothing, and does not search what is kept from people', async () => {
    expect(await names('q=')).toEqual([])
    expect(await names('q=%3F%21')).toEqual([])
    expect(await names('q=xyzzy')).toEqual([])
    expect(await names('q=0102030405')).toEqual([])
  })
  it('names the parameter that is wrong', async () => {
    expect(await app.get<Problem>('/api/search?q=a&types=person,friend')).toMatchObject({ status: 400, errors: [{ pointer: 'types/1' }] })
    expect(await app.get<Problem>('/api/search?q=a&limit=0')).toMatchObject({ status: 400, errors: [{ pointer: 'limit' }] })
  })
  it.each([
    ['/api/search?q=a&limit=0', 'limit is not a whole number from 1 on; write one up to 200'],
    ['/api/search?q=a&limit=-3', 'limit is not a whole number from 1 on; write one up to 200'],
    ['/api/search?q=a&limit=ten', 'limit is not a whole number from 1 on; write one up to 200'],
    ['/api/search?q=a&limit=2.5', 'limit is not a whole number from 1 on; write one up to 200'],
    ['/api/search?q=a&q=b', 'q is given more than once; write it once'],
    [`/api/search?q=${'a'.repeat(201)}`, 'q is longer than 200 characters; search for fewer words'],
    ['/api/search?q=a&types=friend', 'types/0 is not a kind; known: person, organization, '],
    ['/api/paths?from=a&to=b&maxHops=7', 'maxHops is not a whole number from 1 to 6, the most'],
    ['/api/paths?from=a&to=b&maxHops=far', 'maxHops is not a whole number from 1 to 6'],
    ['/api/paths?from=&to=b', 'from is missing; write the id of an entity'],
    ['/api/paths?from=a&from=b&to=c', 'from is given more than once; write it once'],
    [`/api/paths?from=a&to=b&avoid=${'c'.repeat(513)}`, 'avoid is longer than 512 characters, which no id is'],
    ['/api/paths?from=a&to=b&asOf=2024-02-31', 'asOf is not a date that exists; write 2024-03-09'],
    ['/api/changes?since=-1', 'since is not a whole number; write 0 or a greater one']
  ])('says what is wrong and what to write: %s', async (url, detail) => {
    const problem = await app.get<Problem>(url)
    expect(problem.status).toBe(400)
    expect(problem.detail).toContain(detail)
  })
  it('takes what is empty as left out, what repeats as a list, and a number above the greatest as the greatest', async () => {
    const same = async (one: string, other: string) => expect(await app.get<object>(one)).toEqual(await app.get<object>(other))
    await same('/api/search?q=a&types=&limit=', '/api/search?q=a')
    await same('/api/search?q=a&types=project&types=event', '/api/search?q=a&types=project,event')
    await same('/api/search?q=a&limit=99999999999999999999', '/api/search?q=a&limit=200')
    await same('/api/entities/nour-arnica/neighbours?limit=501', '/api/entities/nour-arnica/neighbours?limit=500')
    await same('/api/changes?since=&limit=1001', '/api/changes?since=0&limit=1000')
    const way = '/api/paths?from=nour-arnica&to=octave-basalte'
    await same(`${way}&maxHops=&avoid=&since=&asOf=&alternatives=`, way)
    await same(`${way}&alternatives=100`, `${way}&alternatives=8`)
  })
})

describe('a card', () => {
  it('tells fields, ties, sources and when it was written', async () => {
    const card = await app.get<Card>('/api/entities/turing-22')
    expect(card).toMatchObject({ id: 'turing-22', type: 'organization', name: 'Turing 22', fields: { kind: 'coworking' }, leftOut: 0 })
    const [tie] = card.ties
    expect(tie).toMatchObject({
      relation: 'WORKS_FOR',
      direction: 'in',
      other: { id: 'jeanne-obsidienne' },
      from_date: '2018-02',
      source: 'Entretien du 12 mai 2021'
    })
    expect(card.groups.reduce((sum, { count }) => sum + count, 0)).toBe(card.ties.length)
    expect(card.records.map(({ revision }) => revision)).toEqual([1])
    expect(card.recorded.label).toBe('démonstration')
  })
  it('is found by any id, percent-encoded', async () => {
    expect((await app.get<Card>('/api/entities/%2F')).name).toBe('Racine')
    expect((await app.get<Card>(`/api/entities/${encodeURIComponent('a/b?c#d "é" %')}`)).name).toBe('Drôle d’identifiant')
    expect(await app.get<Problem>(`/api/entities/${'é'.repeat(512)}`)).toMatchObject({ status: 404 })
    expect(await app.get<Problem>(`/api/entities/${'e'.repeat(513)}`)).toMatchObject({ status: 400 })
  })
  it('tells the ties of one relation newest first, whichever end they start from', async () => {
    const { ties } = await app.get<Card>('/api/entities/nour-arnica')
    const known = ties.filter(({ relation }) => relation === 'KNOWS').flatMap(({ from_date }) => from_date ?? [])
    expect(known.length).toBeGreaterThan(3)
    expect(known).toEqual(known.toSorted().reverse())
  })
  it('calls a need by its text', async () => {
    const { name } = await app.get<Card>('/api/entities/long')
    expect(name.length).toBeLessThanOrEqual(81)
    expect(name).toMatch(/^Un local pour répéter.*…$/)
  })
  it('has its neighbours, capped, with how many are left out', async () => {
    const all = await app.get<Neighbours>('/api/entities/nour-arnica/neighbours?limit=500')
    const few = await app.get<Neighbours>('/api/entities/nour-arnica/neighbours?limit=3')
    expect(few.nodes).toEqual(all.nodes.slice(0, 3))
    expect(few.leftOut).toBe(all.nodes.length - 3)
    const shown = new Set(['nour-arnica', ...few.nodes.map(({ id }) => id)])
    expect(few.ties.every(({ from, to }) => shown.has(from) && shown.has(to))).toBe(true)
    expect(few.nodes.every(({ id }) => few.ties.some(({ from, to }) => from === id || to === id))).toBe(true)
  })
})

describe('the lens', () => {
  it('shows an address and a number to connectors only', async () => {
    const visitor = await app.get<Card>('/api/entities/%2F')
    expect(visitor.fields).toEqual({ name: 'Racine' })
    const connector = await app.get<Card>('/api/entities/%2F', { authorization: `Bearer ${TOKEN}` })
    expect(connector.fields).toEqual({ name: 'Racine', email: 'racine@xyzzy.example', phone: '0102030405' })
    const stranger = await app.get<Card>('/api/entities/%2F', { authorization: 'Bearer guess' })
    expect(stranger).toEqual(visitor)
  })
  it('is passed by every answer that the documentation lists', async () => {
    const { paths } = await app.get<{ paths: Record<string, object> }>('/api/openapi.json')
    const asked: Record<string, string> = {
      '/api/health': '/api/health',
      '/api/search': '/api/search?q=a',
      '/api/questions': '/api/questions',
      '/api/communities': '/api/communities',
      '/api/entities/{id}': '/api/entities/nour-arnica',
      '/api/entities/{id}/neighbours': '/api/entities/nour-arnica/neighbours',
      '/api/paths': '/api/paths?from=nour-arnica&to=octave-basalte',
      '/api/changes': '/api/changes',
      '/api/matches': '/api/matches?for=nour-arnica',
      '/api/meetings': '/api/meetings',
      '/api/learning': '/api/learning',
      '/api/ice-breakers': '/api/ice-breakers?a=nour-arnica&b=octave-basalte',
      '/api/tables': '/api/tables',
      '/api/me': '/api/me',
      '/api/decisions': '/api/decisions',
      '/api/network': '/api/network?around=nour-arnica'
    }
    expect(Object.keys(paths).sort()).toEqual([...Object.keys(asked), '/api/decisions/undo'].sort())
    for (const url of Object.values(asked)) {
      seen.length = 0
      const answer = await app.get<object>(url, url === '/api/decisions' ? { authorization: `Bearer ${TOKEN}` } : {})
      expect(seen).toHaveLength(1)
      expect(JSON.parse(JSON.stringify(seen[0]))).toEqual(answer)
    }
  })
})

describe('an unchanged answer', () => {
  it('is not sent again, but to other eyes', async () => {
    const first = await app.app.inject('/api/entities/turing-22')
    const tag = String(first.headers.etag)
    const again = await app.app.inject({ url: '/api/entities/turing-22', headers: { 'if-none-match': tag } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const connector = await app.app.inject({
      url: '/api/entities/turing-22',
      headers: { 'if-none-match': tag, authorization: `Bearer ${TOKEN}` }
    })
    expect(connector.statusCode).toBe(200)
    expect(first.headers.vary).toContain('authorization')
  })
  it('is known by its address: the tag of one is nothing to another', async () => {
    const tag = String((await app.app.inject('/api/entities/turing-22')).headers.etag)
    const status = async (url: string, known: string) => (await app.app.inject({ url, headers: { 'if-none-match': known } })).statusCode
    expect(await status('/api/entities/nour-arnica', tag)).toBe(200)
    expect(await status('/api/entities/nobody', tag)).toBe(404)
    expect(await status('/api/entities/turing-22', `"other", W/${tag}`)).toBe(304)
    expect(await status('/api/entities/turing-22', '*')).toBe(304)
    expect(await status('/api/entities/nobody', '*')).toBe(404)
  })
  it('has another tag at another revision', async () => {
    const grown = await embeddedApp({ world: false })
    const before = String((await grown.app.inject('/api/changes')).headers.etag)
    const folder = temporaryFolder()
    writeFileSync(join(folder.path, 'people.csv'), 'id,name\nada,Ada\n')
    await grown.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
    const after = await grown.app.inject({ url: '/api/changes', headers: { 'if-none-match': before } })
    expect(after.statusCode).toBe(200)
    expect(after.headers.etag).not.toBe(before)
    await grown.stop()
    folder.remove()
  })
})

describe('every error is a problem that names the next step', () => {
  const expectProblem = (response: { statusCode: number; headers: Record<string, unknown>; body: string }, status: number): Problem => {
    expect(response.statusCode).toBe(status)
    expect(String(response.headers['content-type'])).toMatch(/^application\/problem\+json/)
    expect(response.headers.etag).toBeUndefined()
    return Problem.parse(JSON.parse(response.body))
  }
  it.each([
    ['/api/nothing', 404],
    ['/api', 404],
    ['/api/entities/nobody', 404],
    ['/api/entities/%zz', 400],
    [`/api/entities/${'x'.repeat(9_000)}`, 414]
  ] as const)('%.24s', async (url, status) => {
    expect(expectProblem(await app.app.inject(url), status).detail).not.toMatch(/\bat \/|node_modules/)
  })
  it('what comes while the network is still being read', async () => {
    const server = await buildApp({
      source: {
        engine: 'embedded',
        projection: () => undefined,
        map: () => Promise.reject(new Error('no map')),
        matching: () => Promise.reject(new Error('not asked')),
        isMatching: () => true,
        isAway: () => false
      }
    })
    const response = await server.inject('/api/search?q=a')
    expectProblem(response, 503)
    expect(response.headers['retry-after']).toBe('1')
    expect((await server.inject('/api/health')).json()).toEqual({
      status: 'starting',
      engine: 'embedded',
      revision: 0,
      entities: 0,
      ties: 0
    })
    await server.close()
  })
})

describe('the door to the outside', () => {
  it('sends strict headers with every answer', async () => {
    for (const url of ['/api/health', '/api/nothing', '/api/entities/turing-22']) {
      const { headers } = await app.app.inject(url)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })
  it('lets other sites show the page made for that, and no other', async () => {
    const { headers } = await app.app.inject('/integrer?around=turing-22')
    expect(headers['content-security-policy']).toContain('frame-ancestors *')
    expect(headers['x-frame-options']).toBeUndefined()
    for (const url of ['/integrer/more', '/?next=/integrer', '/fiche/integrer'])
      expect((await app.app.inject(url)).headers['content-security-policy'], url).toContain("frame-ancestors 'none'")
  })
  it('documents itself in OpenAPI 3.1: what is asked, what is answered, and every error as a problem', async () => {
    const document = await app.get<OpenApi>('/api/openapi.json')
    expect(document.openapi).toBe('3.1.0')
    expect(document.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' })
    expect(document.security).toEqual([{}, { token: [] }])
    const answered: Record<string, string[]> = {
      'get /api/health': ['200', 'default'],
      'get /api/me': ['200', 'default'],
      'get /api/decisions': ['200', '503', 'default'],
      'post /api/decisions': ['200', '201', '503', 'default'],
      'post /api/decisions/undo': ['201', '503', 'default']
    }
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        expect(Object.keys(responses.default?.content ?? {})).toEqual(['application/problem+json'])
        expect(Object.keys(responses)).toEqual(answered[`${method} ${path}`] ?? ['200', '304', '503', 'default'])
        for (const { description } of Object.values(responses)) expect(description).not.toBe('Default Response')
      }
    }
    const asked = (path: string, name: string) => document.paths[path]?.get?.parameters.find((parameter) => parameter.name === name)
    expect(asked('/api/search', 'types')?.schema).toMatchObject({ type: 'array', items: { enum: expect.arrayContaining(['person']) } })
    expect(asked('/api/paths', 'avoid')?.schema).toMatchObject({ anyOf: [{ type: 'string' }, { type: 'array' }] })
    expect(asked('/api/paths', 'asOf')?.description).toContain('An undated tie to an event is dated by its event')
  })
  it('lets the pages that show its documentation load nothing from elsewhere', async () => {
    const { statusCode, headers } = await app.app.inject('/api/docs/')
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toMatch(/http|validator|upgrade/)
    expect((await app.app.inject('/api/docs/static/swagger-initializer.js')).body).toContain('"validatorUrl":null')
  })
})
