import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('somebody looks for something', () => {
  const arrive = demonstration(browser)

  it('types "turing" and opens the card by keyboard alone, then follows a tie, and finds it again', async () => {
    const { page, complaints } = await arrive('/recherche')
    await page.locator('.face').waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('turing')
    await page.getByRole('option', { name: 'Turing 22' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Turing 22' }).waitFor()
    expect(page.url()).toContain('/fiche/')
    expect(await page.title()).toBe('Turing 22 · Entremise')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

    const tie = page
      .getByRole('region', { name: /compte dans son équipe/ })
      .getByRole('link')
      .first()
    const name = (await tie.textContent()) ?? ''
    await tie.click()
    await page.getByRole('heading', { level: 1, name }).waitFor()

    await page.keyboard.press('/')
    await page.getByRole('option', { name: 'Turing 22' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('sees every result on a page that can be bookmarked, and keeps one kind', async () => {
    const { page } = await arrive('/fiche/turing-22')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.box-open').click()
    await page.getByRole('combobox').fill('mobilit')
    await page.getByRole('option', { name: 'Tout ce qui parle de « mobilit »' }).click()
    await page.waitForURL(/\/recherche\?q=mobilit/)
    await page
      .getByRole('status')
      .filter({ hasText: /résultat/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Thèmes' }).click()
    await page.waitForURL(/types=theme/)
    await page.reload()
    await page.locator('.lines .line-detail').first().waitFor()
    const kinds = await page.locator('.lines .line-detail').allInnerTexts()
    expect(kinds.length).toBeGreaterThan(0)
    for (const kind of kinds) expect(kind).toMatch(/^Thème/)
    expect(await page.getByRole('button', { name: 'Thèmes' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('walks down the results with the arrows, and opens the first with Enter', async () => {
    const { page } = await arrive('/recherche?q=turing')
    await page.locator('a.line-name').first().waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Turing 22')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Turing 22' }).waitFor()
  })

  it('comes back from a card to the line they left', async () => {
    const { page } = await arrive('/recherche?q=a')
    await page.locator('a.line-name').nth(14).scrollIntoViewIfNeeded()
    const left = await page.evaluate(() => window.scrollY)
    expect(left).toBeGreaterThan(0)
    await page.locator('a.line-name').nth(14).click()
    await page.waitForURL(/fiche/)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left)
  })

  it('is told kindly when there is nothing', async () => {
    const { page } = await arrive('/recherche?q=zzzzzz')
    await page.getByText('Rien ni personne pour').waitFor()
  })

  it('reads in English, in the address too, and is still read to in English the next day', async () => {
    const { page } = await arrive('/recherche?q=turing')
    await page.getByRole('link', { name: 'Read in English' }).click()
    await page
      .getByText(/^\d+ results?$/)
      .first()
      .waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(page.url()).toContain('lang=en')
    await page.getByRole('link', { name: 'Turing 22' }).click()
    await page.getByRole('link', { name: 'How to reach Turing 22?' }).waitFor()
    expect(page.url()).toContain('lang=en')

    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Somebody here knows the person you need.' }).waitFor()
    await page.getByRole('link', { name: 'Lire en français' }).click()
    await page.getByRole('heading', { level: 1, name: /^Quelqu’un d’ici/ }).waitFor()
    expect(page.url()).not.toContain('lang=')
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  })

  it('switches to dark, and finds it dark before anything else is drawn', async () => {
    const { page } = await arrive('/')
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await ground()).toBe('rgb(251, 248, 243)')
    await page.getByRole('button', { name: 'Passer en sombre' }).click()
    expect(await ground()).toBe('rgb(20, 24, 31)')
    await page.route('**/*.tsx', (route) => route.abort())
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto('/')
    expect(await ground()).toBe('rgb(20, 24, 31)')
  })

  it('opens a card whose id is anything at all', async () => {
    const { page } = await arrive(`/fiche/${encodeURIComponent('a/b "c" %25?&#é')}`)
    await page.getByText('Cette fiche n’existe pas').waitFor()
    await page.goto('/nulle/part')
    await page.getByText('Cette page n’est pas sur la carte').first().waitFor()
  })
})
