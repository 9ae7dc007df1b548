import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LearningAnswer } from '#contract/learning.ts'
import type { MatchesAnswer, MeetingsAnswer } from '#contract/matches.ts'
import type { Problem } from '#contract/problem.ts'
import { embeddedApp, temporaryFolder, type TestApp } from './app.ts'

const files = {
  'people.csv': [
    'id,name,role,bio,themes,city',
    'ada,Ada,Boulangère,Cuit au feu de bois et cherche une farine de pays,pain,Thiers',
    'bob,Bob,Meunier,Écrase une farine de pays sur des meules de granit,pain,Thiers',
    'eve,Ève,Maire,,,',
    'zoe,Zoé,Ingénieure,Règle des capteurs de crue sur les ponts,eau,Vichy',
    'ugo,Ugo,Hydrologue,Lit les crues dans les vieux registres et pose des capteurs,eau,Vichy',
    'lea,Léa,Lectrice,,,',
    'new,Nora,Boulangère,Cherche une farine de pays pour son levain,,Thiers'
  ].join('\n'),
  'organizations.csv': 'id,name\nturing,Turing 22\nfour,Le Four',
  'projects.csv':
    'id,name,description,themes\nmaree,Marée basse,Des capteurs posés sous les ponts disent la crue avant la crue,eau\ncrue,La Crue,Un registre des crues et des capteurs pour les communes,eau\npain,Le Grand Pain,Une farine de pays pour dix boulangeries,pain',
  'programs.csv': 'id,name\nelan,Élan',
  'events.csv': 'id,name,starts_at\nsoiree,Soirée,2024-05-01',
  'introductions.csv': 'id,name,created_on\ni1,Ada et Léa,2025-01-05',
  'ties.csv': [
    'from,relation,to,role,from_date,to_date',
    'ada,KNOWS,eve,,2020-01-01,',
    'bob,KNOWS,eve,,2021-01-01,',
    'zoe,CARRIES,maree,,2024-01-01,',
    'ugo,CARRIES,crue,,2024-06-01,',
    'elan,SUPPORTS,maree,,2024-01-01,',
    'elan,SUPPORTS,crue,,2024-01-01,',
    'ada,CARRIES,pain,,2023-01-01,',
    'lea,FOLLOWS,zoe,,2024-01-01,',
    'i1,OF,ada,,2025-01-05,',
    'i1,TO,lea,,2025-01-05,',
    'ada,WORKS_FOR,four,,2020-01-01,',
    'four,PARTNERS_IN,pain,,2023-01-01,'
  ].join('\n')
}

let tested: TestApp
const get = <A = MatchesAnswer>(url: string): Promise<A> => tested.get<A>(url)
const idsFor = async (query: string): Promise<string[]> => (await get(`/api/matches?${query}`)).matches.map(({ id }) => id)

beforeAll(async () => {
  tested = await embeddedApp({ world: false })
  const folder = temporaryFolder()
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder.path, file), text)
  const { ok, lines } = await tested.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
  expect(lines.join('\n'), 'the import').toContain('Loaded')
  expect(ok).toBe(true)
  folder.remove()
})
afterAll(() => tested.stop())

describe('whom Ada should meet', () => {
  it('is Bob, whom Ève knows as well, and Ève could introduce them', async () => {
    const { for: ada, matches } = await get('/api/matches?for=ada&type=person')
    expect(ada).toEqual({ id: 'ada', type: 'person', name: 'Ada' })
    const [bob] = matches
    expect(bob).toMatchObject({ id: 'bob', hops: 2, unexpected: false })
    expect(bob?.reasons.length).toBeGreaterThan(1)
    expect(bob?.reasons.length).toBeLessThanOrEqual(3)
    const contacts = bob?.reasons.find(({ kind }) => kind === 'contacts')
    expect(contacts?.sentence).toEqual({ fr: 'Ève connaît l’un et l’autre.', en: 'Ève knows both.' })
    expect(contacts?.ties.map(({ from, to }) => `${from} ${to}`)).toEqual(['ada eve', 'bob eve'])
    expect(bob?.introducers[0]).toMatchObject({ id: 'eve' })
    expect(bob?.introducers[0]?.sentence.fr).toMatch(/^Ada connaît Ève.*Ève connaît Bob/)
  })

  it('is nobody known already, carried with, employed by, or introduced to', async () => {
    const found = await idsFor('for=ada&limit=200')
    for (const id of ['ada', 'eve', 'lea', 'pain', 'four']) expect(found).not.toContain(id)
  })

  it('may be an organization, a project or a programme, and only those asked for', async () => {
    const { matches } = await get('/api/matches?for=zoe&type=project,program&limit=200')
    expect(new Set(matches.map(({ type }) => type)).size).toBeGreaterThan(0)
    for (const { type } of matches) expect(['project', 'program']).toContain(type)
    expect(matches[0]).toMatchObject({ id: 'crue' })
  })

  it('was another on another day: what was not known then is no reason', async () => {
    const { asOf, matches } = await get('/api/matches?for=ada&type=person&asOf=2020-06')
    expect(asOf).toBe('2020-06-01')
    for (const { reasons } of matches) expect(reasons.map(({ kind }) => kind)).not.toContain('contacts')
    // In 2020 nobody had introduced Léa.
    expect((await idsFor('for=ada&limit=200&asOf=2024-12-31')).includes('eve')).toBe(false)
  })

  it('is Nora at once for who bakes with the same flour, though Nora is tied to nobody yet', async () => {
    const { matches } = await get('/api/matches?for=new&type=person')
    expect(
      matches
        .slice(0, 2)
        .map(({ id }) => id)
        .sort()
    ).toEqual(['ada', 'bob'])
    const words = matches[0]?.reasons.find(({ kind }) => kind === 'words')
    expect(words?.words).toContain('farine')
    expect(matches[0]?.introducers).toEqual([])
    expect(matches[0]?.unknown.map(({ fr }) => fr)).toContain('On ne connaît personne qui puisse les présenter.')
  })

  it('may be somebody whom one only reads online: to follow is not to have met', async () => {
    const { matches } = await get('/api/matches?for=lea&type=person&limit=200')
    const zoe = matches.find(({ id }) => id === 'zoe')
    expect(zoe?.reasons.map(({ kind }) => kind)).toContain('reads')
    expect(zoe?.reasons[0]?.sentence.fr).toBe('Léa suit déjà Zoé en ligne.')
  })
})

