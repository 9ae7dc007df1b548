import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { noBrowser, startChromium } from './chromium.ts'

/** A real browser with a fresh profile. Without one, tests of pages are left out and say so; in CI that is a failure. */
export async function openBrowser(): Promise<Browser | undefined> {
  const browser = await startChromium()
  if (browser) return browser
  if (process.env.CI === 'true') throw new Error(noBrowser)
  console.log(noBrowser)
  return undefined
}

/** Somebody at a screen. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** What the console complained of. */
  complaints: string[]
  /** Where requests went that were not for this site. */
  strays: string[]
}

interface Screen {
  phone?: boolean
}

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** Opens a window on the site; paths given to `page.goto` are paths of it. */
export async function visit(browser: Browser, url: string, { phone: isPhone = false }: Screen = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: isPhone ? phone : desk,
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme: 'light',
    reducedMotion: 'reduce'
  })
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const complaints: string[] = []
  const strays: string[] = []
  page.on('console', (message) => {
    // Without a graphics card the driver tells how it reads what the mouse points at.
    const isOfDriver = message.text().includes('GL Driver Message')
    if (['error', 'warning'].includes(message.type()) && !isOfDriver) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) strays.push(request.url())
  })
  return { page, context, complaints, strays }
}

interface Fault {
  id: string
  impact: string
  nodes: { target: string[] }[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it stands, in light and in dark, that is serious or worse, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's content policy does not bind.
  await page.evaluate(axeSource)
  const find = (options: object) =>
    page.evaluate(async (options) => {
      const { axe } = globalThis as unknown as { axe: { run(where: Document, options: object): Promise<{ violations: unknown }> } }
      return (await axe.run(document, { resultTypes: ['violations'], ...options })).violations as Fault[]
    }, options)
  await page.emulateMedia({ colorScheme: 'light' })
  const inLight = await find({})
  // The light changes colours, and nothing else that axe looks at.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await find({ runOnly: ['color-contrast'] })
  return [...inLight, ...inDark]
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
