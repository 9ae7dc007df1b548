import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IceBreaker, IceBreakerKind, IceBreakersAnswer } from '#contract/ice-breakers.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { iceBreakers } from '../server/ice-breakers/break.ts'
import { nounsOf } from '../server/ice-breakers/nouns.ts'
import { anecdotesOf, isDelicate } from '../server/ice-breakers/quote.ts'
import { groundOf } from '../server/matches/ground.ts'
import { dayOf } from '../server/network/days.ts'
import { placeOf } from '../server/network/projection.ts'
import { fold } from '../server/text/fold.ts'
import { embeddedApp, type TestApp } from './app.ts'
import { randomFacts } from './map/random-networks.ts'
import { networkOf, type TestTie } from './network.ts'

type Entities = Parameters<typeof networkOf>[0]

const asOf = dayOf('2026-11-25')

function firstWords(entities: Entities, ties: TestTie[], a = 'ève', b = 'bob'): IceBreaker[] {
  const projection = networkOf(entities, ties)
  return iceBreakers(projection, groundOf(projection, asOf), placeOf(projection, a), placeOf(projection, b))
}

/** Ève and Bob, and others by their ids. */
const cast = (others: Entities = {}): Entities => ({
  ève: ['person', { name: 'Ève' }],
  bob: ['person', { name: 'Bob' }],
  ...others
})
const said = (found: readonly IceBreaker[], kind?: IceBreakerKind): string[] =>
  found.filter((each) => each.kind === kind || !kind).map(({ sentence }) => sentence.fr)

