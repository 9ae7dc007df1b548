import { copyFile, readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, temporaryFolder } from '../app.ts'
import { faultsOf, openBrowser, visit } from './browser.ts'

const browser = await openBrowser()

/** Presses what takes a file away, and waits for it. */
async function take(page: Page, name: string): Promise<{ file: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: false }).click()])
  return { file: download.suggestedFilename(), path: await download.path() }
}

describe.skipIf(!browser)('somebody takes the view away', { timeout: 60_000 }, () => {
  let app: Awaited<ReturnType<typeof startApp>>
  const folder = temporaryFolder()
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(async () => {
    await browser?.close()
    await app.stop()
    folder.remove()
  })

  const arrive = async (path: string, screen = {}) => {
    if (!browser) throw new Error('no browser')
    const visited = await visit(browser, app.url, screen)
    await visited.page.goto(path)
    // The first to come waits while the map is laid out.
    await visited.page.getByRole('heading', { name: 'Exporter cette vue' }).waitFor({ timeout: 30_000 })
    return visited
  }

  it('as an image of the size of a poster', async () => {
    const { page, complaints, strays } = await arrive('/?panel=export&title=Carte jeux vidéo')
    const { file, path } = await take(page, 'PNG')
    expect(file).toMatch(/^carte-jeux-video-\d{4}-\d\d-\d\d\.png$/)
    const image = await readFile(path)
    expect(image.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([3676, 2600])
    await page.getByText(`C’est fait : ${file}`).waitFor()
    // Blob addresses are of the page itself; without a graphics card the browser says that reading pixels is slow.
    expect(strays.filter((stray) => !stray.startsWith('blob:'))).toEqual([])
    expect(complaints.filter((complaint) => !complaint.includes('GPU stall'))).toEqual([])
  })

  it('as an SVG that shows the same anywhere, light though the page is dark', async () => {
    const { page } = await arrive('/?panel=export&colour=community')
    await page.emulateMedia({ colorScheme: 'dark' })
    const { path } = await take(page, 'SVG')
    const alone = await page.context().browser()?.newPage()
    if (!alone) throw new Error('no browser')
    const opened = `${folder.path}/carte.svg`
    await copyFile(path, opened)
    await alone.goto(pathToFileURL(opened).href)
    expect(await alone.locator('svg > title').textContent()).toBe('Tout le réseau')
    expect(await alone.locator('#names text').count()).toBeGreaterThan(40)
    expect(await alone.locator('#cards path').count()).toBeGreaterThan(470)
    expect(await alone.locator('svg > path').first().getAttribute('fill')).toBe('#fbf8f3')
    // The faces came along: the title is not as wide in another one.
    const width = () =>
      alone
        .locator('#title text')
        .first()
        .evaluate((text) => (text as SVGTextElement).getComputedTextLength())
    const own = await width()
    await alone.locator('style').evaluate((style) => style.remove())
    expect(Math.abs((await width()) - own)).toBeGreaterThan(1)
    await alone.close()
  })

  it('as what is on the screen alone', async () => {
    const { page } = await arrive('/?panel=export&camera=0.25,0.45,0.2')
    const all = await readFile((await take(page, 'SVG')).path, 'utf8')
    await page.getByRole('radio', { name: 'Ce que je vois à l’écran' }).check()
    const seen = await readFile((await take(page, 'SVG')).path, 'utf8')
    const cards = (svg: string): number => svg.split('id="cards"')[1]?.split('<title>').length ?? 0
    expect(cards(seen)).toBeGreaterThan(3)
    expect(cards(seen)).toBeLessThan(cards(all) / 2)
  })

  it('as data: for a spreadsheet, for Gephi, for a program', async () => {
    const { page } = await arrive('/?panel=export&types=person')
    const expected = [
      ['Fiches, CSV', /-fiches-.*\.csv$/, /^\uFEFFNom;/],
      ['Liens, CSV', /-liens-.*\.csv$/, /^\uFEFFDe;Lien;À/],
      ['GEXF', /\.gexf$/, /<viz:position /],
      ['GraphML', /\.graphml$/, /<key id="n_label"/],
      ['JSON', /\.json$/, /"nodes":/]
    ] as const
    for (const [name, called, holds] of expected) {
      const { file, path } = await take(page, name)
      expect(file).toMatch(called)
      const text = await readFile(path, 'utf8')
      expect(text).toMatch(holds)
      expect(text).toContain('Nour Arnica')
      expect(text).not.toContain('Turing 22')
      if (name === 'GEXF' || name === 'GraphML') {
        const fault = await page.evaluate(
          (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
          text
        )
        expect(fault).toBeUndefined()
      }
    }
  })

  it('on paper: the map, then everybody by name, and nothing to press', async () => {
    const { page } = await arrive('/?panel=export&themes=theme-bois')
    await page.evaluate(() => {
      window.print = () => document.documentElement.classList.add('asked')
    })
    await page.getByRole('button', { name: 'Imprimer' }).click()
    await page.locator('html.asked').waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true, path: `${folder.path}/carte.pdf` })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pagesOf(pdf)).toBe(2)
    // The page is as it was.
    await expect.poll(() => page.locator('.printed').count()).toBe(0)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.printed svg title').first().textContent()).toBe('Bois et forêt')
    expect(await page.locator('.printed-list h3').first().textContent()).toMatch(/^Personnes \d+$/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#root').isVisible()).toBe(false)
  })

  it('is told when it cannot be, and that nothing is lost', async () => {
    const { page } = await arrive('/?panel=export')
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (callback) => callback(null)
    })
    await page.getByRole('button', { name: 'PNG' }).click()
    await page.getByText('Ce fichier n’a pas pu être préparé.').waitFor()
    expect((await take(page, 'JSON')).file).toMatch(/\.json$/)
  })

  for (const phone of [false, true])
    it(`from a panel that all can use, on a ${phone ? 'phone' : 'desk'}`, async () => {
      const { page } = await arrive('/?panel=export', { phone })
      expect(await faultsOf(page)).toEqual([])
    })
})

/** How many pages a PDF has: its page objects may be in compressed streams. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
