import type { Browser, BrowserContext, Page } from 'playwright-core'
import { watch } from './watch.ts'

const PATIENCE_MS = 120_000
const screen = { width: 1280, height: 800 }

/** A window of somebody who has never been here: nothing of the page is in the browser yet. */
export async function visit<T>(
  browser: Browser,
  { encoding, motion = false }: { encoding?: string; motion?: boolean },
  work: (page: Page, context: BrowserContext) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({
    viewport: screen,
    colorScheme: 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce',
    ...(encoding && { extraHTTPHeaders: { 'accept-encoding': encoding } })
  })
  context.setDefaultTimeout(PATIENCE_MS)
  try {
    // What compiles this file gives functions their names by a function of its own, which a page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
    await context.addInitScript(watch)
    return await work(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

/** Opens a page that draws a map; gives the time until the frame with the map was shown. */
export async function openMap(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.watched?.shown !== undefined, undefined, { polling: 50 })
  return page.evaluate(() => window.watched.shown as number)
}

/** Processor time that each process of the browser has taken by now, in milliseconds. */
export async function processorTime(browser: Browser): Promise<Map<number, number>> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]))
}
