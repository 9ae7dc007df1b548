import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rankingsOf } from '../bench/evaluate/baselines.ts'
import { adamicAdar } from '../bench/evaluate/baselines/adamic-adar.ts'
import type { Baseline } from '../bench/evaluate/baselines/baseline.ts'
import { degree } from '../bench/evaluate/baselines/degree.ts'
import { pageRank, pageRankWithoutThemes } from '../bench/evaluate/baselines/page-rank.ts'
import { random } from '../bench/evaluate/baselines/random.ts'
import { tfIdf } from '../bench/evaluate/baselines/tf-idf.ts'
import { drawn } from '../bench/evaluate/chance.ts'
import { compared } from '../bench/evaluate/compared.ts'
import { type Evaluation, evaluate } from '../bench/evaluate/evaluate.ts'
import { estimate, resample } from '../bench/evaluate/intervals.ts'
import { type Past, nearOf, neighboursOf, pastOf } from '../bench/evaluate/past.ts'
import { scoresOf } from '../bench/evaluate/scores.ts'
import { dayOf } from '../server/network/days.ts'
import { placeOf, type Projection } from '../server/network/projection.ts'
import { textAt } from '../server/text/packed.ts'
import { embeddedApp, temporaryFolder } from './app.ts'
import { folderOf } from './folders.ts'
import { start } from './process.ts'

/** Ada met Bob, Bob Cleo, Cleo Gus; Dan and Eve are apart until Ada joins their boat, after the cut. Nobody is tied to Finn. */
const village = {
  'people.csv': [
    'id,name,bio,themes',
    'ada,Ada,Repairs bicycles,wheels',
    'bob,Bob,Bakes,',
    'cleo,Cleo,Mills flour,',
    'dan,Dan Bicycle,Sails,wheels',
    'eve,Eve,Sings,',
    'finn,Finn,The repair of a bicycle,',
    'gus,Gus,Sings,'
  ].join('\n'),
  'projects.csv': 'id,name,description\nbread,Bread,\nmill,Mill,\nboat,Boat,Sails on the lake',
  'ties.csv': [
    'from,relation,to,from_date',
    'ada,CARRIES,bread,2020-01-01',
    'bob,CARRIES,bread,2020-01-01',
    'bob,CARRIES,mill,2024-01-01',
    'cleo,CARRIES,mill,',
    'dan,CARRIES,boat,2021',
    'eve,CARRIES,boat,2021',
    'gus,KNOWS,cleo,2022-05-01',
    'ada,CARRIES,boat,2024-01-02'
  ].join('\n')
}
const questions = {
  'evaluation.json': '{"asOf": "2024-01-01", "type": "person"}',
  'queries.csv': 'id\nada\ngus',
  'candidates.csv': 'id\nada\nbob\ncleo\ndan\neve\nfinn\ngus',
  'truth.csv': 'query,target\nada,dan\nada,cleo\ngus,bob'
}

const nobody = { isFar: () => false, isFamous: () => false }
const options = { json: false, queries: undefined, seed: 1, settings: {} }
const silent = (): void => undefined

describe('the measures of a ranking', () => {
  it('are all 1 where those met come first', () => {
    const met = new Set([3, 5])
    expect(scoresOf([5, 3, 1, 2], { met, isFar: () => true, isFamous: () => false })).toEqual({
      hit10: 1,
      recall50: 1,
      mrr: 1,
      ndcg10: 1,
      far10: 0.4,
      farHit10: 1,
      fame10: 0
    })
  })

  it('fall with the rank at which somebody is found', () => {
    // Found second and fifth, of three who were met: (1/log2 3 + 1/log2 6) / (1 + 1/log2 3 + 1/log2 4).
    const scores = scoresOf([9, 1, 8, 7, 2, 6], { met: new Set([1, 2, 99]), ...nobody })
    expect(scores.ndcg10).toBeCloseTo(1.01778 / 2.13093, 5)
    expect(scores).toMatchObject({ hit10: 1, mrr: 0.5, recall50: 2 / 3 })
  })

  it('look at ten, at fifty, and at the whole answer', () => {
    const ranking = Array.from({ length: 200 }, (_, i) => i)
    expect(scoresOf(ranking, { met: new Set([10]), ...nobody })).toMatchObject({ hit10: 0, ndcg10: 0, recall50: 1, mrr: 1 / 11 })
    expect(scoresOf(ranking, { met: new Set([50]), ...nobody })).toMatchObject({ recall50: 0, mrr: 1 / 51 })
    expect(scoresOf(ranking, { met: new Set([3]), isFar: (one) => one !== 3, isFamous: (one) => one < 2 })).toMatchObject({
      far10: 0.9,
      farHit10: 0,
      fame10: 0.2
    })
  })

  it('are 0 for an empty answer, and where nobody was met', () => {
    const zeros = { hit10: 0, recall50: 0, mrr: 0, ndcg10: 0, far10: 0, farHit10: 0, fame10: 0 }
    expect(scoresOf([], { met: new Set([1]), isFar: () => true, isFamous: () => true })).toEqual(zeros)
    expect(scoresOf([1, 2], { met: new Set(), ...nobody })).toEqual(zeros)
  })
})