describe('a first word for Ève and Bob', () => {
  it('is the place both have been through, years apart', () => {
    const turing: Entities = { turing: ['organization', { name: 'Turing 22' }] }
    const found = firstWords(cast(turing), [
      ['bob', 'WORKS_FOR', 'turing', { from_date: '2014', to_date: '2016-03' }],
      ['ève', 'WORKS_FOR', 'turing', { from_date: '2019-05', role: 'Directrice renvoyée' }]
    ])
    expect(found[0]).toMatchObject({ kind: 'past', unexpected: true, entities: [{ id: 'turing' }] })
    expect(found[0]?.sentence).toEqual({
      fr: 'Turing 22 a compté Bob dans son équipe, puis Ève, trois ans plus tard.',
      en: 'Turing 22 had Bob on its team, then Ève, three years later.'
    })
    expect(found[0]?.ties).toHaveLength(2)
    const together = firstWords(cast(turing), [
      ['bob', 'WORKS_FOR', 'turing'],
      ['ève', 'WORKS_FOR', 'turing', { from_date: '2019-05' }]
    ])
    expect(said(together, 'past')).toEqual(['Ève et Bob travaillent pour Turing 22.'])
  })

  it('is somebody both know, also by a project', () => {
    const found = firstWords(
      cast({ nour: ['person', { name: 'Nour' }], ida: ['person', { name: 'Ida' }], lave: ['project', { name: 'Lave' }] }),
      [
        ['ève', 'KNOWS', 'nour'],
        ['nour', 'KNOWS', 'bob'],
        ['bob', 'KNOWS', 'ida'],
        ['ida', 'CARRIES', 'lave'],
        ['ève', 'CARRIES', 'lave']
      ]
    )
    expect(said(found, 'acquaintance').sort()).toEqual(['Bob connaît Ida, qui porte « Lave » avec Ève.', 'Ève et Bob connaissent Nour.'])
  })

  it('is what one seeks and the other offers', () => {
    const found = firstWords(
      cast({
        four: ['need', { text: 'Un four à pain pour deux nuits.', status: 'open' }],
        fournil: ['offer', { text: 'Le four du fournil après dix heures, et mon pain.' }],
        vieux: ['need', { text: 'Un four à pain.', status: 'answered' }]
      }),
      [
        ['ève', 'SEEKS', 'four'],
        ['ève', 'SEEKS', 'vieux'],
        ['bob', 'OFFERS', 'fournil']
      ]
    )
    expect(said(found, 'answers')).toEqual([])
    const themed = firstWords(
      cast({
        four: ['need', { text: 'Un four à pain pour deux nuits.', status: 'open' }],
        fournil: ['offer', { text: 'Le four du fournil après dix heures.' }],
        vieux: ['need', { text: 'Un four à pain.', status: 'answered' }],
        pain: ['theme', { name: 'Pain' }]
      }),
      [
        ['ève', 'SEEKS', 'four'],
        ['ève', 'SEEKS', 'vieux'],
        ['bob', 'OFFERS', 'fournil'],
        ['four', 'ABOUT', 'pain'],
        ['vieux', 'ABOUT', 'pain'],
        ['fournil', 'ABOUT', 'pain']
      ]
    )
    expect(said(themed)[0]).toBe('Ève cherche : « Un four à pain pour deux nuits ». Bob propose : « Le four du fournil après dix heures ».')
    expect(said(themed, 'answers')).toHaveLength(1)
  })

  it('is who is sought, by what the other is', () => {
    const found = firstWords(
      cast({
        bob: ['person', { name: 'Bob', role: 'Boulanger de campagne' }],
        four: ['need', { text: 'Un boulanger qui se lève tôt.' }],
        lave: ['project', { name: 'Lave' }]
      }),
      [
        ['ève', 'CARRIES', 'lave'],
        ['lave', 'SEEKS', 'four']
      ]
    )
    expect(said(found)[0]).toBe(
      '« Lave », que porte Ève, cherche : « Un boulanger qui se lève tôt ». Sur la fiche de l’autre : « Bob, Boulanger de campagne ».'
    )
  })

  it('is an anecdote with a word that few have', () => {
    const found = firstWords(
      cast({
        ève: ['person', { name: 'Ève', bio: 'Répare des accordéons. Son chien aboie en mesure, paraît-il. Personnage inventé.' }],
        bob: ['person', { name: 'Bob', bio: 'Marche avec un chien que personne n’a vu courir. Personnage inventé.' }]
      }),
      []
    )
    const [anecdote] = found.filter(({ kind }) => kind === 'anecdote')
    expect(anecdote).toMatchObject({ words: ['chien'], unexpected: true })
    expect(anecdote?.sentence.fr).toBe('On lit chez Ève : « Son chien aboie en mesure, paraît-il ». « chien » : le mot est aussi chez Bob.')
  })

  it('puts the unexpected first: a rare theme before the one that everybody has', () => {
    const crowd = Object.fromEntries(Array.from({ length: 30 }, (_, place) => [`invité ${place}`, 'person' as const]))
    const everybody = [...Object.keys(crowd), 'ève', 'bob']
    const found = firstWords(cast({ ...crowd, jeux: ['theme', { name: 'Jeux' }], vielle: ['theme', { name: 'Vielle à roue' }] }), [
      ...everybody.map((one): TestTie => [one, 'ABOUT', 'jeux']),
      ['ève', 'ABOUT', 'vielle'],
      ['bob', 'ABOUT', 'vielle']
    ])
    expect(said(found, 'theme')).toEqual([
      'Ève et Bob ont un thème en commun : Vielle à roue.',
      'Ève et Bob ont un thème en commun : Jeux.'
    ])
    expect(found.map(({ unexpected }) => unexpected).slice(0, 2)).toEqual([true, false])
  })

  it('is a question to each where nothing is shared, and where nothing is known', () => {
    const found = firstWords(cast({ ève: ['person', { name: 'Ève', bio: 'Dessine des cartes à la craie sur le trottoir.' }] }), [])
    expect(said(found)).toEqual([
      'On lit chez Ève : « Dessine des cartes à la craie sur le trottoir ». Et si Bob demandait la suite ?',
      'La fiche ne dit encore rien de plus : et si Ève demandait ce qui occupe Bob en ce moment ?'
    ])
    expect(found.every(({ kind, unexpected }) => kind === 'question' && !unexpected)).toBe(true)
  })

  it('is nothing that hurts, and no address or number', () => {
    expect(
      anecdotesOf('Licencié en mars, il cherche encore. Écrit à ada@example.org tous les matins. Joignable au 06 12 34 56 78 le soir.')
    ).toEqual([])
    expect(anecdotesOf('Au mur, vingt-trois versions du même « village. Il dort », dit-elle en souriant.')).toEqual([])
    const offered = firstWords(cast({ vielle: ['offer', { text: 'Ma vielle, écrire à ada@example.org.' }] }), [['ève', 'OFFERS', 'vielle']])
    expect(JSON.stringify(offered)).not.toContain('example.org')
    expect(isDelicate('Depuis la mort du chien')).toBe(true)
    expect(isDelicate('Il joue du violon et cueille des violettes')).toBe(false)
  })
})

const bios = ['Elle a un chien et une guitare.', 'Un chien, une vielle, et la montagne.', 'Sa guitare dort dans une grange.', '']
const roles = ['Boulanger', 'Ingénieure du son', '']

