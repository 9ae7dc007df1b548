import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import { faultsOf, openBrowser, visit } from './browser.ts'

const browser = await openBrowser()

/** Every page in every state that the demonstration can put it in, and what shows that it got there. */
const states: { state: string; path: string; shows: string; first?: (page: Page) => Promise<void> }[] = [
  { state: 'map', path: '/', shows: '.graph canvas' },
  { state: 'box, empty', path: '/', shows: '[role=option]', first: (page) => page.locator('.box-open').click() },
  {
    state: 'box as one types',
    path: '/',
    shows: '[role=option] mark, [role=option] .line-name',
    first: async (page) => {
      await page.locator('.box-open').click()
      await page.locator('.box input').fill('turing')
    }
  },
  {
    state: 'box, nobody by that name',
    path: '/',
    shows: '.box-none',
    first: async (page) => {
      await page.locator('.box-open').click()
      await page.locator('.box input').fill('autour de zzzzzz')
    }
  },
  { state: 'map of communities', path: '/?colour=community', shows: '.graph canvas' },
  { state: 'map around somebody', path: '/?around=nour-arnica&steps=2', shows: '.graph canvas' },
  { state: 'map with somebody chosen', path: '/?selected=nour-arnica', shows: '.beside .card' },
  {
    state: 'map with two who should meet',
    path: '/?selected=nour-arnica',
    shows: '.meeting-sheet',
    first: async (page) => {
      const two = JSON.parse((await page.locator('[data-two]').first().getAttribute('data-two')) ?? '[]') as [string, string]
      await page.goto(`/?selected=${two[0]}&selected=${two[1]}`)
    }
  },
  {
    state: 'map with somebody chosen, and why not',
    path: '/?selected=nour-arnica',
    shows: '.not-these',
    first: async (page) => {
      const card = page.locator('.beside .meeting').first()
      await card.locator('summary').click()
      await card.getByRole('button', { name: 'Pas ces deux-là…' }).click()
    }
  },
  { state: 'map with several chosen', path: '/?selected=nour-arnica&selected=viviane-bruant', shows: '.chosen-line' },
  { state: 'map with a way', path: '/?from=aurele-scorie&to=octave-basalte', shows: '.beside .way' },
  { state: 'map without a way', path: '/?from=aurele-scorie&to=ines-aconit', shows: '.beside .nearest' },
  { state: 'map on which nothing is left', path: '/?communities=60000', shows: '.map-nothing' },
  { state: 'map that no longer opens', path: '/?themes=personne', shows: '.face' },
  { state: 'list', path: '/?show=list', shows: '.list-view tbody tr' },
  { state: 'list with filters', path: '/?show=list&types=person', shows: '.list-view tbody tr' },
  { state: 'sharing', path: '/?panel=share', shows: '.field input' },
  { state: 'exporting', path: '/?panel=export', shows: '.beside h2' },
  { state: 'keys', path: '/?panel=keys', shows: '.keys' },
  { state: 'within another site', path: '/integrer?around=turing-22', shows: '.graph canvas' },
  { state: 'search, empty', path: '/recherche', shows: '.face' },
  { state: 'search', path: '/recherche?q=a&types=person,project', shows: 'a.line-name' },
  { state: 'search, nothing found', path: '/recherche?q=zzzzzz&types=person', shows: '.face .button' },
  { state: 'card of a person', path: '/fiche/nour-arnica', shows: '.ties' },
  { state: 'card of an organization', path: '/fiche/turing-22', shows: '.ties' },
  { state: 'card of an event', path: '/fiche/copero-jeux-video', shows: '.ties' },
  { state: 'card that is not there', path: '/fiche/personne', shows: '.face' },
  { state: 'way, empty', path: '/chemin', shows: '.face' },
  { state: 'way', path: '/chemin?from=aurele-scorie&to=octave-basalte', shows: '.way' },
  {
    state: 'way with choices',
    path: '/chemin?from=aurele-scorie&to=octave-basalte&avoid=ruben-lichen&since=2010&maxHops=5',
    shows: '.chip-out'
  },
  { state: 'no way', path: '/chemin?from=aurele-scorie&to=ines-aconit', shows: '.nearest' },
  { state: 'questions', path: '/questions', shows: '.question-sentence' },
  { state: 'questions of one kind', path: '/questions?kinds=closed,bridge', shows: '.question-sentence' },
  { state: 'questions, none of the kind', path: '/questions?kinds=missed', shows: '.face .button' },
  { state: 'how meetings are chosen', path: '/comment', shows: '.learning-table' },
  { state: 'tables', path: '/tables', shows: '.table .chair' },
  { state: 'tables on a theme', path: '/tables?theme=theme-sante&seats=3', shows: '.table .chair' },
  { state: 'no table on a theme', path: '/tables?theme=theme-financement', shows: '.face .button' },
  { state: 'tables on a theme that is not there', path: '/tables?theme=personne', shows: '.face .button' },
  { state: 'first words, nobody chosen', path: '/premiers-mots', shows: '.face' },
  { state: 'first words', path: '/premiers-mots?a=aurelien-copeau&b=philomene-hetre', shows: '.first-word-sentence' },
  {
    state: 'first words where nothing is shared',
    path: '/premiers-mots?a=basile-gentiane&b=sybille-glycine&mot=2',
    shows: '.first-word-next'
  },
  { state: 'first words for one person', path: '/premiers-mots?a=nour-arnica&b=nour-arnica', shows: '.face' },
  { state: 'lost', path: '/nulle/part', shows: '.face' }
]

describe.skipIf(!browser)('every page, in every state', { timeout: 180_000 }, () => {
  let app: Awaited<ReturnType<typeof startApp>>
  beforeAll(async () => {
    app = await startApp()
    // The first drawing takes a while on a busy machine; whoever comes after finds it.
    await fetch(`${app.url}/api/network`)
  })
  afterAll(async () => {
    await browser?.close()
    await app.stop()
  })

  for (const screen of [{ phone: false }, { phone: true }]) {
    it(`can be read and used by all in both lights, stays with its host and keeps its width: on a ${screen.phone ? 'phone' : 'desk'}`, async () => {
      if (!browser) throw new Error('no browser')
      const { page, complaints, strays } = await visit(browser, app.url, screen)
      const faults: string[] = []
      for (const { state, path, shows, first } of states) {
        await page.goto(path)
        await first?.(page)
        const isShown = await page
          .locator(shows)
          .first()
          .waitFor()
          .then(
            () => true,
            () => false
          )
        if (!isShown) faults.push(`${state}: never shows ${shows}`)
        await page.locator('[aria-busy]').waitFor({ state: 'detached' })
        for (const fault of await faultsOf(page)) faults.push(`${state}: ${fault}`)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (overflow > 0) faults.push(`${state}: ${overflow} px too wide`)
        if ((await page.locator('h1:visible').count()) !== 1) faults.push(`${state}: not one h1`)
      }
      // The browser itself reports the card that is not there.
      const wrong = complaints.filter((complaint) => !complaint.includes('404'))
      expect({ faults, strays, wrong }).toEqual({ faults: [], strays: [], wrong: [] })
    })
  }

  it('is read at 320 pixels without moving sideways', async () => {
    if (!browser) throw new Error('no browser')
    const { page } = await visit(browser, app.url, { phone: true })
    await page.setViewportSize({ width: 320, height: 640 })
    for (const { state, path, shows, first } of states) {
      await page.goto(path)
      await first?.(page)
      await page.locator(shows).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(320)
    }
  })
})
