import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Table, TablesAnswer } from '#contract/tables.ts'
import { openRelationNames, type RelationName, relations } from '#contract/vocabulary/relations.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { groundOf } from '../server/matches/ground.ts'
import { dayOf } from '../server/network/days.ts'
import { placeOf } from '../server/network/projection.ts'
import { tables } from '../server/tables/lay.ts'
import { embeddedApp, type TestApp } from './app.ts'
import { networkOf, type TestTie } from './network.ts'

type Entities = Parameters<typeof networkOf>[0]

const today = '2026-11-25'

async function laid(entities: Entities, ties: TestTie[], asked: { theme?: string; limit?: number; seats?: number } = {}) {
  const projection = networkOf(entities, ties)
  const { limit = 6, seats = 5, theme } = asked
  return tables(projection, groundOf(projection, dayOf(today)), { limit, seats, ...(theme && { theme: placeOf(projection, theme) }) })
}

const people = (...names: string[]): Entities =>
  Object.fromEntries(names.map((name) => [name.toLowerCase(), ['person', { name }] as [EntityType, Record<string, string>]]))
const about = (theme: string, ...names: string[]): TestTie[] => names.map((name) => [name.toLowerCase(), 'ABOUT', theme])
const pain: Entities = { pain: ['theme', { name: 'Pain' }] }
const sat = ({ seats }: Table): string[] => seats.map(({ name }) => name).sort()

describe('a table for a café', () => {
  const everybody = ['Ada', 'Bob', 'Eve', 'Nour', 'Zoe']

  it('seats people of one theme who have not met, and tells what each brings', async () => {
    const { tables: found, themes } = await laid(
      {
        ...people(...everybody),
        ...pain,
        four: ['offer', { text: 'Mon four, la nuit.' }],
        farine: ['need', { text: 'De la farine de seigle ?', status: 'open' }],
        levain: ['project', { name: 'Levain' }],
        moulin: ['organization', { name: 'Le Moulin' }],
        relais: ['program', { name: 'Relais' }]
      },
      [
        ...about('pain', ...everybody),
        ['ada', 'OFFERS', 'four'],
        ['bob', 'SEEKS', 'farine'],
        ['eve', 'CARRIES', 'levain'],
        ['nour', 'WORKS_FOR', 'moulin'],
        ['moulin', 'RUNS', 'relais']
      ]
    )
    expect(found).toHaveLength(1)
    const [table] = found as [Table]
    expect(table).toMatchObject({ theme: { id: 'pain' }, title: { fr: 'Café « Pain »', en: '“Pain” café' }, newPairs: 10 })
    expect(Object.fromEntries(table.seats.map(({ name, brings }) => [name, brings.fr]))).toEqual({
      Ada: 'Propose : « Mon four, la nuit ».',
      Bob: 'Cherche : « De la farine de seigle ? »',
      Eve: 'Porte « Levain ».',
      Nour: 'Travaille pour Le Moulin, qui organise « Relais ».',
      Zoe: 'A pour thème « Pain ».'
    })
    expect(table.common[0]?.sentence.fr).toBe('« Pain » est sur toutes les fiches.')
    expect(themes).toEqual([{ id: 'pain', type: 'theme', name: 'Pain', people: 5 }])
  })

  it('seats one of a team, and names somebody who knows several', async () => {
    const { tables: found } = await laid({ ...people(...everybody, 'Ida'), ...pain, moulin: 'organization', levain: 'project' }, [
      ...about('pain', ...everybody),
      ...['ada', 'bob'].map((one): TestTie => [one, 'WORKS_FOR', 'moulin']),
      ...['bob', 'eve'].map((one): TestTie => [one, 'CARRIES', 'levain']),
      ...['ada', 'nour', 'zoe'].map((one): TestTie => ['ida', 'KNOWS', one])
    ])
    expect(found.map(sat)).toEqual([['Ada', 'Eve', 'Nour', 'Zoe']])
    const [host, ...known] = found[0]?.common.at(-1)?.entities.map(({ id }) => id) ?? []
    expect([host, ...known.sort()]).toEqual(['ida', 'ada', 'nour', 'zoe'])
  })

  it('is none where everybody has met, and smaller where only few have not', async () => {
    const round = everybody.flatMap((one, place) =>
      everybody.slice(place + 1).map((other): TestTie => [one.toLowerCase(), 'KNOWS', other.toLowerCase()])
    )
    const entities = { ...people(...everybody), ...pain }
    expect((await laid(entities, [...about('pain', ...everybody), ...round])).tables).toEqual([])
    const strangers = round.filter(([one, , other]) => !['ada bob', 'ada eve', 'bob eve'].includes(`${one} ${other}`))
    expect((await laid(entities, [...about('pain', ...everybody), ...strangers])).tables.map(sat)).toEqual([['Ada', 'Bob', 'Eve']])
  })

  it('has a seat for a newcomer', async () => {
    const [ada, bob, eve, zoe] = ['ada', 'bob', 'eve', 'zoe'].map((one) => ({
      one,
      circle: Array.from({ length: 5 }, (_, place) => `${one} ${place}`)
    }))
    const known = [ada, bob, eve, zoe].flatMap((each) => (each ? each.circle.map((other): TestTie => [each.one, 'KNOWS', other]) : []))
    const circles = Object.fromEntries(known.map(([, , other]) => [other, 'person' as const]))
    const offers = ['ada', 'bob', 'eve', 'zoe'].map((one): TestTie => [one, 'OFFERS', `offre ${one}`])
    const texts = Object.fromEntries(
      offers.map(([one, , offer]) => [offer, ['offer', { text: `Le pain de ${one}.` }] as [EntityType, { text: string }]])
    )
    const { tables: found } = await laid(
      { ...people('Ada', 'Bob', 'Eve', 'Zoe', 'Nour'), ...circles, ...texts, ...pain },
      [
        ...about('pain', 'Ada', 'Bob', 'Eve', 'Zoe', 'Nour'),
        ...known,
        ...offers,
        ...offers.map(([, , offer]): TestTie => [offer, 'ABOUT', 'pain'])
      ],
      { seats: 3 }
    )
    expect(found[0]?.seats.filter(({ newcomer }) => newcomer).map(({ name }) => name)).toEqual(['Nour'])
  })

  it('keeps apart whom a connector set aside', async () => {
    const { tables: found } = await laid({ ...people('Ada', 'Bob', 'Eve', 'Zoe'), ...pain }, [
      ...about('pain', 'Ada', 'Bob', 'Eve', 'Zoe'),
      ['ada', 'SET_ASIDE', 'bob', { from_date: '2026-01-01' }]
    ])
    expect(found).toHaveLength(1)
    expect(found[0]?.seats).toHaveLength(3)
    expect(found.map(sat).filter((names) => names.includes('Ada') && names.includes('Bob'))).toEqual([])
  })
})

