import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('somebody prepares an evening', () => {
  const arrive = demonstration(browser, '/api/tables')

  it('finds tables, chooses a theme and chairs, and sees one on the map', async () => {
    const { page, complaints } = await arrive('/')
    await page.getByRole('link', { name: 'Cafés' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cafés' }).waitFor()
    await page.getByRole('article').first().waitFor()
    expect(await page.getByRole('article').count()).toBe(6)
    await page.getByLabel('Thème').selectOption('theme-sante')
    await page.waitForURL(/theme=theme-sante/)
    await page.getByRole('heading', { level: 2, name: /Santé/ }).first().waitFor()
    await page.getByLabel('Chaises').selectOption('3')
    await page.waitForURL(/seats=3/)
    const first = page.getByRole('article').first()
    await page.waitForFunction(() => document.querySelectorAll('article:first-child .table-seats li').length === 3)
    await first.getByRole('link', { name: /^Voir sur la carte/ }).click()
    await page.waitForURL(/around=.*selected=/)
    expect(complaints).toEqual([])
  })

  it('prints one of them alone', async () => {
    const { page } = await arrive('/tables')
    await page.evaluate(() => {
      window.print = () => undefined
    })
    const second = page.getByRole('article').nth(1)
    const name = await second.getByRole('heading', { level: 2 }).textContent()
    await page.emulateMedia({ media: 'print' })
    await second.getByRole('button', { name: /^Imprimer/, includeHidden: true }).evaluate((button: HTMLButtonElement) => button.click())
    await page.locator('.table-printed').waitFor()
    const shown = await page.locator('article:visible h2').allTextContents()
    expect(shown).toEqual([name])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.waitForFunction(() => !document.querySelector('.table-printed'))
  })

  it('reads first words on a phone, one at a time, and shares the one that is read', async () => {
    const { page, complaints } = await arrive('/premiers-mots', { phone: true })
    await page.getByRole('combobox', { name: 'Une personne' }).fill('copeau')
    await page.getByRole('option', { name: /Aurélien Copeau/ }).click()
    await page.waitForURL(/a=aurelien-copeau/)
    await page.getByRole('combobox', { name: 'Une autre' }).fill('philomene')
    await page.getByRole('option', { name: /Philomène Hêtre/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Premiers mots pour Aurélien Copeau et Philomène Hêtre' }).waitFor()
    const word = page.locator('.first-word-sentence')
    await page.getByText('Philomène Hêtre propose : « Du bouleau et du frêne').waitFor()
    const first = await word.textContent()
    await page.getByRole('button', { name: 'Un autre' }).click()
    await page.waitForURL(/mot=2/)
    const second = await word.textContent()
    expect(second).not.toBe(first)
    await page.reload()
    await word.waitFor()
    expect(await word.textContent()).toBe(second)
    expect(complaints).toEqual([])
  })

  it('finds them on the way between two people, in English too', async () => {
    const { page } = await arrive('/chemin?from=aurele-scorie&to=octave-basalte&lang=en')
    const words = page.getByRole('region', { name: 'First words' })
    await words.getByRole('link', { name: 'Read them large, one at a time' }).click()
    await page.getByRole('heading', { level: 1, name: 'First words for Aurèle Scorie and Octave Basalte' }).waitFor()
  })

  it('is told what to do where no table can be laid, and of two names that are one', async () => {
    const { page } = await arrive('/premiers-mots?a=nour-arnica&b=nour-arnica')
    await page.getByText('C’est la même personne.').waitFor()
    await page.goto('/premiers-mots?a=nour-arnica&b=turing-22')
    await page.getByRole('link', { name: 'Choisir deux autres noms' }).waitFor()
    await page.goto('/tables?theme=theme-financement')
    await page.getByText('Sur ce thème, presque tout le monde s’est déjà rencontré.').waitFor()
    await page.getByRole('link', { name: 'Voir les autres thèmes' }).click()
    await page.getByRole('article').first().waitFor()
    await page.goto('/tables?theme=personne')
    await page.getByText('Ce thème n’est plus là.').waitFor()
  })
})
