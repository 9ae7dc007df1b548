import { type Figure, milliseconds, spread } from '../figures.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork, plainNetwork } from './networks.ts'
import { openMap, visit } from './visit.ts'

interface Asked {
  measure: string
  bar: number
}

/** From the start of the navigation to the frame with the map, in a browser that was never here: ours, and the bare page drawing everything. */
async function firstView({ browser, site, rounds, tell }: WebBench, dataFolder: string, { measure, bar }: Asked): Promise<Figure[]> {
  return onNetwork(dataFolder, tell, async (product) => {
    const plain = await plainNetwork(product)
    site.put('/network.json', Buffer.from(JSON.stringify(plain)))
    tell(`${plain.nodes.length} entities, ${plain.ties.length} ties`)
    const times = { ours: [] as number[], bare: [] as number[] }
    const open = (url: string): Promise<number> => visit(browser, {}, (page) => openMap(page, url))
    for (let round = 0; round <= rounds; round++) {
      for (const side of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const shown = await open(side === 'ours' ? product.address : site.address)
        // The first round warms up what both share: the browser, the server.
        if (round > 0) times[side].push(shown)
      }
      if (round > 0) tell(`ours ${milliseconds(times.ours.at(-1) as number)}; bare ${milliseconds(times.bare.at(-1) as number)}`)
    }
    const [ours, bare] = [spread(times.ours), spread(times.bare)]
    const ratio = ours.median / bare.median
    return [{ measure, ours: ours.told, beside: `${bare.told} bare page`, ratio, bar: `≤ ${bar}`, within: ratio <= bar }]
  })
}

export async function measureWorld(bench: WebBench): Promise<Figure[]> {
  return firstView(bench, await networks.demonstration(), { measure: 'first view, demonstration', bar: 1.5 })
}

export async function measureAnr(bench: WebBench): Promise<Figure[]> {
  const folder = await networks.anr()
  if (folder) return firstView(bench, folder, { measure: 'first view, ANR', bar: 0.25 })
  bench.tell('ANR left out: TEST_DATA does not name the folder of real data.')
  return []
}
