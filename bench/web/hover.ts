import type { Page } from 'playwright-core'
import { type Figure, milliseconds, spread } from '../figures.ts'
import type { WebBench } from './bench.ts'
import { networks, onNetwork } from './networks.ts'
import { openMap, visit } from './visit.ts'

const FRAME_MS = 1000 / 60
const REST_MS = 900
/** Where nothing is. */
const nowhere = { x: 640, y: 795 }

const isOnEntity = (page: Page): Promise<boolean> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.graph')].some(({ style }) => style.cursor === 'pointer'))

/** Points of the screen that an entity is at. */
async function entitiesOn(page: Page, most: number): Promise<{ x: number; y: number }[]> {
  const found: { x: number; y: number }[] = []
  for (let step = 0; found.length < most && step < 400; step++) {
    const point = { x: 420 + ((step * 97) % 760), y: 130 + ((step * 61) % 560) }
    await page.mouse.move(point.x, point.y)
    await page.waitForTimeout(150)
    if (await isOnEntity(page)) found.push(point)
  }
  return found
}

/** How long it takes from what somebody does until the frame that answers it is shown. */
async function answerTo(page: Page, act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(REST_MS)
  await page.evaluate(() => {
    window.watched.answer = window.watched.nextFrame()
  })
  await act()
  return page.evaluate(async () => (await (window.watched.answer as Promise<number>)) - (window.watched.acted as number))
}

/** Pointing at an entity until its circle is lit, beside a step of the camera: what any frame takes to be drawn. */
export async function measureHover({ browser, rounds, tell }: WebBench): Promise<Figure[]> {
  return onNetwork(await networks.twoThousand(), tell, (product) =>
    visit(browser, {}, async (page) => {
      await openMap(page, product.address)
      const points = await entitiesOn(page, rounds)
      if (points.length === 0) throw new Error('no entity was found under the pointer.')
      const times = { lit: [] as number[], moved: [] as number[] }
      for (const point of points) {
        await page.mouse.move(nowhere.x, nowhere.y)
        times.lit.push(await answerTo(page, () => page.mouse.move(point.x, point.y)))
        await page.mouse.move(nowhere.x, nowhere.y)
        times.moved.push(await answerTo(page, () => page.keyboard.press('ArrowLeft')))
        // Back, so that entities are where they were found.
        await page.keyboard.press('ArrowRight')
        tell(`lit in ${milliseconds(times.lit.at(-1) as number)}, a frame in ${milliseconds(times.moved.at(-1) as number)}`)
      }
      const [lit, moved] = [spread(times.lit), spread(times.moved)]
      return [
        {
          measure: 'pointed at until lit',
          ours: lit.told,
          beside: `${moved.told} a frame`,
          ratio: lit.median / moved.median,
          bar: '≤ a frame and 17 ms',
          within: lit.median <= moved.median + FRAME_MS
        }
      ]
    })
  )
}
