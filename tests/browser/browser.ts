import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const onMachine = (): string | undefined => [process.env.CHROMIUM_PATH ?? '', ...places].find((path) => path !== '' && existsSync(path))

/** Debian's own Chromium, where we may install it. */
function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  try {
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y']
    execFileSync('apt-get', ['update', ...apt], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '--no-install-recommends', ...apt, 'chromium'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return onMachine()
}

/** A real browser with a fresh profile. Without one, tests of pages are left out and say so; in CI that is a failure. */
export async function openBrowser(): Promise<Browser | undefined> {
  const executablePath = onMachine() ?? installed()
  if (!executablePath) {
    const leftOut = 'Pages left out: no Chromium; install one, or name it with CHROMIUM_PATH.'
    if (process.env.CI === 'true') throw new Error(leftOut)
    console.log(leftOut)
    return undefined
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
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
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
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
