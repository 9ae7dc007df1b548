import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card, Neighbours } from '#contract/cards.ts'
import { Problem } from '#contract/problem.ts'
import type { SearchAnswer } from '#contract/search.ts'
import { buildApp } from '../server/app.ts'
import { throughLens } from '../server/lens.ts'
import { embeddedApp, type TestApp, temporaryFolder } from './app.ts'

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
    'id,name,email,phone\n/,Racine,racine@example.org,0102030405\n"a/b?c#d ""é"" %",Drôle d’identifiant,,\n'
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
    expect(await names('q=example.org')).toEqual([])
    expect(await names('q=0102030405')).toEqual([])
  })
  it('names the parameter that is wrong', async () => {
    expect(await app.get<Problem>('/api/search?q=a&types=person,friend')).toMatchObject({ status: 400, errors: [{ pointer: 'types/1' }] })
    expect(await app.get<Problem>('/api/search?q=a&limit=0')).toMatchObject({ status: 400, errors: [{ pointer: 'limit' }] })
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
      source: 'Interview du 12 mai 2021'
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
    expect(connector.fields).toEqual({ name: 'Racine', email: 'racine@example.org', phone: '0102030405' })
    const stranger = await app.get<Card>('/api/entities/%2F', { authorization: 'Bearer guess' })
    expect(stranger).toEqual(visitor)
  })
  it('is passed by every answer that the documentation lists', async () => {
    const { paths } = await app.get<{ paths: Record<string, object> }>('/api/openapi.json')
    const asked: Record<string, string> = {
      '/api/health': '/api/health',
      '/api/search': '/api/search?q=a',
      '/api/entities/{id}': '/api/entities/nour-arnica',
      '/api/entities/{id}/neighbours': '/api/entities/nour-arnica/neighbours',
      '/api/paths': '/api/paths?from=nour-arnica&to=octave-basalte',
      '/api/changes': '/api/changes'
    }
    expect(Object.keys(paths).sort()).toEqual(Object.keys(asked).sort())
    for (const url of Object.values(asked)) {
      seen.length = 0
      const answer = await app.get<object>(url)
      expect(seen).toHaveLength(1)
      expect(JSON.parse(JSON.stringify(seen[0]))).toEqual(answer)
    }
  })
})

describe('an unchanged answer', () => {
  it('is not sent again, but to other eyes and at another revision', async () => {
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
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)('%s is not answered', async (method) => {
    const response = await app.app.inject({ method, url: '/api/search', payload: '{}', headers: { 'content-type': 'application/json' } })
    expectProblem(response, 405)
    expect(response.headers.allow).toBe('GET, HEAD')
  })
  it('what is not HTTP at all', async () => {
    const server = await buildApp({ source: { engine: 'embedded', projection: () => undefined, isAway: () => false } })
    await server.listen({ host: '127.0.0.1', port: 0 })
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    socket.end('NONSENSE\r\n\r\n')
    let said = ''
    for await (const piece of socket) said += piece
    expect(said).toMatch(/^HTTP\/1.1 400 /)
    expect(said).toContain('application/problem+json')
    await server.close()
  })
  it('what comes while the network is still being read', async () => {
    const server = await buildApp({ source: { engine: 'embedded', projection: () => undefined, isAway: () => false } })
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
  it('documents itself in OpenAPI 3.1, to be browsed', async () => {
    const document = await app.get<{ openapi: string }>('/api/openapi.json')
    expect(document.openapi).toBe('3.1.0')
    expect((await app.app.inject('/api/docs/')).statusCode).toBe(200)
  })
})
