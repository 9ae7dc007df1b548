import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NetworkAnswer } from '#contract/network.ts'
import { PACKED_TYPE, unpackNetwork } from '#contract/packed-network.ts'
import { Problem } from '#contract/problem.ts'
import { embeddedApp, type TestApp, temporaryFolder } from '../app.ts'
import { asBuffer, idsOf, type Question, searchOf, sentencesOf } from './shown.ts'

/** A village: an evening in it, a project, what they are about, and somebody who came alone. */
const village = {
  'people.csv':
    'id,name,themes,territory,email,phone\nada,Ada,pain,Thiers,ada@secret.example,0473000001\nbob,Bob,jeux|pain,Thiers,,\neve,Ève,jeux,Riom,,\nzoe,Zoé,,,,\nseul,Noé Seul,,,,',
  'organizations.csv': 'id,name\nturing,Turing 22',
  'projects.csv': 'id,name,themes\nmaree,Marée basse,pain',
  'programs.csv': 'id,name\ntremplin,Tremplin',
  'events.csv': 'id,name,starts_at\ncopero,Co’péro,2021-07-06T18:30',
  'needs.csv': 'id,holder,text\nfour,maree,Un four à pain',
  'ties.csv': [
    'from,relation,to,role,from_date,to_date,strength,source',
    'ada,KNOWS,bob,,2015-01,2018-12,0.9,Interview',
    'ada,CARRIES,maree,fondatrice,2020-03-01,,,',
    'bob,WORKS_FOR,turing,,2019,,,',
    'eve,WORKS_FOR,turing,,2016-05,2017-02,,',
    'bob,ATTENDED,copero,,,,,',
    'eve,ATTENDED,copero,,,,,',
    'zoe,FOLLOWS,eve,,,,,',
    'tremplin,SUPPORTS,maree,,2022-01-10,,,',
    'turing,HOSTS,copero,,,,,'
  ].join('\n')
}

let app: TestApp
beforeAll(async () => {
  app = await embeddedApp({ world: false, token: 'a-secret-that-connectors-share' })
  const folder = temporaryFolder()
  for (const [file, text] of Object.entries(village)) writeFileSync(join(folder.path, file), text)
  await app.run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
  folder.remove()
})
afterAll(() => app.stop())

const ask = (question: Question = {}): Promise<NetworkAnswer> => app.get<NetworkAnswer>(searchOf(question))
const kept = async (question: Question): Promise<string[]> => idsOf(await ask(question))

