import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import { openBrowser, visit } from './browser.ts'

const browser = await openBrowser()

/** A place on the screen where the mouse finds somebody on the map. */
async function placeOfSomebody(page: Page): Promise<{ x: number; y: number }> {
  await page.locator('.graph canvas').first().waitFor()
  const box = await page.locator('.graph').boundingBox()
  if (!box) throw new Error('no map')
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('map drawn').length)).toBeGreaterThan(0)
  const cursor = () => page.evaluate(() => (document.querySelector('.graph') as HTMLElement).style.cursor)
  for (let y = box.y + box.height * 0.4; y < box.y + box.height * 0.7; y += 9)
    for (let x = box.x + 400; x < box.x + box.width - 520; x += 9) {
      await page.mouse.move(x, y)
      if ((await cursor()) === 'pointer') return { x, y }
    }
  throw new Error('nobody is on the map')
}

const counted = async (page: Page): Promise<number> => {
  const said = (await page.locator('.left .map-count').textContent()) ?? ''
  return Number(said.split('fiche')[0]?.replace(/\D/g, ''))
}

describe.skipIf(!browser)('somebody opens the map', { timeout: 60_000 }, () => {
  let app: Awaited<ReturnType<typeof startApp>>
  const opened: BrowserContext[] = []
  beforeAll(async () => {
    app = await startApp()
    // The first drawing takes a while on a busy machine; whoever comes after finds it.
    await fetch(`${app.url}/api/network`)
  })
  afterAll(async () => {
    await browser?.close()
    await app.stop()
  })
  const arrive = async (path: string, screen = {}) => {
    if (!browser) throw new Error('no browser')
    for (const former of opened.splice(0)) await former.close()
    const visited = await visit(browser, app.url, screen)
    opened.push(visited.context)
    await visited.page.goto(path)
    return visited
  }
  /** Where the map is and has been counted. */
  const arriveOnMap = async (path: string, screen = {}) => {
    const visited = await arrive(path, screen)
    await visited.page.locator('.left .map-count').waitFor({ state: 'attached' })
    return visited
  }

  it('is told what it is, and what to begin with', async () => {
    const { page, complaints } = await arriveOnMap('/')
    await page.getByRole('heading', { level: 1, name: /^Quelqu’un d’ici/ }).waitFor()
    expect(await counted(page)).toBeGreaterThan(300)
    await page.getByRole('button', { name: /^Ce qui entoure/ }).click()
    await page.waitForURL(/around=/)
    await page.getByRole('heading', { level: 1, name: /^Autour/ }).waitFor()
    await page.locator('.beside .card').waitFor()
    expect(complaints).toEqual([])
  })

  it('chooses somebody by a click, sees more by a double click, and takes it back', async () => {
    const { page } = await arriveOnMap('/')
    const all = await counted(page)
    const { x, y } = await placeOfSomebody(page)
    await page.mouse.click(x, y)
    await page.locator('.beside .card-title h2').waitFor()
    const id = new URL(page.url()).searchParams.get('selected')
    expect(id).toBeTruthy()
    await page.waitForTimeout(400)
    await page.mouse.dblclick(x, y)
    await page.waitForURL(/around=/)
    expect(new URL(page.url()).searchParams.get('around')).toBe(id)
    await expect.poll(() => counted(page)).toBeLessThan(all)
    await page.goBack()
    await expect.poll(() => counted(page)).toBe(all)
    await page.getByRole('button', { name: 'Refaire' }).click()
    await expect.poll(() => counted(page)).toBeLessThan(all)
  })

  it('narrows it by the legend and by filters with their counts, and the address remembers', async () => {
    const { page } = await arriveOnMap('/')
    const all = await counted(page)
    const people = page.getByRole('button', { name: /^Personnes/ })
    const count = Number((await people.locator('.count').textContent())?.replace(/\D/g, ''))
    await people.click()
    await expect.poll(() => counted(page)).toBe(count)
    expect(await people.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: 'Retirer Personnes' }).waitFor()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect.poll(() => counted(page)).toBe(all)

    await page.locator('summary', { hasText: 'Thèmes' }).click()
    const theme = page.locator('.choices-group[open] label').first()
    await theme.click()
    await page.waitForURL(/themes=/)
    await expect.poll(() => counted(page)).toBeLessThan(all)
    const narrowed = await counted(page)
    await page.reload()
    await expect.poll(() => counted(page)).toBe(narrowed)
    expect(await page.locator('.choices-group[open] input').first().isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Revenir à tout le réseau' }).click()
    await expect.poll(() => counted(page)).toBe(all)
  })

  it('is coloured by community, whose legend keeps one alone, and then tells its kinds', async () => {
    const { page } = await arriveOnMap('/')
    expect(await page.getByRole('radio', { name: 'Communauté' }).isChecked()).toBe(true)
    const first = page.locator('.legend .legend-list').first().getByRole('button').first()
    const size = Number((await first.locator('.count').textContent())?.replace(/\D/g, ''))
    await first.click()
    await expect.poll(() => counted(page)).toBe(size)
    expect(await page.getByRole('radio', { name: 'Nature' }).isChecked()).toBe(true)
  })

  it('moves through the years, and plays them', async () => {
    const { page } = await arriveOnMap('/')
    const all = await counted(page)
    await page.getByRole('slider', { name: 'Jusqu’à' }).focus()
    for (let press = 0; press < 6; press++) await page.keyboard.press('PageDown')
    await page.waitForURL(/until=\d{4}-\d\d/)
    await expect.poll(() => counted(page)).toBeLessThan(all)
    const before = await counted(page)
    await page.getByRole('button', { name: 'Dérouler les années' }).click()
    await expect.poll(() => counted(page), { timeout: 15_000 }).toBeGreaterThan(before)
    await page.getByRole('button', { name: 'Arrêter' }).click()
  })

  it('chooses two in the list, is shown the way between them, and avoids somebody on it', async () => {
    const { page } = await arriveOnMap('/?show=list&types=person')
    await page.getByRole('columnheader', { name: 'Nom' }).getByRole('button').click()
    await page.getByRole('button', { name: 'Afficher les' }).click()
    const person = (name: string) => page.getByRole('rowheader', { name }).getByRole('button')
    await person('Nour Arnica').click()
    await person('Viviane Bruant').click({ modifiers: ['Control'] })
    await page.getByRole('heading', { name: '2 fiches choisies' }).waitFor()
    expect(await page.locator('tr.row-chosen').count()).toBe(2)
    await page.getByRole('button', { name: 'Chemin entre les deux' }).click()
    await page.waitForURL(/from=nour-arnica&to=viviane-bruant|from=viviane-bruant&to=nour-arnica/)
    // They know each other: the first way goes by nobody.
    const second = page.getByRole('article').nth(1)
    await second.waitFor()
    expect(await second.locator('.way-figure').textContent()).toMatch(/%/)
    await second
      .getByRole('button', { name: /^Éviter/ })
      .first()
      .click()
    await page.waitForURL(/avoid=/)
    await page.getByRole('button', { name: /ne plus éviter/ }).waitFor()
  })

  it('follows names beside the map on the map, and is told of who is not in the view', async () => {
    const { page } = await arriveOnMap('/?selected=nour-arnica')
    const other = page.locator('.beside .lines a.line-name').first()
    const name = (await other.textContent()) ?? ''
    await other.click()
    await page.locator('.beside .card-title h2', { hasText: name }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.goto('/?types=event&selected=nour-arnica')
    await page.getByText('Cette fiche n’est pas dans la vue.').waitFor()
    await page.getByRole('button', { name: 'L’y amener' }).click()
    await expect.poll(() => page.getByText('Cette fiche n’est pas dans la vue.').count()).toBe(0)
  })

  it('is told kindly where there is no way, and who is nearest', async () => {
    const { page } = await arriveOnMap('/?from=aurele-scorie&to=ines-aconit')
    await page.getByText('Pas encore de chemin d’Aurèle Scorie à Inès Aconit.').waitFor()
    await page.locator('.nearest .line-name').first().waitFor()
  })

  it('does everything by keyboard', async () => {
    const { page } = await arriveOnMap('/')
    await page.locator('.graph canvas').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Raccourcis clavier' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.beside').count()).toBe(0)
    await page.keyboard.press('c')
    await page.waitForURL(/colour=theme/)
    await page.keyboard.press('+')
    await page.waitForURL(/camera=/)
    await page.keyboard.press('l')
    await page.waitForURL(/show=list/)
    await page.getByRole('table').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.url()).not.toContain('show=list')

    await page.keyboard.press('/')
    await page.keyboard.type('autour de turing')
    await page.getByRole('option', { name: 'Autour de Turing 22' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Autour de Turing 22' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('chemin de nour arnica à octave bas')
    await page.getByRole('option', { name: 'Chemin de Nour Arnica à Octave Basalte' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('article').first().waitFor()
  })

  it('sends a view that opens the same elsewhere, under the name it was given', async () => {
    const { page } = await arriveOnMap(
      '/?types=person,project&colour=territory&size=pagerank&selected=nour-arnica&until=2023-05&camera=0.4,0.4,0.5'
    )
    const shown = await counted(page)
    await page.getByRole('button', { name: 'Partager' }).click()
    await page.getByLabel('Nom de la vue').fill('Soirée de juin')
    await page.getByRole('heading', { level: 1, name: 'Soirée de juin' }).waitFor()
    const link = await page.getByLabel('Lien', { exact: true }).inputValue()
    await page.getByRole('button', { name: 'Garder ici' }).click()
    await page.getByRole('link', { name: 'Soirée de juin' }).waitFor()

    const other = (await arriveOnMap(link.replace(app.url, ''))).page
    await other.getByRole('heading', { level: 1, name: 'Soirée de juin' }).waitFor()
    await other.getByRole('heading', { level: 2, name: 'Nour Arnica' }).waitFor()
    expect(await counted(other)).toBe(shown)
    expect(await other.getByLabel('Taille').inputValue()).toBe('pagerank')
    expect(other.url()).toContain('camera=0.4')
  })

  it('puts a view into another site, to look at, with nothing kept in the browser', async () => {
    const { page, context } = await arrive('/integrer?around=turing-22')
    await page.getByRole('heading', { level: 1, name: 'Autour de Turing 22' }).waitFor()
    await page.locator('.graph canvas').first().waitFor()
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    // Nothing that writes: it is looked at from nearer, and its legend is folded.
    expect(await page.locator('input, textarea, select, [contenteditable]').count()).toBe(0)
    expect(await page.getByRole('button').allTextContents()).toEqual(['', ''])
    const told = page.locator('details li').first()
    await told.waitFor()
    await page.getByRole('button', { name: 'Rapprocher' }).click()
    await page.getByText('Légende').click()
    await expect.poll(() => told.isVisible()).toBe(false)
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])

    const site = createServer((_request, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(`<iframe src="${app.url}/integrer?around=turing-22" width="600" height="400"></iframe>`)
    )
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}`)
    await page.frameLocator('iframe').getByRole('heading', { name: 'Autour de Turing 22' }).waitFor()
    await page.frameLocator('iframe').locator('.graph canvas').first().waitFor()
    site.close()
  })

  it('chooses on a phone by a tap, and adds or takes away with a finger that stays', async () => {
    const { page, context } = await arriveOnMap('/?around=nour-arnica', { phone: true })
    await page.locator('.graph canvas').first().waitFor()
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('map drawn').length)).toBeGreaterThan(0)
    const box = await page.locator('.graph').boundingBox()
    if (!box) throw new Error('no map')
    const chosen = () => new URL(page.url()).searchParams.getAll('selected')
    const tapped = async () => {
      for (let y = box.y + 100; y < box.y + box.height * 0.4; y += 30)
        for (let x = box.x + 40; x < box.x + box.width - 90; x += 30) {
          await page.touchscreen.tap(x, y)
          await page.waitForTimeout(200)
          if (chosen().length > 0) return { x, y }
        }
      throw new Error('nobody is there')
    }
    const somebody = await tapped()
    const hand = await context.newCDPSession(page)
    const hold = async () => {
      await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [somebody] })
      await page.waitForTimeout(600)
      await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    // Chosen already, somebody whom the finger stays on is chosen no longer; a tap would choose them again.
    const [first] = chosen()
    await page.touchscreen.tap(somebody.x, somebody.y)
    await page.waitForTimeout(400)
    expect(chosen()).toEqual([first])
    await hold()
    await expect.poll(chosen).toEqual([])
  })

  it('is told what to do with an address that leads nowhere any more', async () => {
    const { page } = await arrive('/?themes=nulle-part')
    await page.getByText('Cette vue ne s’ouvre plus.').waitFor()
    await page.getByRole('link', { name: 'Revenir à tout le réseau' }).click()
    await page.locator('.left .map-count').waitFor()
  })

  it('reads the list where the browser cannot draw', async () => {
    const { page, context } = await arrive('/nulle/part')
    await context.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...rest)
      } as typeof getContext
    })
    await page.goto('/')
    await page.getByText('Ce navigateur ne peut pas dessiner la carte.').waitFor()
    await page.getByRole('rowheader', { name: 'Nour Arnica' }).waitFor()
  })
})