describe('intervals', () => {
  it('are the same from the same seed, and hold the mean between', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? 1 : 0))
    const one = estimate(values, resample(100, 7))
    expect(one).toEqual(estimate(values, resample(100, 7)))
    expect(one).not.toEqual(estimate(values, resample(100, 8)))
    expect(one.mean).toBe(0.25)
    // 1.96 × √(.25 × .75 / 100) is .085.
    expect(one.low).toBeGreaterThan(0.14)
    expect(one.low).toBeLessThan(0.19)
    expect(one.high).toBeGreaterThan(0.31)
    expect(one.high).toBeLessThan(0.36)
  })

  it('of a difference are taken query by query: what is the same everywhere has none, what is always better is sure', () => {
    const truths = Array.from({ length: 40 }, () => ({ met: new Set([1, 2]), ...nobody }))
    const always = (ranking: number[]) => truths.map(() => ranking)
    const half = truths.map((_, i) => (i % 2 === 0 ? [1] : [9]))
    const { methods, differences } = compared(
      new Map([
        ['ours', half],
        ['same', half],
        ['none', always([])],
        ['best', always([1, 2])]
      ]),
      truths,
      1
    )
    expect(methods.map(({ suggested }) => suggested)).toEqual([2, 2, 0, 2])
    expect(differences.map(({ than, measures }) => [than, measures.hit10.mean])).toEqual([
      ['same', 0],
      ['none', 0.5],
      ['best', -0.5]
    ])
    expect(differences[0]?.measures.hit10).toEqual({ mean: 0, low: 0, high: 0 })
    expect(differences[1]?.measures.hit10.low).toBeGreaterThan(0)
    expect(differences[2]?.measures.hit10.high).toBeLessThan(0)
  })

  it('a draw of queries holds none twice and is the same from the same seed', () => {
    const list = Array.from({ length: 50 }, (_, i) => i)
    expect(drawn(list, 10, 3)).toEqual(drawn(list, 10, 3))
    expect(drawn(list, 10, 3)).not.toEqual(drawn(list, 10, 4))
    expect(drawn(list, 60, 3)).toEqual(list)
    expect(new Set(drawn(list, 10, 3)).size).toBe(10)
  })
})

