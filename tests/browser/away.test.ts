import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import { faultsOf, openBrowser, visit } from './browser.ts'

const browser = await openBrowser()

describe.skipIf(!browser)('the server is not there yet, or no longer', () => {
  let app: Awaited<ReturnType<typeof startApp>>
  let stopped = false
  const stop = async () => {
    if (!stopped) await app.stop()
    stopped = true
  }
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(async () => {
    await browser?.close()
    await stop()
  })

  it('waits with the reader while it starts, and opens the page by itself', async () => {
    if (!browser) throw new Error('no browser')
    const { page } = await visit(browser, app.url)
    let asked = 0
    await page.route('**/api/entities/**', (route) => {
      asked++
      if (asked > 2) return route.continue()
      const problem = { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'The network is being read.' }
      return route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) })
    })
    await page.goto('/fiche/turing-22')
    await page.getByText('Le réseau se réveille.').waitFor()
    await page.getByText('The network is being read.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('heading', { level: 1, name: 'Turing 22' }).waitFor()
    expect(asked).toBe(3)
  })

  it('says what happened when the server has stopped, keeps what was read, and offers to try again', async () => {
    if (!browser) throw new Error('no browser')
    const { page } = await visit(browser, app.url)
    await page.goto('/fiche/turing-22')
    await page.getByRole('heading', { level: 1, name: 'Turing 22' }).waitFor()
    await stop()
    await page.locator('.lines a.line-name').first().click()
    await page.getByText('Entremise ne répond pas.').waitFor()
    await page.getByRole('button', { name: 'Réessayer' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Turing 22' }).waitFor()
  })
})
