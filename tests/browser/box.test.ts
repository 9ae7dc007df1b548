import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('somebody asks in the box', { timeout: 60_000 }, () => {
  const open = demonstration(browser, '/api/network')
  const arrive = async (path: string) => {
    const visited = await open(path)
    const { page } = visited
    const ask = async (text: string): Promise<void> => {
      await page.keyboard.press('/')
      await page.getByRole('combobox', { name: 'Chercher ou demander' }).fill(text)
    }
    const option = (name: string | RegExp) => page.getByRole('option', { name })
    return { ...visited, ask, option }
  }

  it('finds somebody on the map, and takes that back', async () => {
    const { page, ask, option } = await arrive('/?around=nour-arnica')
    await page.locator('.left .map-count').waitFor({ state: 'attached' })
    await ask('moussa')
    await option(/^Moussa/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/selected=/)
    await expect.poll(() => page.getByRole('button', { name: 'Annuler' }).isEnabled()).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(() => new URL(page.url()).search).toBe('?around=nour-arnica')
    await page.getByRole('button', { name: 'Refaire' }).click()
    await page.waitForURL(/selected=/)
  })

  it('asks who may introduce them, who knows somebody and what they look for', async () => {
    const { page, ask, option } = await arrive('/fiche/turing-22')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await ask('qui peut me présenter à octave')
    await option('Comment rejoindre Octave Basalte ?').waitFor()
    await page.getByRole('combobox').fill('besoins du connecteur')
    await option(/^Ce que cherche .*Connecteur/).waitFor()
    await page.getByRole('combobox').fill('qui connaît octave ?')
    await option('Qui connaît Octave Basalte ?').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/types=person.*around=octave-basalte/)
  })

  it('is offered what one may want of whom they find, and nothing where there is nobody', async () => {
    const { page, ask, option } = await arrive('/recherche')
    await page.locator('.face').waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await ask('octave')
    await option('Autour d’Octave Basalte').waitFor()
    expect(await page.getByRole('option').nth(2).textContent()).toMatch(/^Comment rejoindre Octave Basalte/)
    await page.getByRole('combobox').fill('zzzzqq')
    await page.getByText('Rien ni personne à ce nom.').waitFor()
    expect(await page.getByRole('option').count()).toBe(0)
    await page.route('**/api/search*', (route) => route.abort())
    await page.getByRole('combobox').fill('moussa')
    await page.getByText('Impossible de chercher pour l’instant.').waitFor()
    expect(await page.getByRole('option').count()).toBe(0)
  })
})
