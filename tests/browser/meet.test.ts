import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityRef } from '#contract/entity.ts'
import type { MatchesAnswer, Meeting, MeetingsAnswer } from '#contract/matches.ts'
import { startApp } from '../app.ts'
import { faultsOf, openBrowser, visit } from './browser.ts'

const browser = await openBrowser()
const TOKEN = 'a-secret-that-connectors-share'

const person = (id: string, name: string): EntityRef => ({ id, type: 'person', name })
const nour = person('nour-arnica', 'Nour Arnica')

/** Two of the demonstration who should meet. */
const meeting = (of: EntityRef, other: EntityRef, why: string): Meeting => ({
  of,
  with: {
    ...other,
    score: 1,
    hops: 3,
    unexpected: false,
    reasons: [
      { kind: 'theme', weight: 0.6, sentence: { fr: why, en: why }, entities: [], ties: [] },
      { kind: 'place', weight: 0.2, sentence: { fr: 'Les deux sont à Thiers.', en: 'Both are in Thiers.' }, entities: [], ties: [] }
    ],
    introducers: [{ ...nour, strength: 0.5, sentence: { fr: 'Nour Arnica connaît les deux.', en: 'Nour Arnica knows both.' } }],
    unknown: [{ fr: 'On ne sait pas s’ils sont libres.', en: 'Whether they are free is not known.' }]
  }
})
const ingrid = person('ingrid-saule', 'Ingrid Saule')
const victor = person('victor-salers', 'Victor Salers')
const week: Meeting[] = [
  meeting(ingrid, victor, 'Ingrid Saule et Victor Salers parlent de réemploi.'),
  meeting(person('diego-tarin', 'Diego Tarin'), person('simeon-linaire', 'Siméon Linaire'), 'Diego cherche un atelier, Siméon en a un.'),
  meeting(person('zelie-genetiere', 'Zélie Genêtière'), person('coline-ecorce', 'Coline Écorce'), 'Les deux parlent de vélo.'),
  meeting(person('yanis-myrtille', 'Yanis Myrtille'), person('tristan-zinc', 'Tristan Zinc'), 'Les deux dessinent des cartes.'),
  meeting(person('salome-sagne', 'Salomé Sagne'), person('blanche-hellebore', 'Blanche Hellébore'), 'Les deux parlent d’eau.'),
  meeting(person('paul-lentillere', 'Paul Lentillère'), person('raoul-loriot', 'Raoul Loriot'), 'Les deux ouvrent un lieu.'),
  meeting(person('gauthier-hulotte', 'Gauthier Hulotte'), person('capucine-sureau', 'Capucine Sureau'), 'Les deux apprennent à d’autres.')
]

/** How much of what is drawn of meetings is bright. */
const brightOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-ways')
    if (!canvas) throw new Error('no map')
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height })
    const pen = copy.getContext('2d', { willReadFrequently: true })
    pen?.drawImage(canvas, 0, 0)
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let bright = 0
    for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] as number) > 190) bright++
    return bright
  })

/** A place on the map where a suggested meeting is told. */
async function placeOfGhost(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.graph').boundingBox()
  if (!box) throw new Error('no map')
  for (let y = box.y + box.height * 0.3; y < box.y + box.height * 0.7; y += 7)
    for (let x = box.x + 420; x < box.x + box.width - 200; x += 7) {
      await page.mouse.move(x, y)
      if ((await page.locator('.graph-told').count()) > 0) return { x, y }
    }
  throw new Error('no meeting is drawn')
}

const cardOf = (page: Page, name: string) => page.locator('.week').getByRole('article').filter({ hasText: name })