describe('the network of a village', () => {
  it('is told whole: everything there is, where it stands, with whom it belongs and how central it is', async () => {
    const answer = await ask()
    expect(answer).toMatchObject({ revision: 1, overview: false, matched: { entities: 14, ties: 18 } })
    expect(answer.nodes).toHaveLength(14)
    expect(answer.ties).toHaveLength(18)
    expect(answer.span).toEqual({ first: '2015-01-01', last: '2022-01-10' })
    const ada = answer.nodes.find(({ id }) => id === 'ada')
    expect(ada).toMatchObject({ type: 'person', name: 'Ada', degree: 4, hidden: 0 })
    for (const { x, y, betweenness, pagerank } of answer.nodes)
      for (const share of [x, y, betweenness, pagerank]) expect(share >= 0 && share <= 1).toBe(true)
    for (const centrality of ['betweenness', 'pagerank'] as const) expect(Math.max(...answer.nodes.map((node) => node[centrality]))).toBe(1)
    expect(answer.nodes.find(({ id }) => id === 'seul')).toMatchObject({ name: 'Noé Seul', degree: 0, betweenness: 0 })
    expect(answer.nodes.find(({ id }) => id === 'four')?.name).toBe('Un four à pain')
  })

  it('tells ties with what is known of them', async () => {
    const { ties } = await ask()
    expect(ties).toContainEqual({
      from: 'ada',
      relation: 'KNOWS',
      to: 'bob',
      from_date: '2015-01',
      to_date: '2018-12',
      strength: 0.9,
      source: 'Interview'
    })
    expect(ties).toContainEqual({ from: 'ada', relation: 'CARRIES', to: 'maree', role: 'fondatrice', from_date: '2020-03-01' })
  })

  it('names for each the first of its themes and its territory', async () => {
    const { nodes, facets } = await ask()
    const idOf = (choices: { id: string; name: string }[], name: string) => choices.find((choice) => choice.name === name)?.id
    expect(nodes.find(({ id }) => id === 'ada')).toMatchObject({
      theme: idOf(facets.themes, 'pain'),
      territory: idOf(facets.territories, 'Thiers')
    })
    expect(nodes.find(({ id }) => id === 'zoe')).not.toHaveProperty('theme')
  })

  it('puts everybody in one community, and tells each with its name, its size and the ties between them', async () => {
    const { nodes, communities, bridges, ties } = await ask()
    const sizes = new Map(communities.map(({ id, size }) => [id, size]))
    expect(communities.every(({ name, radius }) => name !== '' && radius > 0)).toBe(true)
    expect(new Set(communities.map(({ name }) => name)).size).toBe(communities.length)
    for (const [id, size] of sizes) expect(nodes.filter(({ community }) => community === id)).toHaveLength(size)
    expect([...sizes.values()]).toEqual([...sizes.values()].toSorted((a, b) => b - a))
    const communityOf = new Map(nodes.map(({ id, community }) => [id, community]))
    const between = ties.filter(({ from, to }) => communityOf.get(from) !== communityOf.get(to))
    expect(bridges.reduce((sum, { ties }) => sum + ties, 0)).toBe(between.length)
    for (const bridge of bridges) expect(sizes.has(bridge.from) && sizes.has(bridge.to) && bridge.from !== bridge.to).toBe(true)
  })
})

