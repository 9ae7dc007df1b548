import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

/** Chooses in a field as one does who knows the name: its beginning, then Enter. */
async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name)
  await page.getByRole('option', { name }).waitFor()
  await page.keyboard.press('Enter')
}

describe.skipIf(!browser)('somebody asks for the way to somebody', () => {
  const open = demonstration(browser)
  const arrive = async (path: string) => {
    const { page } = await open(path)
    return page
  }

  it('from the card of the one to meet, names the other end, and reads why each step holds', async () => {
    const page = await arrive('/recherche?q=Octave Basalte')
    await page.getByRole('link', { name: 'Octave Basalte' }).click()
    await page.getByRole('link', { name: 'Comment rejoindre Octave ?' }).click()
    await choose(page, 'Je pars de', 'Aurèle Scorie')
    await page.getByRole('heading', { level: 1, name: 'D’Aurèle à Octave' }).waitFor()
    const first = page.getByRole('article').first()
    await first.waitFor()
    expect(await first.getByRole('heading').textContent()).toMatch(/^Par /)
    expect(await first.locator('.step-reasons').first().textContent()).toMatch(/Aurèle Scorie/)
    expect(await first.locator('.way-figure').textContent()).toMatch(/^(environ|<) \d+\s%$/)
    expect(await first.locator('.way-level').textContent()).toMatch(/solide|possible|ténu/i)
  })

  it('avoids one of those people, in the address too, and takes it back', async () => {
    const page = await arrive('/chemin?from=aurele-scorie&to=octave-basalte')
    const first = page.getByRole('article').first()
    const avoided = (await first.locator('.stop').nth(1).locator('.line-name').textContent()) ?? ''
    await first.getByRole('button', { name: `Éviter ${avoided}` }).click()
    await page.waitForURL(/avoid=/)
    await page.getByRole('button', { name: `Sans ${avoided} : ne plus éviter` }).waitFor()
    await expect.poll(() => page.locator('.steps .line-name').allInnerTexts()).not.toContain(avoided)
    await page.reload()
    await page.getByRole('button', { name: `Sans ${avoided} : ne plus éviter` }).click()
    await expect.poll(() => page.locator('.steps .line-name').allInnerTexts()).toContain(avoided)
    expect(page.url()).not.toContain('avoid=')
  })

  it('swaps the ends, keeps to recent ties and to a few steps', async () => {
    const page = await arrive('/chemin?from=aurele-scorie&to=octave-basalte')
    await page.getByRole('button', { name: 'Échanger les deux bouts' }).click()
    await page.getByRole('heading', { level: 1, name: 'D’Octave à Aurèle' }).waitFor()
    await page.getByRole('button', { name: 'Liens récents seulement' }).click()
    await page.waitForURL(/since=\d{4}-\d\d-\d\d/)
    await page.getByLabel('Étapes au plus').selectOption('1')
    await page.waitForURL(/maxHops=1/)
    await page.getByText('Pas encore de chemin').waitFor()
    await page.getByRole('button', { name: 'Permettre six étapes' }).click()
    await expect.poll(() => page.url()).not.toContain('maxHops')
  })

  it('is told who is nearest when there is no way', async () => {
    const page = await arrive('/chemin?from=aurele-scorie&to=ines-aconit')
    await page.getByText('Pas encore de chemin d’Aurèle Scorie à Inès Aconit.').waitFor()
    const nearest = page.locator('.nearest .line-name')
    const name = (await nearest.first().textContent()) ?? ''
    await nearest.first().click()
    await page.getByRole('article').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'Je veux rejoindre' }).inputValue()).toBe(name)
  })
})
