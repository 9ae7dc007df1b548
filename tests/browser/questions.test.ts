import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { demonstration } from './demonstration.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('somebody reads what the network asks', () => {
  const arrive = demonstration(browser, '/api/questions')

  it('finds the closed circle, keeps its kind, and opens the map on its door', async () => {
    const { page, complaints } = await arrive('/')
    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ce que le réseau demande' }).waitFor()
    await page.locator('.question-sentence').first().waitFor()
    const all = await page.locator('article').count()
    await page.getByRole('button', { name: 'Groupes fermés' }).click()
    await page.waitForURL(/kinds=closed/)
    expect(await page.locator('article').count()).toBeLessThan(all)
    const circle = page.getByRole('article').filter({ hasText: 'Cercle de la Grande Grille' })
    await circle.getByText('6 personnes, 15 liens entre elles').waitFor()
    await circle.getByRole('link', { name: /^Voir sur la carte/ }).click()
    await page.waitForURL(/around=hortense-amarante/)
    await page.locator('.beside .card').getByRole('heading', { name: 'Hortense Amarante' }).waitFor()

    await page.goBack()
    await page.getByRole('article').getByRole('link', { name: 'Hortense Amarante' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Hortense Amarante' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('reads it in English on a phone, and goes to a group on the map', async () => {
    const { page } = await arrive('/questions?lang=en', { phone: true })
    await page.getByRole('heading', { level: 1, name: 'What the network asks' }).waitFor()
    await page.getByRole('link', { name: 'Inès Aconit' }).first().waitFor()
    await page.getByText('No tie is known yet.').first().waitFor()
    await page.getByRole('region', { name: 'The groups, and who links them' }).getByRole('link', { name: 'Financement · Vichy' }).click()
    await page.waitForURL(/communities=\d+/)
  })

  it('is told what to do where the network asks nothing, and what happened where it does not answer', async () => {
    const { page } = await arrive('/fiche/turing-22')
    await page.route('**/api/questions?*', (route) => route.fulfill({ json: { revision: 1, asOf: '2026-01-01', questions: [] } }))
    await page.goto('/questions')
    await page.getByText('Le réseau ne demande rien pour l’instant.').waitFor()
    await page.getByRole('link', { name: 'Ouvrir la carte' }).waitFor()
    await page.route('**/api/questions?*', (route) => route.abort())
    await page.reload()
    await page.getByRole('alert').getByText('Entremise ne répond pas.').waitFor()
  })
})
