import { get } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { PACKED_TYPE } from '#contract/packed-network.ts'
import { alone, type Figure, milliseconds, spread } from '../figures.ts'
import type { Product } from '../product.ts'
import type { Way } from './bare/open.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork, plainNetwork } from './networks.ts'
import { visit } from './visit.ts'

const MOST_BYTES = 1_000_000
const BAR = 0.1

const AS_A_BROWSER = 'gzip, deflate, br, zstd'

/** As much as a server would compress an answer that somebody waits for. */
const brotliOf = (body: Buffer): number => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

/** An answer as it came over the wire. */
interface Wire {
  body: Buffer
  encoding: string
  took: number
}

/** Asks for the whole network in its packed form, or for a part of that. */
function ask({ address }: Product, encoding: string, part = 'all'): Promise<Wire> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { accept: PACKED_TYPE, 'accept-encoding': encoding }
    get(`${address}/api/network?most=100000&part=${part}`, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`The network was answered with ${response.statusCode}.`))
        const encoded = String(response.headers['content-encoding'] ?? 'identity')
        resolve({ body: Buffer.concat(chunks), encoding: encoded, took: performance.now() - start })
      })
    }).on('error', reject)
  })
}

/** A network of 50,000 entities asked for whole: what it weighs, and how soon a page can draw it. */
export async function measureTransport({ browser, site, rounds, tell }: WebBench): Promise<Figure[]> {
  return onNetwork(await networks.fiftyThousand(), tell, async (product) => {
    const plain = await plainNetwork(product)
    const json = Buffer.from(JSON.stringify(plain))
    const wire = await ask(product, AS_A_BROWSER)
    const again = await ask(product, AS_A_BROWSER)
    const raw = await ask(product, 'identity')
    tell(
      `${plain.nodes.length} entities, ${plain.ties.length} ties; answered in ${milliseconds(wire.took)}, again in ${milliseconds(again.took)}`
    )
    tell(`${megabytes(raw.body.length)} packed, ${megabytes(brotliOf(raw.body))} if it were sent as brotli`)
    for (const part of ['names', 'times'])
      tell(`${part}, asked for apart: ${megabytes((await ask(product, AS_A_BROWSER, part)).body.length)}`)
    site.put('/network.json', json)
    site.put('/network.packed', raw.body)
    const times: Record<Way, number[]> = { packed: [], plain: [] }
    const paths: Record<Way, string> = { packed: '/network.packed', plain: '/network.json' }
    for (let round = 0; round < rounds; round++) {
      for (const way of round % 2 === 0 ? (['packed', 'plain'] as const) : (['plain', 'packed'] as const)) {
        const took = await visit(browser, {}, async (page) => {
          await page.goto(`${site.address}/open.html`)
          return page.evaluate(([way, path]) => window.timeOpening(way, path), [way, paths[way]] as const)
        })
        times[way].push(took)
      }
      tell(`opened in ${milliseconds(times.packed.at(-1) as number)}; as JSON in ${milliseconds(times.plain.at(-1) as number)}`)
    }
    const [ours, theirs] = [spread(times.packed), spread(times.plain)]
    const ratio = ours.median / theirs.median
    return [
      {
        ...alone(`50,000 entities on the wire, ${wire.encoding}`, megabytes(wire.body.length), wire.body.length, MOST_BYTES, '< 1 MB'),
        beside: `${megabytes(gzipSync(json, { level: 5 }).length)} plain JSON`
      },
      {
        measure: 'opened until it can be drawn',
        ours: ours.told,
        beside: `${theirs.told} JSON into graphology`,
        ratio,
        bar: `≤ ${BAR}`,
        within: ratio <= BAR
      }
    ]
  })
}