describe.skipIf(!browser)('somebody is told whom to bring together', { timeout: 60_000 }, () => {
  let open: Awaited<ReturnType<typeof startApp>>
  let closed: Awaited<ReturnType<typeof startApp>>
  const opened: BrowserContext[] = []
  beforeAll(async () => {
    open = await startApp()
    closed = await startApp({ token: TOKEN })
    await Promise.all([open, closed].map(({ url }) => fetch(`${url}/api/network`)))
  })
  afterAll(async () => {
    await browser?.close()
    await open.stop()
    await closed.stop()
  })

  /** Has the server suggest these, whatever the network holds. */
  const suggest = async (page: Page, meetings: Meeting[]): Promise<void> => {
    const answer: MeetingsAnswer = { revision: 1, asOf: '2026-01-07', week: '2026-01-05', meetings }
    await page.route('**/api/meetings?*', (route) => route.fulfill({ json: answer }))
    await page.route('**/api/matches?*', (route) => {
      const id = new URL(route.request().url()).searchParams.get('for') ?? ''
      const found: MatchesAnswer = { revision: 1, asOf: '2026-01-07', for: person(id, id), matches: meetings.map((one) => one.with) }
      return route.fulfill({ json: found })
    })
  }
  const arrive = async (
    path: string,
    { app = open, meetings = week, ...screen }: { app?: typeof open; meetings?: Meeting[] | 'own'; phone?: boolean } = {}
  ) => {
    if (!browser) throw new Error('no browser')
    for (const former of opened.splice(0)) await former.close()
    const visited = await visit(browser, app.url, screen)
    opened.push(visited.context)
    const { page } = visited
    if (meetings !== 'own') await suggest(page, meetings)
    await page.goto(path)
    return visited
  }
  const arriveOnMap = async (path: string, screen: Parameters<typeof arrive>[1] = {}) => {
    const visited = await arrive(path, screen)
    await visited.page.locator('.graph canvas').first().waitFor()
    await expect.poll(() => visited.page.evaluate(() => performance.getEntriesByName('map drawn').length)).toBeGreaterThan(0)
    return visited
  }

  it('opens on the meetings of the week, points at one, and opens it', async () => {
    const { page, complaints } = await arriveOnMap('/')
    await page.getByRole('heading', { name: 'À rencontrer cette semaine' }).waitFor()
    expect(await page.locator('.week').getByRole('article').count()).toBe(6)
    const first = cardOf(page, 'Ingrid Saule')
    await first.getByText('Nour peut les présenter').waitFor()
    await first.getByText('Pourquoi').click()
    await first.getByText('Les deux sont à Thiers.').waitFor()
    await first.getByText('On ne sait pas s’ils sont libres.').waitFor()
    await first.getByText('À trois poignées de main').waitFor()

    await page.mouse.move(800, 300)
    await expect.poll(() => brightOf(page)).toBeGreaterThan(500)
    const all = await brightOf(page)
    await first.hover()
    await expect.poll(() => brightOf(page)).toBeLessThan(all * 0.7)
    expect(await brightOf(page)).toBeGreaterThan(0)

    await first.getByRole('link', { name: /Ingrid Saule.*Victor Salers/ }).click()
    await page.locator('.beside').getByRole('heading', { name: 'Ingrid Saule et Victor Salers' }).waitFor()
    await page.waitForURL(/selected=ingrid-saule&selected=victor-salers&camera=/)
    const way = page.locator('.beside').getByRole('link', { name: 'Le chemin de l’un à l’autre' })
    expect(await way.getAttribute('href')).toBe('/chemin?from=ingrid-saule&to=victor-salers')
    await page.reload()
    await page.locator('.beside').getByText('Ingrid Saule et Victor Salers parlent de réemploi.').waitFor()
    // What was there before is still there, below.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Ce qui entoure/ }).waitFor()
    expect(complaints).toEqual([])
  })

  it('sets one of the network’s own meetings aside until later, and takes that back another day', async () => {
    const { page, complaints } = await arriveOnMap('/', { meetings: 'own' })
    const articles = page.locator('.week').getByRole('article')
    await articles.first().waitFor()
    expect(await articles.count()).toBe(6)
    const namesOf = () => page.locator('.week .meeting-named').allTextContents()
    const [first = ''] = await namesOf()
    await articles.first().getByRole('button', { name: 'Plus tard' }).click()
    await page.locator('.week').getByText('À plus tard.').waitFor()
    await page.reload()
    await articles.first().waitFor()
    expect(await namesOf()).not.toContain(first)
    await page.locator('summary', { hasText: 'Mises de côté' }).click()
    const [one, other] = first.split(' et ')
    await page.locator('.aside-line').filter({ hasText: one }).filter({ hasText: other }).getByRole('button').click()
    await page.getByText('Rien n’est mis de côté.').waitFor()
    await expect.poll(namesOf).toContain(first)
    expect(complaints).toEqual([])
  })

  it('points at one on the map, is told why there, and opens it; the legend hides them all', async () => {
    const { page } = await arriveOnMap('/')
    const { x, y } = await placeOfGhost(page)
    const told = (await page.locator('.graph-told strong').textContent()) ?? ''
    expect(await page.locator('.meeting-pointed .meeting-named').textContent()).toBe(told)
    await page.mouse.click(x, y)
    await page.locator('.beside').getByRole('heading', { name: told }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: /^Rencontre suggérée/ }).click()
    await page.waitForURL(/ghosts=none/)
    await expect.poll(() => brightOf(page)).toBe(0)
  })

  it('is told of those who are not in the view, without a line to them', async () => {
    const { page } = await arriveOnMap('/?types=event')
    expect(await page.locator('.week').getByRole('article').count()).toBe(0)
    await page.getByRole('heading', { name: 'À rencontrer cette semaine' }).click()
    await cardOf(page, 'Ingrid Saule').hover()
    expect(await brightOf(page)).toBe(0)
    await cardOf(page, 'Ingrid Saule')
      .getByRole('link', { name: /Ingrid Saule.*Victor Salers/ })
      .click()
    await page.getByText('Cette fiche n’est pas dans la vue.').waitFor()
  })

  it('decides by keyboard, sees the next one come, takes it back, and finds what was set aside', async () => {
    const { page, complaints } = await arriveOnMap('/')
    expect(await cardOf(page, 'Gauthier Hulotte').count()).toBe(0)
    await cardOf(page, 'Ingrid Saule').getByRole('button', { name: 'Plus tard' }).press('Enter')
    await page.locator('.week').getByText('À plus tard.').waitFor()
    expect(await cardOf(page, 'Ingrid Saule').count()).toBe(0)
    await cardOf(page, 'Gauthier Hulotte').waitFor()
    // The focus is on what takes it back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Annuler')
    await page.keyboard.press('Enter')
    await cardOf(page, 'Ingrid Saule').waitFor()

    const second = cardOf(page, 'Diego Tarin')
    await second.getByRole('button', { name: 'Pas ces deux-là…' }).click()
    await second.getByRole('button', { name: 'Concurrents' }).click()
    await second.getByRole('button', { name: 'Mettre de côté' }).click()
    await page.locator('.week').getByText('Mis de côté.').waitFor()
    await page.locator('summary', { hasText: 'Mises de côté' }).click()
    const aside = page.locator('.aside-line').filter({ hasText: 'Diego Tarin' })
    await aside.getByText('Concurrents').waitFor()
    expect(await page.locator('.aside-line').count()).toBe(1)
    await aside.getByRole('button', { name: /^Annuler/ }).click()
    await page.getByText('Rien n’est mis de côté.').waitFor()
    await cardOf(page, 'Diego Tarin').waitFor()
    expect(complaints).toEqual([])
  })

  it('says in their own words why not these two, on the card of one of them', async () => {
    const { page } = await arriveOnMap('/?selected=nour-arnica')
    const toMeet = page.locator('.beside').getByRole('region', { name: 'À rencontrer' })
    const card = toMeet.getByRole('article').filter({ hasText: 'Coline Écorce' })
    await card.getByRole('button', { name: 'Pas ces deux-là…' }).click()
    await card.getByLabel('Ou avec vos mots').fill('  Une  vieille histoire ')
    const asked = page.waitForRequest('**/api/decisions')
    await card.getByLabel('Ou avec vos mots').press('Enter')
    expect((await asked).postDataJSON()).toEqual({
      between: ['nour-arnica', 'coline-ecorce'],
      decision: 'not-these-two',
      because: 'Une  vieille histoire'
    })
    await toMeet.getByText('Mis de côté.').waitFor()
    await toMeet.getByRole('button', { name: 'Annuler' }).click()
    await card.waitFor()
  })

  it('is told where a decision did not arrive, and the card is back', async () => {
    const { page } = await arriveOnMap('/')
    await page.route('**/api/decisions', (route) => route.abort())
    const card = cardOf(page, 'Ingrid Saule')
    await card.getByRole('button', { name: 'Ils se connaissent déjà' }).click()
    await card
      .getByRole('alert')
      .getByText(/^Votre décision n’est pas arrivée/)
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('shows a visitor nothing to decide with, and takes the key of a connector, who can forget it', async () => {
    const { page, context } = await arriveOnMap('/', { app: closed })
    await cardOf(page, 'Ingrid Saule').waitFor()
    await page.getByText('Je suis connecteur…').click()
    expect(await page.getByRole('button', { name: 'Plus tard' }).count()).toBe(0)
    expect(await page.getByText('Mises de côté').count()).toBe(0)
    await page.getByLabel('Clé de connecteur').fill('une autre')
    await page.getByRole('button', { name: 'Entrer' }).click()
    await page
      .getByRole('alert')
      .getByText(/^Cette clé n’ouvre rien ici/)
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByLabel('Clé de connecteur').fill(TOKEN)
    await page.getByRole('button', { name: 'Entrer' }).click()
    await cardOf(page, 'Ingrid Saule').getByRole('button', { name: 'Plus tard' }).waitFor()
    await page.reload()
    await cardOf(page, 'Ingrid Saule').getByRole('button', { name: 'Plus tard' }).click()
    await page.locator('.week').getByRole('button', { name: 'Annuler' }).click()
    await cardOf(page, 'Ingrid Saule').waitFor()
    expect(await page.evaluate(() => localStorage.getItem('key'))).toBe(null)

    // Within another site nobody is a connector, and nothing is suggested.
    const embed = await context.newPage()
    const asked: string[] = []
    embed.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await embed.goto('/integrer')
    await embed.locator('.graph canvas').first().waitFor()
    expect(asked.filter((path) => /meetings|matches|decisions|\/me$/.test(path))).toEqual([])

    await page.getByRole('button', { name: 'Oublier la clé' }).click()
    await page.getByText('Je suis connecteur…').waitFor()
    expect(await page.getByRole('button', { name: 'Plus tard' }).count()).toBe(0)
  })

  it('finds them at the foot of a phone, and opens one in the sheet', async () => {
    const { page } = await arriveOnMap('/', { phone: true })
    const first = cardOf(page, 'Ingrid Saule')
    await first.waitFor()
    expect(await first.getByRole('button').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await first.click()
    const sheet = page.locator('.beside')
    await sheet.getByRole('heading', { name: 'Ingrid Saule et Victor Salers' }).waitFor()
    await sheet.getByRole('button', { name: 'Plus tard' }).click()
    await sheet.getByText('À plus tard.').waitFor()
    await sheet.getByRole('button', { name: 'Annuler' }).click()
    await sheet.getByRole('button', { name: 'Plus tard' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  it('finds them in the list too, in English', async () => {
    const { page } = await arrive('/?show=list&lang=en')
    await page.locator('.left').getByRole('heading', { name: 'To meet this week' }).waitFor()
    await cardOf(page, 'Ingrid Saule').getByText('Nour can introduce them').waitFor()
    await page.getByRole('rowheader', { name: 'Nour Arnica' }).waitFor()
    await cardOf(page, 'Ingrid Saule').click()
    await page.locator('.beside').getByText('Three handshakes away').waitFor()
    await page.locator('.beside').getByRole('button', { name: 'Later' }).waitFor()
  })

  it('is told what would bring meetings about where there are none, and what happened where they do not come', async () => {
    const { page } = await arriveOnMap('/', { meetings: [] })
    await page.getByText('Personne à présenter cette semaine.').waitFor()
    await page.goto('/fiche/ines-aconit')
    await page.getByText('Personne à lui présenter pour l’instant.').waitFor()
    await page.route('**/api/meetings?*', (route) => route.abort())
    await page.goto('/')
    await page
      .getByRole('alert')
      .getByText(/^Les rencontres ne viennent pas/)
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})