describe('twins', () => {
  it('are alike by what they say, and the words are told', async () => {
    const { matches } = await get('/api/matches?for=maree&type=project')
    expect(matches[0]).toMatchObject({ id: 'crue' })
    const told = matches[0]?.reasons.flatMap(({ words }) => words ?? [])
    expect(told).toContain('capteurs')
  })
})

describe('a list', () => {
  it('has the length asked for, another order for other settings, and scores that go down', async () => {
    const { matches } = await get('/api/matches?for=ada&type=person&limit=2')
    expect(matches).toHaveLength(2)
    const all = (await get('/api/matches?for=ada&type=person&limit=200')).matches
    for (let i = 1; i < all.length; i++) expect(all[i]?.score).toBeLessThan(all[i - 1]?.score as number)
    const far = (await get('/api/matches?for=ada&type=person&limit=200&unexpected=1')).matches.map(({ unexpected }) => unexpected)
    expect(far).toContain(true)
    expect(far).toEqual(far.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('is refused in a sentence where the question is wrong', async () => {
    const detail = async (query: string): Promise<string> => ((await get(`/api/matches?${query}`)) as unknown as Problem).detail ?? ''
    expect(await detail('for=nobody')).toBe('Nothing has the id "nobody". Search for its name to find it.')
    expect(await detail('for=soiree')).toContain('those who meet are of the kinds person, organization, project, program')
    expect(await detail('type=person')).toContain('for')
    expect(await detail('for=ada&type=event')).toContain('known: person, organization, project, program')
    expect(await detail('for=ada&unexpected=2')).toContain('between 0 and 1')
    expect(await detail('for=ada&fame=x')).toContain('from 0 to 1')
    expect(await detail('for=ada&limit=0')).toContain('limit')
    expect(await detail('for=ada&asOf=soon')).toContain('asOf')
  })
})

describe('what is written', () => {
  it('counts in the next answer: a decision, and a card with its ties', async () => {
    expect(await idsFor('for=ada&type=person')).toContain('bob')
    const decide = await tested.app.inject({
      method: 'POST',
      url: '/api/decisions',
      payload: { between: ['ada', 'bob'], decision: 'later' },
      remoteAddress: '127.0.0.1',
      headers: { host: '127.0.0.1:3000' }
    })
    expect(decide.statusCode).toBe(201)
    expect(await idsFor('for=ada&type=person&limit=200')).not.toContain('bob')
    expect(await idsFor('for=bob&type=person&limit=200')).not.toContain('ada')

    const folder = temporaryFolder()
    writeFileSync(join(folder.path, 'people.csv'), 'id,name,bio\nmax,Max,Vend une farine de pays')
    writeFileSync(join(folder.path, 'ties.csv'), 'from,relation,to\nmax,KNOWS,eve')
    await tested.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
    folder.remove()
    const { matches } = await get('/api/matches?for=ada&type=person')
    expect(matches.find(({ id }) => id === 'max')?.introducers[0]).toMatchObject({ id: 'eve' })
  })
})

describe('the week', () => {
  it('has meetings with reasons, nobody twice, the same when asked again, others another week', async () => {
    const meetings = (asOf: string): Promise<MeetingsAnswer> => get<MeetingsAnswer>(`/api/meetings?asOf=${asOf}&limit=3`)
    const { week, meetings: found } = await meetings('2026-11-25')
    expect(week).toBe('2026-11-23')
    expect(found.length).toBeGreaterThan(0)
    const met = found.flatMap(({ of, with: match }) => [of.id, match.id])
    expect(new Set(met).size).toBe(met.length)
    for (const { with: match } of found) expect(match.reasons.length).toBeGreaterThan(0)
    expect((await meetings('2026-11-25')).meetings).toEqual(found)
  })
})

describe('many days at once', () => {
  it('are worked out a few at a time, and today is answered all the same', async () => {
    const days = Array.from({ length: 12 }, (_, i) => `2019-03-${String(i + 1).padStart(2, '0')}`)
    const statuses = await Promise.all(
      days.map(async (day) => (await tested.app.inject({ url: `/api/matches?for=ada&asOf=${day}` })).statusCode)
    )
    expect(statuses).toContain(200)
    expect(statuses).toContain(503)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect((await get('/api/matches?for=ada')).matches.length).toBeGreaterThan(0)
  })
})

describe('what is learnt', () => {
  it('is told, with how much is needed, and nothing of how often a reason came true where too few were seen', async () => {
    const { kinds } = await get<LearningAnswer>('/api/learning')
    expect(kinds.map(({ type }) => type)).toEqual(['person', 'organization'])
    expect(JSON.stringify(kinds), 'how many were refused is not for everybody').not.toContain('refused')
    for (const { state, meetings, needed, features } of kinds) {
      expect(state).toBe('usual')
      expect(meetings).toBeLessThan(needed)
      for (const { weight, usual, isEnough } of features) {
        expect(weight).toBe(usual)
        expect(isEnough).toBe(false)
      }
    }
  })
})
