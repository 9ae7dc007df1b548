import type { Browser } from 'playwright-core'
import type { Took } from '../clock.ts'
import { type Figure, median, spread } from '../figures.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork, plainNetwork } from './networks.ts'
import { openMap, processorTime, visit } from './visit.ts'

interface Asked {
  measure: string
  bar: number
}

/** Opens a page in a browser that was never there; gives what it took until the frame with the map was shown. */
async function firstView(browser: Browser, url: string): Promise<Took> {
  return visit(browser, {}, async (page) => {
    const before = await processorTime(browser)
    const time = await openMap(page, url)
    const after = await processorTime(browser)
    const processor = [...after].reduce((sum, [id, used]) => sum + used - (before.get(id) ?? 0), 0)
    return { time, processor }
  })
}

/** Ours, and the bare page drawing everything. */
async function firstViews({ browser, site, rounds, tell }: WebBench, dataFolder: string, { measure, bar }: Asked): Promise<Figure[]> {
  return onNetwork(dataFolder, tell, async (product) => {
    const plain = await plainNetwork(product)
    site.put('/network.json', Buffer.from(JSON.stringify(plain)))
    tell(`${plain.nodes.length} entities, ${plain.ties.length} ties`)
    const took = { ours: [] as Took[], bare: [] as Took[] }
    const addresses = { ours: product.address, bare: site.address }
    for (let round = 0; round <= rounds; round++) {
      for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const one = await firstView(browser, addresses[side])
        // The first round warms up what both share: the browser, the server.
        if (round > 0) took[side].push(one)
      }
    }
    const compared = (what: keyof Took) => {
      const [ours, bare] = [took.ours.map((one) => one[what]), took.bare.map((one) => one[what])]
      // Of each round: what else the machine does then weighs on both.
      const ratio = median(ours.map((own, round) => own / (bare[round] as number)))
      return { ours: spread(ours).told, beside: `${spread(bare).told} bare page`, ratio }
    }
    const time = compared('time')
    return [
      { measure, ...time, bar: `≤ ${bar}`, within: time.ratio <= bar },
      { measure: 'its processor time', ...compared('processor') }
    ]
  })
}

export async function measureWorld(bench: WebBench): Promise<Figure[]> {
  return firstViews(bench, await networks.demonstration(), { measure: 'first view, demonstration', bar: 1.5 })
}

export async function measureAnr(bench: WebBench): Promise<Figure[]> {
  const folder = await networks.anr()
  if (folder) return firstViews(bench, folder, { measure: 'first view, ANR', bar: 0.25 })
  bench.tell('ANR left out: TEST_DATA does not name the folder of real data.')
  return []
}
