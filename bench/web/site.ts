import { createServer } from 'node:http'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { emptyFolder } from '../cache.ts'

const source = fileURLToPath(new URL('./bare', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json; charset=utf-8'
}

/** What the product is measured beside, on a server that does nothing but send it. */
export interface Site {
  address: string
  /** Serves this under a path from now on. */
  put(path: string, body: Buffer): void
  stop(): void
}

interface Served {
  type: string
  body: Record<'br' | 'gzip' | 'identity', Buffer>
}

/** Pages are compressed as small as they can be, as the product's are; an answer as much as the API compresses its own. */
function compressed(path: string, body: Buffer): Served {
  const type = types[extname(path)] ?? 'application/octet-stream'
  const isAnswer = !path.endsWith('.js') && !path.endsWith('.html')
  const gzip = gzipSync(body, { level: isAnswer ? 5 : 9 })
  return { type, body: { identity: body, gzip, br: isAnswer ? gzip : brotliCompressSync(body) } }
}

/** Builds the bare pages as the product's own are built. */
async function buildBare(): Promise<string> {
  const folder = emptyFolder('bare-pages')
  for (const page of ['index.html', 'open.html']) {
    await build({
      configFile: false,
      root: source,
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: false, modulePreload: { polyfill: false }, rollupOptions: { input: join(source, page) } }
    })
  }
  return folder
}

export async function startSite(): Promise<Site> {
  const folder = await buildBare()
  const served = new Map<string, Served>()
  const put = (path: string, body: Buffer): void => void served.set(path, compressed(path, body))
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const file = join(parentPath, name)
    put(`/${relative(folder, file)}`, readFileSync(file))
  }
  const server = createServer(({ url = '/', headers }, response) => {
    const found = served.get(url === '/' ? '/index.html' : url)
    if (!found) return response.writeHead(404).end()
    const { type, body } = found
    const accepted = String(headers['accept-encoding'])
    const encoding = accepted.includes('br') && body.br !== body.gzip ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
    const sent = body[encoding]
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    return response.writeHead(200, { 'content-type': type, 'content-length': sent.length, 'cache-control': 'no-cache', ...coded }).end(sent)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, put, stop: () => void server.close().closeAllConnections() }
}