describe('a part of it', () => {
  it('is of some kinds, joined by some relations', async () => {
    expect(await kept({ types: ['project', 'program'] })).toEqual(['maree', 'tremplin'])
    const answer = await ask({ types: ['person'], relations: ['KNOWS', 'FOLLOWS'] })
    expect(idsOf(answer)).toEqual(['ada', 'bob', 'eve', 'seul', 'zoe'])
    expect(sentencesOf(answer)).toEqual(['ada KNOWS bob', 'zoe FOLLOWS eve'])
  })

  it('has one of some themes and is in one of some territories; what is asked for is kept with it', async () => {
    const { facets } = await ask()
    const [bread, games] = ['pain', 'jeux'].map((name) => facets.themes.find((theme) => theme.name === name)?.id as string)
    const thiers = facets.territories.find(({ name }) => name === 'Thiers')?.id as string
    expect(facets.themes.map(({ name, count }) => [name, count])).toEqual([
      ['pain', 3],
      ['jeux', 2]
    ])
    expect(await kept({ themes: [bread as string] })).toEqual(['ada', 'bob', 'maree', bread].sort())
    expect(await kept({ themes: [bread as string, games as string], types: ['person'] })).toEqual(['ada', 'bob', 'eve'])
    expect(await kept({ themes: [games as string], territories: [thiers] })).toEqual(['bob'])
  })

  it('is beside one of some programmes', async () => {
    expect(await kept({ programs: ['tremplin'] })).toEqual(['maree', 'tremplin'])
  })

  it('held in some years: what is not dated stays, what has dated ties while one holds; an evening is dated by itself', async () => {
    const until = await ask({ until: '2018' })
    expect(sentencesOf(until).filter((tie) => /KNOWS|WORKS_FOR|CARRIES|ATTENDED|FOLLOWS/.test(tie))).toEqual([
      'ada KNOWS bob',
      'eve WORKS_FOR turing',
      'zoe FOLLOWS eve'
    ])
    expect(idsOf(until)).toEqual(expect.arrayContaining(['seul', 'zoe', 'four']))
    expect(idsOf(until)).not.toContain('copero')
    expect(sentencesOf(await ask({ since: '2021-07-06', until: '2021-07-06', relations: ['ATTENDED', 'KNOWS'] }))).toEqual([
      'bob ATTENDED copero',
      'eve ATTENDED copero'
    ])
    expect(sentencesOf(await ask({ since: '2021-07-07', relations: ['ATTENDED'] }))).toEqual([])
    // Of a month or a year alone: from its first day on, until its last.
    expect(sentencesOf(await ask({ since: '2018', until: '2018-12', relations: ['KNOWS'] }))).toEqual(['ada KNOWS bob'])
  })

  it('is what stands around somebody, so many steps far, and tells what is not shown', async () => {
    const near = await ask({ around: ['ada'], types: ['person', 'project'] })
    expect(idsOf(near)).toEqual(['ada', 'bob', 'maree'])
    expect(await kept({ around: ['ada'], steps: 2, types: ['person', 'organization'] })).toEqual(['ada', 'bob', 'turing'])
    expect(await kept({ around: ['ada'], steps: 3, types: ['person', 'organization'] })).toEqual(['ada', 'bob', 'eve', 'turing'])
    expect(await kept({ around: ['zoe', 'tremplin'] })).toEqual(['eve', 'maree', 'tremplin', 'zoe'])
    // Who is in focus is kept, whatever else is asked for.
    expect(await kept({ around: ['ada'], types: ['project'] })).toEqual(['ada', 'maree'])
    const { nodes } = await ask({
      around: ['turing'],
      types: ['person', 'organization', 'event'],
      relations: ['WORKS_FOR', 'KNOWS', 'HOSTS']
    })
    expect(nodes.map(({ id, hidden }) => [id, hidden]).sort()).toEqual([
      ['bob', 1],
      ['copero', 0],
      ['eve', 0],
      ['turing', 0]
    ])
  })

  it('around somebody goes on to those tied most first where they are too many, and says how many more there are', async () => {
    const { nodes } = await ask({ around: ['bob'], neighbours: 1 })
    expect(nodes.map(({ id }) => id).sort()).toEqual(['ada', 'bob'])
    expect(nodes.find(({ id }) => id === 'bob')?.hidden).toBe(5)
    expect(await kept({ around: ['bob'], neighbours: 2 })).toEqual(['ada', 'bob', 'turing'])
  })

  it('is some communities by their numbers', async () => {
    const { nodes, communities } = await ask()
    const [largest, second] = communities.map(({ id }) => id) as [number, number]
    const members = (numbers: number[]) =>
      nodes
        .filter(({ community }) => numbers.includes(community))
        .map(({ id }) => id)
        .sort()
    expect(await kept({ communities: [largest] })).toEqual(members([largest]))
    expect(await kept({ communities: [largest, second] })).toEqual(members([largest, second]))
    expect((await ask({ communities: [second] })).communities.map(({ id }) => id)).toEqual([second])
  })

  it('may be nothing at all', async () => {
    const answer = await ask({ types: ['portrait'] })
    expect(answer).toMatchObject({ nodes: [], ties: [], communities: [], bridges: [], matched: { entities: 0, ties: 0 }, overview: false })
    expect(answer.facets.types.person).toBe(5)
  })
})