describe('what is told', () => {
  it('is in the graph, of any two people of any network', () => {
    const told = fc.record({
      facts: randomFacts,
      texts: fc.array(fc.tuple(fc.constantFrom(...bios), fc.constantFrom(...roles)), { minLength: 4, maxLength: 4 })
    })
    fc.assert(
      fc.property(told, ({ facts, texts }) => {
        const people = Object.keys(facts.entities).filter((id) => facts.entities[id] === 'person')
        const textOf = (id: string): string => texts[people.indexOf(id)]?.[0] ?? ''
        const entities: Entities = Object.fromEntries(
          Object.entries(facts.entities).map(([id, type]): [string, EntityType | [EntityType, Record<string, string>]] => {
            const [bio = '', role = ''] = texts[people.indexOf(id)] ?? []
            return [id, type === 'person' ? ['person', { ...(bio && { bio }), ...(role && { role }) }] : type]
          })
        )
        const projection = networkOf(entities, facts.ties)
        const ground = groundOf(projection, asOf)
        const isTie = ({ relation, from, to, role, from_date, to_date }: IceBreaker['ties'][number]): boolean =>
          facts.ties.some(
            ([one, name, other, fields = {}]) =>
              name === relation &&
              one === from &&
              other === to &&
              fields.role === role &&
              fields.from_date === from_date &&
              fields.to_date === to_date
          )
        for (const a of people)
          for (const b of people.filter((id) => id > a)) {
            const found = iceBreakers(projection, ground, placeOf(projection, a), placeOf(projection, b))
            expect(found.length).toBeGreaterThan(0)
            const unexpected = found.map((each) => Number(each.unexpected))
            expect(unexpected).toEqual(unexpected.toSorted((one, other) => other - one))
            for (const { kind, sentence, entities: named, ties, words = [] } of found) {
              for (const tie of ties) expect(isTie(tie), JSON.stringify(tie)).toBe(true)
              const ends = ties.flatMap(({ from, to }) => [from, to])
              for (const { id, name } of named) {
                expect(facts.entities[id]).toBeDefined()
                expect(ends).toContain(id)
                if (kind !== 'words' && kind !== 'anecdote' && kind !== 'answers') expect(sentence.fr).toContain(name)
              }
              for (const word of kind === 'words' || kind === 'anecdote' ? words : [])
                for (const id of [a, b]) expect([...nounsOf(textOf(id)).values()].map(fold)).toContain(fold(word))
              // What is said of both rests on a tie of each, or on their texts; what is asked rests on a card of one.
              if (!['words', 'anecdote', 'answers', 'question', 'place'].includes(kind)) for (const id of [a, b]) expect(ends).toContain(id)
              if (kind === 'past' && /plus tard|peu après/.test(sentence.fr)) {
                const [one, other] = ties as [IceBreaker['ties'][number], IceBreaker['ties'][number]]
                expect((one.to_date ?? '9') < (other.from_date ?? '') || (other.to_date ?? '9') < (one.from_date ?? '')).toBe(true)
              }
              if (kind === 'acquaintance' && ties.length === 2) expect(ties.every(({ relation }) => relation === 'KNOWS')).toBe(true)
            }
          }
      }),
      { numRuns: 150 }
    )
  })
})

describe('in the demonstration', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await embeddedApp()
  })
  afterAll(() => app.stop())
  const between = (a: string, b: string): Promise<IceBreakersAnswer> => app.get(`/api/ice-breakers?a=${a}&b=${b}`)

  it('the birch that one seeks is the birch that the other offers', async () => {
    const { iceBreakers: found, a } = await between('aurelien-copeau', 'philomene-hetre')
    expect(a).toMatchObject({ id: 'aurelien-copeau', name: 'Aurélien Copeau' })
    expect(found[0]).toMatchObject({ kind: 'answers', unexpected: true })
    expect(found[0]?.sentence.fr).toContain('Philomène Hêtre propose : « Du bouleau et du frêne d’éclaircie')
  })

  it('two who share nothing have a question for each other, and no notice is quoted', async () => {
    const { iceBreakers: found } = await between('basile-gentiane', 'sybille-glycine')
    expect(found.map(({ kind }) => kind)).toEqual(['question', 'question'])
    expect(JSON.stringify(found)).not.toContain('inventé')
  })

  it('the same is answered the other way round', async () => {
    const [one, other] = [await between('nour-arnica', 'octave-basalte'), await between('octave-basalte', 'nour-arnica')]
    expect(one.iceBreakers.map(({ kind }) => kind).sort()).toEqual(other.iceBreakers.map(({ kind }) => kind).sort())
  })

  it('what is no pair of people is refused with the next step', async () => {
    for (const [a, b, detail] of [
      ['nour-arnica', 'nour-arnica', /two different people/],
      ['nour-arnica', 'turing-22', /is of the kind organization/],
      ['nour-arnica', 'nobody', /Nothing has the id/]
    ] as const)
      expect(((await between(a, b)) as unknown as { detail: string }).detail).toMatch(detail)
  })
})
