import { alone, type Figure } from '../figures.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork } from './networks.ts'
import { openMap, visit } from './visit.ts'

const BAR = 170_000
const IDLE_MS = 4_000

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Bytes of the scripts that a page fetched, as they came over the wire: those asked for until the map was shown, and all. */
interface Scripts {
  first: number
  all: number
  later: string[]
}

async function scriptsOf(browser: WebBench['browser'], url: string, encoding: string): Promise<Scripts> {
  return visit(browser, { encoding }, async (page) => {
    const shown = await openMap(page, url)
    await page.waitForTimeout(IDLE_MS)
    const scripts = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ name, startTime, encodedBodySize }) => ({ name, startTime, bytes: encodedBodySize }))
    )
    const sum = (some: typeof scripts): number => some.reduce((total, { bytes }) => total + bytes, 0)
    const later = scripts.filter(({ startTime }) => startTime >= shown)
    return {
      first: sum(scripts) - sum(later),
      all: sum(scripts),
      later: later.map(({ name }) => /([^/]+?)-[\w-]{8}\.js$/.exec(name)?.[1] ?? name)
    }
  })
}

/** What the browser fetches to run until the map is shown, sigma included, and what comes once the page rests. */
export async function measureScripts({ browser, tell }: WebBench): Promise<Figure[]> {
  return onNetwork(await networks.demonstration(), tell, async ({ address }) => {
    const gzip = await scriptsOf(browser, address, 'gzip')
    const brotli = await scriptsOf(browser, address, 'br')
    tell(`once the page rests: ${gzip.later.join(', ')}`)
    return [
      {
        ...alone('scripts until the map is shown, gzip', kilobytes(gzip.first), gzip.first, BAR, '< 170 kB'),
        beside: `${kilobytes(brotli.first)} brotli`
      },
      { measure: 'scripts once the page rests, gzip', ours: kilobytes(gzip.all), beside: `${kilobytes(brotli.all)} brotli` }
    ]
  })
}