describe('what is wrong with a question', () => {
  it.each([
    ['around=personne', 404, 'Nothing has the id "personne"'],
    ['themes=pain', 404, 'Nothing has the id "pain"'],
    ['programs=tremplin&programs=absent', 404, 'Nothing has the id "absent"'],
    ['territories=%C3%A9', 404, 'Nothing has the id "é"'],
    [`around=${'a'.repeat(513)}`, 400, 'around is longer than 512 characters, which no id is'],
    ['types=person,friend', 400, 'types/1 is not a kind; known: person, organization, '],
    ['relations=LIKES', 400, 'relations/0 is not a relation; known: KNOWS, FOLLOWS, '],
    ['since=2024-02-31', 400, 'since is not a date that exists; write 2024-03-09, 2024-03 or 2024'],
    ['until=hier', 400, 'until is not a date that exists'],
    ['since=2024&since=2025', 400, 'since is given more than once; write it once'],
    ['steps=5', 400, 'steps is not a whole number from 1 to 4, the most'],
    ['steps=0', 400, 'steps is not a whole number from 1 to 4, the most'],
    ['neighbours=many', 400, 'neighbours is not a whole number from 1 on; write one up to 500'],
    ['most=0', 400, 'most is not a whole number from 1 on; write one up to 100000'],
    ['communities=1,first', 400, 'communities/1 is not a whole number'],
    ['communities=-1', 400, 'communities/0 is not a whole number'],
    ['communities=1.5', 400, 'communities/0 is not a whole number'],
    ['part=some', 400, 'part is not a part; known: all, names, times']
  ])('is named: %.60s', async (question, status, detail) => {
    const reply = await app.app.inject(`/api/network?${question}`)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    const problem = Problem.parse(reply.json())
    expect(problem.status).toBe(status)
    expect(problem.detail).toContain(detail)
    const packed = await app.app.inject({ url: `/api/network?${question}`, headers: { accept: PACKED_TYPE } })
    expect(packed.json()).toEqual(problem)
  })

  it('is not what is empty or above the most', async () => {
    const whole = await ask()
    for (const question of [
      'types=&relations=&themes=&around=&since=&until=&steps=&communities=&most=',
      'types=,&communities=,',
      'most=1000000&neighbours=501'
    ])
      expect(await app.get<NetworkAnswer>(`/api/network?${question}`)).toEqual(whole)
  })
})

describe('an unchanged map', () => {
  it('is not sent again, in either form, and the one form is not taken for the other', async () => {
    const json = await app.app.inject('/api/network?types=person')
    const packed = await app.app.inject({ url: '/api/network?types=person', headers: { accept: PACKED_TYPE } })
    expect(packed.headers['content-type']).toBe(PACKED_TYPE)
    expect(packed.headers.etag).not.toBe(json.headers.etag)
    expect(packed.headers.vary).toContain('accept')
    const again = async (tag: unknown, accept: string) =>
      (await app.app.inject({ url: '/api/network?types=person', headers: { accept, 'if-none-match': String(tag) } })).statusCode
    expect(await again(json.headers.etag, 'application/json')).toBe(304)
    expect(await again(packed.headers.etag, PACKED_TYPE)).toBe(304)
    expect(await again(json.headers.etag, PACKED_TYPE)).toBe(200)
    expect(await again(packed.headers.etag, 'application/json')).toBe(200)
    expect(await again('*', 'application/json')).toBe(304)
    expect(await again('*', PACKED_TYPE)).toBe(304)
  })

  it('is the same answer in whatever order it is asked for, and with whatever nobody knows beside', async () => {
    const tagOf = async (search: string) => (await app.app.inject(`/api/network?${search}`)).headers.etag
    const tag = await tagOf('types=person&steps=1')
    for (const search of ['steps=1&types=person', 'types=person', 'types=person&x=1', 'types=person&x=2', 'types=person&most=2000'])
      expect(await tagOf(search), search).toBe(tag)
    expect(await tagOf('types=person&most=100')).not.toBe(tag)
    expect(await tagOf('types=person,project')).not.toBe(tag)
  })
})

describe('what only connectors may see', () => {
  it('is in neither form of the map, for nobody', async () => {
    for (const authorization of ['', 'Bearer a-secret-that-connectors-share'])
      for (const accept of ['application/json', PACKED_TYPE])
        for (const part of ['all', 'names', 'times']) {
          const { rawPayload, statusCode } = await app.app.inject({ url: `/api/network?part=${part}`, headers: { accept, authorization } })
          expect(statusCode).toBe(200)
          expect(rawPayload.toString('latin1')).not.toMatch(/secret|0473000001/)
        }
    const { rawPayload } = await app.app.inject({ url: '/api/network', headers: { accept: PACKED_TYPE } })
    expect(unpackNetwork(asBuffer(rawPayload)).names?.names).toContain('Ada')
  })
})