const cast: Record<string, EntityType> = Object.fromEntries([
  ...Array.from({ length: 12 }, (_, place) => [`p${place}`, 'person' as const]),
  ...['o0', 'o1', 'o2', 'o3'].map((id) => [id, 'organization' as const]),
  ...['j0', 'j1', 'j2', 'j3'].map((id) => [id, 'project' as const]),
  ...['g0', 'g1'].map((id) => [id, 'program' as const]),
  ...['t0', 't1', 't2'].map((id) => [id, 'theme' as const]),
  ...['n0', 'n1', 'n2'].map((id) => [id, 'need' as const]),
  ...['f0', 'f1', 'f2'].map((id) => [id, 'offer' as const]),
  ['e0', 'event'],
  ['l0', 'territory']
])
const sentences = openRelationNames.flatMap((relation) => {
  const { from, to }: { from: EntityType[]; to: EntityType[] } = relations[relation]
  return Object.entries(cast).flatMap(([start, kind]) =>
    Object.entries(cast).flatMap(([end, other]) =>
      start !== end && from.includes(kind) && to.includes(other) ? [[start, relation, end] as const] : []
    )
  )
})
const ofThemes = sentences.filter(([, relation]) => relation === 'ABOUT')
const ended = fc.constantFrom(undefined, undefined, '2020-01-01', '2030-01-01')
const said = fc.uniqueArray(fc.tuple(fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...ofThemes)), ended), {
  minLength: 20,
  maxLength: 90,
  selector: ([sentence]) => sentence.join(' ')
})

