import type { Page } from 'playwright-core'
import { type Figure, median, milliseconds, spread } from '../figures.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork, plainNetwork } from './networks.ts'
import { type Task, tasksDuring } from './trace.ts'
import { openMap, visit } from './visit.ts'

const BAR_MS = 200
/** Long enough for what an act begins to be over. */
const REST_MS = 1_500

type Act = [name: string, act: (page: Page) => Promise<void>]

/** What somebody does to a map of 2,000 entities, one after the other. */
const acts: Act[] = [
  [
    'pointing here and there',
    async (page) => {
      for (let step = 0; step < 30; step++) {
        await page.mouse.move(450 + step * 20, 300 + (step % 5) * 45)
        await page.waitForTimeout(60)
      }
    }
  ],
  ['other colours', (page) => page.keyboard.press('c')],
  ['a filter', (page) => page.getByRole('button', { name: /^Personnes/ }).click()],
  ['undoing it', (page) => page.keyboard.press('Control+z')],
  [
    'the years, played',
    async (page) => {
      await page.keyboard.press(' ')
      await page.waitForTimeout(4_000)
      await page.keyboard.press(' ')
    }
  ],
  ['the list', (page) => page.keyboard.press('l')]
]

interface Longest {
  own: number
  whole: number
}

const longestOf = (tasks: readonly Task[]): Longest => ({
  own: Math.max(0, ...tasks.map(({ worked }) => worked)),
  whole: Math.max(0, ...tasks.map(({ took }) => took))
})

/** How long the page is held at most by each thing that is done to it: by its own work, and with what it waits for a core or a drawing by software. */
export async function measureHeld({ browser, site, rounds, tell }: WebBench): Promise<Figure[]> {
  return onNetwork(await networks.twoThousand(), tell, async (product) => {
    const plain = await plainNetwork(product)
    site.put('/network.json', Buffer.from(JSON.stringify(plain)))
    tell(`${plain.nodes.length} entities, ${plain.ties.length} ties`)
    const held = new Map<string, Longest[]>()
    const note = (name: string, tasks: Task[]): void => {
      held.set(name, [...(held.get(name) ?? []), longestOf(tasks)])
    }
    const open = (page: Page, url: string) => async (): Promise<void> => {
      await openMap(page, url)
      await page.waitForTimeout(REST_MS)
    }
    for (let round = 0; round < rounds; round++) {
      await visit(browser, {}, async (page) => note('bare', await tasksDuring(browser, page, open(page, site.address))))
      await visit(browser, {}, async (page) => {
        note('opening', await tasksDuring(browser, page, open(page, product.address)))
        for (const [name, act] of acts) {
          const tasks = await tasksDuring(browser, page, async () => {
            await act(page)
            await page.waitForTimeout(REST_MS)
          })
          note(name, tasks)
        }
      })
    }
    const bare = held.get('bare') as Longest[]
    const ofSigma = median(bare.map(({ own }) => own))
    return ['opening', ...acts.map(([name]) => name)].map((name) => {
      const longest = held.get(name) as Longest[]
      const { median: own, told } = spread(longest.map((one) => one.own))
      const whole = milliseconds(median(longest.map((one) => one.whole)))
      const isOpening = name === 'opening'
      return {
        measure: `held by ${name}`,
        ours: told,
        beside: `${isOpening ? `${milliseconds(ofSigma)} bare page; ` : ''}with waiting ${whole}`,
        bar: isOpening ? '≤ 200 ms, or bare' : '≤ 200 ms',
        within: own <= (isOpening ? Math.max(BAR_MS, ofSigma) : BAR_MS)
      }
    })
  })
}