describe('beside', () => {
  let projection: Projection
  let past: Past
  const at = (id: string): number => placeOf(projection, id)
  const named = (places: Iterable<number>): string[] => [...places].map((place) => textAt(projection.ids, place)).sort()
  const everybody = ['ada', 'bob', 'cleo', 'dan', 'eve', 'finn', 'gus']
  const asked = (id: string, seed = 1) => ({ past, queries: [at(id)], candidates: everybody.map(at), seed })
  const ranking = (baseline: Baseline, id: string, seed?: number): string[] =>
    (rankingsOf(baseline, asked(id, seed))[0] ?? []).map((place) => textAt(projection.ids, place))

  beforeAll(async () => {
    const { run, network, stop } = await embeddedApp({ world: false })
    const folder = temporaryFolder()
    for (const [file, content] of Object.entries(village)) writeFileSync(join(folder.path, file), content)
    await run({ task: 'import', folder: folder.path, kind: 'import', dryRun: false })
    folder.remove()
    projection = network.current() as Projection
    past = pastOf(projection, dayOf('2024-01-01'), new Set(['person']))
    return stop
  })

  it('only what was known on the day counts', () => {
    expect(named(neighboursOf(past.met, at('ada')))).toEqual(['bob'])
    expect(named(neighboursOf(past.met, at('cleo')))).toEqual(['bob', 'gus'])
    expect(named(neighboursOf(past.tied, at('boat')))).toEqual(['dan', 'eve'])
    const later = pastOf(projection, dayOf('2024-01-02'), new Set(['person']))
    expect(named(neighboursOf(later.met, at('ada')))).toEqual(['bob', 'dan', 'eve'])
    const earlier = pastOf(projection, dayOf('2023-12-31'), new Set(['person']))
    expect(named(neighboursOf(earlier.met, at('cleo')))).toEqual(['gus'])
  })

  it('whoever is three steps away or farther is far', () => {
    expect(named(nearOf(past, at('ada')))).toEqual(['ada', 'bob', 'cleo'])
    expect(named(nearOf(past, at('finn')))).toEqual(['finn'])
  })

  it('nobody is suggested to themselves or to whom they met', () => {
    for (const baseline of [random, degree, adamicAdar, pageRank, pageRankWithoutThemes, tfIdf])
      expect(ranking(baseline, 'bob').sort()).toEqual(['dan', 'eve', 'finn', 'gus'])
  })

  it('degree suggests those who met most', () => {
    expect(ranking(degree, 'dan').slice(0, 2).sort()).toEqual(['bob', 'cleo'])
    expect(ranking(degree, 'dan').at(-1)).toBe('finn')
  })

  it('Adamic and Adar suggest by contacts in common', () => {
    expect(ranking(adamicAdar, 'ada')[0]).toBe('cleo')
    expect(adamicAdar(asked('ada'))(at('ada'))[at('cleo')]).toBeCloseTo(1 / Math.log(2))
    expect(adamicAdar(asked('ada'))(at('ada'))[at('gus')]).toBe(0)
  })

  it('a walk goes as far as ties lead, through themes only where they are among them', () => {
    expect(ranking(pageRankWithoutThemes, 'ada').slice(0, 2)).toEqual(['cleo', 'gus'])
    expect(ranking(pageRank, 'ada')[0]).toBe('dan')
    // Dan – boat – Eve alone: x = .15 + .85 b / 2, b = .85 (x + e), e = .85 b / 2.
    const scores = pageRankWithoutThemes(asked('dan'))(at('dan'))
    expect([scores[at('dan')], scores[at('boat')], scores[at('eve')]].map((score) => score?.toFixed(4))).toEqual([
      '0.3453',
      '0.4595',
      '0.1953'
    ])
    expect(pageRank(asked('finn'))(at('finn'))[at('finn')]).toBe(1)
  })

  it('words suggest by texts, those of projects too, and not by what somebody is called', () => {
    expect(ranking(tfIdf, 'ada').slice(0, 2)).toEqual(['finn', 'dan'])
    expect(tfIdf(asked('finn'))(at('finn'))[at('dan')]).toBe(0)
    expect(ranking(tfIdf, 'eve')[0]).toBe('gus')
  })

  it('equals stand in an order that their ids do not give', () => {
    const orders = new Set([1, 2, 3, 4, 5].map((seed) => ranking(adamicAdar, 'finn', seed).join()))
    expect(orders.size).toBeGreaterThan(1)
    expect(ranking(adamicAdar, 'finn', 4)).toEqual(ranking(adamicAdar, 'finn', 4))
    expect(ranking(random, 'finn', 1)).not.toEqual(ranking(random, 'finn', 2))
  })
})