describe('what is told of a table', () => {
  it('is in the graph, in any network', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(said, fc.integer({ min: 3, max: 6 }), fc.constantFrom(undefined, 't0'), async (said, seats, theme) => {
        const ties = said.map(([[from, relation, to], to_date]): TestTie => {
          const isDated = relations[relation].dated === 'open' && to_date
          return [from, relation, to, isDated ? { from_date: '2019-01-01', to_date } : {}]
        })
        const spoken: Entities = Object.fromEntries(
          Object.entries(cast).map(([id, type]) => [id, type === 'need' || type === 'offer' ? [type, { text: `texte ${id}` }] : type])
        )
        const is = (from: string, relation: RelationName, to: string, present = false): boolean =>
          ties.some(
            ([one, name, other, fields]) =>
              one === from && name === relation && other === to && (!present || fields?.to_date !== '2020-01-01')
          )
        const isEither = (one: string, relation: RelationName, other: string): boolean =>
          is(one, relation, other) || is(other, relation, one)
        const of = (type: EntityType): string[] => Object.keys(cast).filter((id) => cast[id] === type)
        const projects = (one: string): string[] => of('project').filter((project) => is(one, 'CARRIES', project, true))
        const holds = (one: string, relation: 'SEEKS' | 'OFFERS', thing: string): boolean =>
          [one, ...projects(one)].some((holder) => is(holder, relation, thing, true))
        const isOnTheme = (one: string, theme: string): boolean =>
          [one, ...projects(one)].some((each) => is(each, 'ABOUT', theme)) ||
          of('need').some((need) => holds(one, 'SEEKS', need) && is(need, 'ABOUT', theme)) ||
          of('offer').some((offer) => holds(one, 'OFFERS', offer) && is(offer, 'ABOUT', theme))
        // What is dated began on one day, so that all of these held together.
        const haveMet = (one: string, other: string): boolean =>
          isEither(one, 'KNOWS', other) ||
          of('project').some((project) => is(one, 'CARRIES', project) && is(other, 'CARRIES', project)) ||
          of('organization').some((team) => is(one, 'WORKS_FOR', team) && is(other, 'WORKS_FOR', team)) ||
          of('event').some((event) => [one, other].every((each) => is(each, 'ATTENDED', event) || is(each, 'PRESENTED_AT', event)))
        const { tables: found } = await laid(spoken, ties, { seats, ...(theme && { theme }) })
        const everybody = found.flatMap((table) => table.seats.map(({ id }) => id))
        expect(new Set(everybody).size).toBe(everybody.length)
        for (const table of found) {
          seen += 1
          const ids = table.seats.map(({ id }) => id)
          expect(ids.length).toBeGreaterThanOrEqual(3)
          expect(ids.length).toBeLessThanOrEqual(seats)
          const pairs = ids.flatMap((one, place) => ids.slice(place + 1).map((other) => [one, other] as const))
          for (const [one, other] of pairs)
            for (const [relation, type] of [
              ['CARRIES', 'project'],
              ['WORKS_FOR', 'organization']
            ] as const)
              for (const team of of(type)) expect(is(one, relation, team, true) && is(other, relation, team, true)).toBe(false)
          expect(table.newPairs).toBe(pairs.filter(([one, other]) => !haveMet(one, other)).length)
          expect(table.newPairs * 2).toBeGreaterThan(pairs.length)
          for (const { id, kind, entities } of table.seats) {
            expect(isOnTheme(id, table.theme.id)).toBe(true)
            const [first = '', second = ''] = entities.map((entity) => entity.id)
            const isTrue = {
              offer: () => holds(id, 'OFFERS', first),
              need: () => holds(id, 'SEEKS', first),
              project: () => projects(id).includes(first),
              program: () =>
                (is(id, 'WORKS_FOR', first, true) && is(first, 'RUNS', second, true)) ||
                (projects(id).includes(first) && is(second, 'SUPPORTS', first, true)),
              experience: () => is(id, 'WORKS_FOR', first),
              trade: () => false,
              theme: () => first === table.theme.id && is(id, 'ABOUT', first)
            } satisfies Record<typeof kind, () => boolean>
            expect(isTrue[kind](), `${id} ${kind} ${first} ${second}`).toBe(true)
          }
          for (const { sentence, entities } of table.common) {
            if (!sentence.en.includes('could bring them together')) continue
            const [host, ...known] = entities.map(({ id }) => id)
            for (const one of known) expect(isEither(host as string, 'KNOWS', one)).toBe(true)
          }
        }
      }),
      { numRuns: 120 }
    )
    expect(seen).toBeGreaterThan(50)
  })
})

describe('the demonstration', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await embeddedApp()
  })
  afterAll(() => app.stop())

  it('has tables on several themes, newcomers at some, and says the same each time', async () => {
    const first = await app.get<TablesAnswer>('/api/tables')
    expect(first.tables).toHaveLength(6)
    expect(new Set(first.tables.map(({ theme }) => theme.id)).size).toBe(6)
    for (const { seats, newPairs } of first.tables) expect(newPairs * 4).toBeGreaterThan(seats.length * (seats.length - 1))
    const newcomers = first.tables.flatMap(({ seats }) => seats.filter(({ newcomer }) => newcomer))
    expect(newcomers.map(({ id }) => id)).toContain('anya-bouleau')
    for (const { seats } of first.tables) expect(new Set(seats.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
    expect(await app.get<TablesAnswer>('/api/tables')).toEqual(first)
  })

  it('has as many tables on one theme as it can fill, at once', async () => {
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      const before = performance.now()
      const { tables: found } = await app.get<TablesAnswer>('/api/tables?theme=theme-sante&limit=20&seats=3')
      times.push(performance.now() - before)
      expect(found.length).toBeGreaterThan(2)
      const seated = found.flatMap(({ seats }) => seats.map(({ id }) => id))
      expect(new Set(seated).size).toBe(seated.length)
    }
    expect(Math.min(...times)).toBeLessThan(50)
  })

  it('refuses what is no theme and no number of seats', async () => {
    expect((await app.app.inject('/api/tables?theme=turing-22')).json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining('organization')
    })
    expect((await app.app.inject('/api/tables?seats=7')).json()).toMatchObject({ status: 400, detail: expect.stringContaining('3 to 6') })
  })
})
