import { writeFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#contract/problem.ts'
import { buildApp } from '../server/app.ts'
import { temporaryFolder } from './app.ts'

const pages = temporaryFolder()
let app: FastifyInstance

beforeAll(async () => {
  writeFileSync(join(pages.path, 'index.html'), 'the page')
  app = await buildApp({
    pages: pages.path,
    source: {
      engine: 'embedded',
      projection: () => undefined,
      map: () => Promise.reject(new Error('no map')),
      matching: () => Promise.reject(new Error('not asked')),
      isMatching: () => true,
      isAway: () => false
    }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  pages.remove()
})

/** Sends a request as it is written, and gives the answer. */
async function send(text: string): Promise<{ status: number; type: string; body: string }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(text)
  let said = ''
  for await (const piece of socket) said += piece
  const [head = '', body = ''] = said.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '', body }
}

describe('what cannot be answered', () => {
  const long = 'x'.repeat(20_000)
  it.each([
    ['what is not HTTP at all', 'NONSENSE\r\n\r\n', 400],
    ['a request without Host', 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an unknown expectation', 'GET /api/health HTTP/1.1\r\nHost: a\r\nExpect: foo\r\nConnection: close\r\n\r\n', 417],
    ['a header that is too long', `GET /api/health HTTP/1.1\r\nHost: a\r\nX: ${long}\r\n\r\n`, 431],
    ['an address that is too long', `GET /api/health?${long} HTTP/1.1\r\nHost: a\r\n\r\n`, 431]
  ])('%s is a problem', async (_what, text, status) => {
    const answer = await send(text)
    expect(answer.status).toBe(status)
    expect(answer.type).toMatch(/^application\/problem\+json/)
    expect(Problem.parse(JSON.parse(answer.body)).status).toBe(status)
  })
  it('an HTTP/1.0 request needs no Host', async () => {
    expect((await send('GET /api/health HTTP/1.0\r\n\r\n')).status).toBe(200)
  })
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)('%s is not, whatever its body', async (method) => {
    for (const url of ['/api/search', '/api/nothing', '/fiche/ada', '/api/decisions/one']) {
      for (const payload of ['{}', '{broken', 'x'.repeat(2_000_000)]) {
        const response = await app.inject({ method, url, payload, headers: { 'content-type': 'application/json' } })
        expect(response.statusCode).toBe(405)
        expect(response.headers.allow).toBe('GET, HEAD')
        expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
      }
    }
  })
  it('who sends byte by byte is not waited for', () => {
    expect(app.server).toMatchObject({ requestTimeout: 30_000, headersTimeout: 15_000, timeout: 60_000 })
  })
})

describe('an address that no route knows', () => {
  it.each(['/', '/recherche', '/nowhere', '/fiche/ada.lovelace', '/fiche/%', '/fiche/%ff', '/nowhere%'])(
    '%s is for the page',
    async (url) => {
      const response = await app.inject(url)
      expect([response.statusCode, response.body]).toEqual([200, 'the page'])
      expect(response.headers['content-security-policy']).toContain("default-src 'self'")
    }
  )
  it.each(['/.env', '/wp-login.php', '/favicon.ico', '/..%2f..%2fetc/passwd', '/%2eenv', '/assets/gone.js'])(
    '%s is not there',
    async (url) => {
      const response = await app.inject(url)
      expect(response.statusCode).toBe(404)
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  )
})