describe('evaluating a folder', () => {
  it('asks the API and tells how it did, beside the others', async () => {
    const told: string[] = []
    const evaluation = await evaluate({ ...options, folder: folderOf({ ...village, ...questions }) }, (line) => told.push(line))
    expect(evaluation).toMatchObject({ asOf: '2024-01-01', type: 'person', queries: 2, candidates: 7, pairs: 3, farPairs: 1, ties: 10 })
    expect(evaluation.methods.map(({ method }) => method)).toEqual(['Entremise', ...evaluation.differences.map(({ than }) => than)])
    for (const { measures } of evaluation.methods)
      for (const { mean, low, high } of Object.values(measures)) expect([0, low, mean, high, 1]).toEqual([0, low, mean, high, 1].sort())
    // Cleo first for Ada, Bob first for Gus.
    expect(evaluation.methods.find(({ method }) => method === 'Adamic–Adar')?.measures.mrr).toEqual({ mean: 1, low: 1, high: 1 })
    expect(told.filter((line) => line.startsWith('left alone'))).toEqual([])
  })

  it('gives the same figures from the same seed, for as many queries as are asked for', async () => {
    const folder = folderOf({ ...village, ...questions })
    const figures = async (): Promise<Partial<Evaluation>> => {
      const { answering: _, seconds: __, ...rest } = await evaluate({ ...options, folder, queries: 1, seed: 5 }, silent)
      return rest
    }
    const once = await figures()
    expect(once).toMatchObject({ queries: 1, seed: 5 })
    expect(await figures()).toEqual(once)
  })

  it('counts whom nobody met as not found, and tells what is left out', async () => {
    const told: string[] = []
    const truth = 'query,target\nada,cleo\nbob,dan'
    const evaluation = await evaluate({ ...options, folder: folderOf({ ...village, ...questions, 'truth.csv': truth }) }, (line) =>
      told.push(line)
    )
    expect(evaluation.methods.find(({ method }) => method === 'Adamic–Adar')?.measures.hit10.mean).toBe(0.5)
    expect(told).toContain('truth.csv: 1 of 2 lines join no query to a candidate; they are left out.')
    expect(told).toContain('truth.csv: 1 of 2 queries met nobody; each counts as not found.')
  })

  const faults: [string, Record<string, string>, RegExp][] = [
    ['an id that is in no file', { 'queries.csv': 'id\nada\nzoe' }, /^queries\.csv line 3, id "zoe": no file of the network has this id/],
    ['a target that is in no file', { 'truth.csv': 'query,target\nada,zoe' }, /^truth\.csv line 2, target "zoe": no file/],
    ['a query twice', { 'queries.csv': 'id\nada\nada' }, /^queries\.csv line 3 "ada": stands twice/],
    ['a column that is not there', { 'truth.csv': 'query,met\nada,dan' }, /^truth\.csv line 1, column "target": is missing/],
    ['no query', { 'queries.csv': 'id' }, /^queries\.csv: holds no row/],
    ['a day that is none', { 'evaluation.json': '{"asOf": "soon", "type": "person"}' }, /^evaluation\.json: asOf: .*write \{ "asOf"/],
    ['a kind that nobody meets', { 'evaluation.json': '{"asOf": "2024", "type": "theme"}' }, /^evaluation\.json: type: /],
    ['what is not JSON', { 'evaluation.json': 'asOf 2024' }, /^evaluation\.json: is not JSON/],
    ['a fault in the network', { 'projects.csv': 'id,name\nada,Ada' }, /projects\.csv line 2.*\n.*\n?.*nothing was loaded/s]
  ]
  it.each(faults)('tells of %s', async (_, files, sentence) => {
    const folder = folderOf({ ...village, ...questions, ...files })
    await expect(evaluate({ ...options, folder }, silent)).rejects.toThrow(sentence)
  })

  it('tells of a folder that is not there, or is no evaluation', async () => {
    await expect(evaluate({ ...options, folder: '/nowhere' }, silent)).rejects.toThrow(/^\/nowhere is not there; name the folder/)
    await expect(evaluate({ ...options, folder: folderOf(village) }, silent)).rejects.toThrow(
      /^evaluation\.json: is not there; an evaluation/
    )
  })
})

describe('npm run evaluate', () => {
  it('prints one JSON object on request, and leaves nothing behind', async () => {
    const folder = folderOf({ ...village, ...questions })
    const temporary = folderOf({})
    const { child, ended } = start('bench/evaluate/main.ts', [folder, '--json', '--seed', '9'], { TMPDIR: temporary })
    let printed = ''
    child.stdout?.on('data', (piece: string) => {
      printed += piece
    })
    expect(await ended).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({ seed: 9, queries: 2, methods: expect.any(Array) })
    expect(readdirSync(temporary).filter((name) => name.startsWith('entremise-'))).toEqual([])
  })

  it('prints tables otherwise', async () => {
    const { ended, output } = start('bench/evaluate/main.ts', [folderOf({ ...village, ...questions })], {})
    expect(await ended).toBe(0)
    expect(output()).toContain('2 queries, 7 candidates (person), 3 true pairs, 1 of them three steps apart or farther; seed 1')
    expect(output()).toMatch(/\nAdamic–Adar +\| 1\.000 \(1\.000–1\.000\) \| /)
    expect(output()).toContain('Entremise less each')
  })

  it.each([
    [['nowhere'], /is not there; name the folder/],
    [[], /Which folder\?\n+npm run evaluate -- FOLDER/],
    [['a', 'b'], /One folder at a time; b is too many/],
    [['a', '--queries', 'few'], /--queries few is not a whole number from 1 on/]
  ])('ends with a sentence where it is asked %j', async (parameters, sentence) => {
    const { ended, output } = start('bench/evaluate/main.ts', parameters, {})
    expect(await ended).toBe(1)
    expect(output()).toMatch(sentence)
  })
})

const betagouv = join(process.env.TEST_DATA ?? '', 'evaluation/betagouv-2022')

describe.runIf(process.env.TEST_DATA)('a real network', () => {
  it('is foreseen better by contacts in common than by chance', { timeout: 120_000 }, async () => {
    const evaluation = await evaluate({ ...options, folder: betagouv, queries: 100 }, silent)
    expect(evaluation).toMatchObject({ entities: 1_633, queries: 100, candidates: 1_032 })
    const hit = (name: string): number => evaluation.methods.find(({ method }) => method === name)?.measures.hit10.mean ?? 0
    expect(hit('Adamic–Adar')).toBeGreaterThan(hit('random'))
  })
})
