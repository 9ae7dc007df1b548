import { describe, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import { faultsOf, openBrowser, visit } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('somebody reads a card', { timeout: 60_000 }, () => {
  const open = demonstration(browser)
  const arrive = async (path: string) => {
    const { page } = await open(path)
    await page.locator('.card .ties').first().waitFor()
    return page
  }

  it('sees the first ties, then all, and finds them open on coming back', async () => {
    const page = await arrive('/fiche/nour-arnica')
    const known = page.getByRole('region', { name: 'Nour connaît' })
    const all = await known.locator('li').count()
    expect(await known.getByRole('listitem').count()).toBe(8)
    await known.getByRole('button', { name: `Voir les ${all - 8} autres` }).click()
    expect(await known.getByRole('listitem').count()).toBe(all)
    await known.getByRole('link').last().click()
    await page.getByRole('button', { name: 'En voir moins' }).waitFor({ state: 'detached' })
    await page.goBack()
    await known.getByRole('button', { name: 'En voir moins' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('prints all ties, and nothing to press', async () => {
    const page = await arrive('/fiche/nour-arnica')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.ties li:visible').count()).toBe(await page.locator('.ties li').count())
    expect(await page.locator('.button:visible').count()).toBe(0)
  })

  it('is told what a moment is when it is pointed at', async () => {
    const page = await arrive('/fiche/nour-arnica')
    const moment = page.locator('.life-moment').first()
    await moment.getByRole('link').focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await moment.locator('.life-label').isVisible()).toBe(true)
    await moment.getByRole('link').blur()
    expect(await moment.locator('.life-label').isVisible()).toBe(false)
    await moment.hover()
    expect(await moment.locator('.life-label').textContent()).toMatch(/, (le|en) /)
  })

  it('reads what a need says once, as the title', async () => {
    const page = await arrive('/fiche/besoin-joueurs')
    await page.getByRole('heading', { level: 1, name: /une heure par mois\.$/ }).waitFor()
    expect(await page.getByText('Dix joueurs').count()).toBe(1)
    await page.getByRole('heading', { name: 'Ce besoin vient de' }).waitFor()
  })
})

describe.skipIf(!browser)('somebody reads the list', { timeout: 60_000 }, () => {
  it('begins with people, and ends with themes and territories without a community', async () => {
    const [app, reader] = await Promise.all([startApp(), openBrowser()])
    if (!reader) throw new Error('no browser')
    // The first drawing takes a while on a busy machine.
    await fetch(`${app.url}/api/network`)
    const { page } = await visit(reader, app.url)
    await page.goto('/?show=list&types=person,theme')
    const rows = page.locator('.list-view tbody tr')
    await rows.first().waitFor()
    const more = page.getByRole('button', { name: /^Afficher/ })
    while (await more.isVisible()) await more.click()
    const told = await rows.evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)))
    expect([told[0]?.[0], told.at(-1)?.[0]]).toEqual(['Personne', 'Thème'])
    expect(told.filter(([kind]) => kind === 'Thème').every(([, community]) => community === '')).toBe(true)
    const ties = told.filter(([kind]) => kind === 'Personne').map(([, , count]) => Number(count))
    expect(ties).toEqual(ties.toSorted((a, b) => b - a))
    await reader.close()
    await app.stop()
  })
})
