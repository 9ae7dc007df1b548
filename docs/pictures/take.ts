import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { startApp } from '../../tests/app.ts'
import { noBrowser, startChromium } from '../../tests/browser/chromium.ts'

/** The pictures that the README opens with: of the running application, with the demonstration. */
interface Shot {
  file: string
  path: string
  width: number
  height: number
  dark?: boolean
  phone?: boolean
}

const shots: Shot[] = [
  { file: 'map', path: '/', width: 1280, height: 800 },
  { file: 'communities', path: '/?colour=community', width: 1280, height: 800, dark: true },
  { file: 'way', path: '/?from=nour-arnica&to=octave-basalte', width: 1280, height: 800 },
  { file: 'around', path: '/?around=nour-arnica&selected=nour-arnica', width: 1280, height: 800 },
  { file: 'phone', path: '/', width: 390, height: 800, phone: true },
  { file: 'phone-card', path: '/fiche/nour-arnica', width: 390, height: 800, phone: true, dark: true }
]

const here = fileURLToPath(new URL('.', import.meta.url))

/** Once the map is drawn, or on a page without one nothing is waited for any more, and the faces are there. */
async function take(browser: Browser, url: string, { file, path, width, height, dark = false, phone = false }: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: phone ? 2 : 1.5,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  await page.goto(path)
  await page.waitForFunction(() => document.querySelector('.map-page') === null || performance.getEntriesByName('map drawn').length > 0)
  await page.locator('[aria-busy]').waitFor({ state: 'detached' })
  await page.evaluate(async () => document.fonts.ready)
  // What is drawn is shown with the next frames; a name waits for its face.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `${here}${file}.jpg`, quality: 85 })
  await context.close()
}

const browser = await startChromium()
if (!browser) throw new Error(noBrowser)
const app = await startApp()
for (const shot of shots) {
  await take(browser, app.url, shot)
  console.log(`docs/pictures/${shot.file}.jpg`)
}
await browser.close()
await app.stop()
