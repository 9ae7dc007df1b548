import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PathsAnswer } from '#contract/paths.ts'
import type { CommunitiesAnswer, Question, QuestionKind, QuestionsAnswer } from '#contract/questions.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { type Acquainted, acquaintedOf, circleOf } from '../server/groups/acquainted.ts'
import { articulationsOf } from '../server/groups/articulation.ts'
import { closedGroups } from '../server/groups/closed.ts'
import { tell } from '../server/groups/tell.ts'
import { drawMap } from '../server/map/draw.ts'
import { dayOf, today } from '../server/network/days.ts'
import { placeOf, type Projection } from '../server/network/projection.ts'
import { textAt } from '../server/text/packed.ts'
import { embeddedApp, type TestApp } from './app.ts'
import { planted } from './map/planted.ts'
import { randomFacts } from './map/random-networks.ts'
import { networkOf, type TestTie } from './network.ts'

const asOf = dayOf(today())
const questionsOf = (projection: Projection): Question[] => tell(projection, drawMap(projection, undefined), asOf).questions
const ofKind = (questions: readonly Question[], kind: QuestionKind): Question[] => questions.filter((question) => question.kind === kind)
const ids = ({ entities }: Question): string[] => entities.map(({ id }) => id)

const people = (...names: string[]): Record<string, EntityType> => Object.fromEntries(names.map((name) => [name, 'person' as const]))
/** Everybody knows everybody. */
const round = (...names: string[]): TestTie[] =>
  names.flatMap((one, place) => names.slice(place + 1).map((other): TestTie => [one, 'KNOWS', other]))
const ada = ['ada', 'aline', 'alix', 'amir', 'anna', 'aya']
const bob = ['bea', 'ben', 'bilal', 'bob', 'brune', 'bruno']
/** Two communities of six. */
const twoCircles = { entities: people(...ada, ...bob), ties: [...round(...ada), ...round(...bob)] }

describe('the network asks', () => {
  it('who would link two communities without the one who does', () => {
    const projection = networkOf(twoCircles.entities, [...twoCircles.ties, ['ada', 'KNOWS', 'bob'], ['ada', 'FOLLOWS', 'ben']])
    const [bridge] = ofKind(questionsOf(projection), 'bridge')
    expect(bridge?.sentence.fr).toMatch(/^Sans ada, qui relierait « .+ » et « .+ » \?$/)
    expect(bridge?.because).toEqual({
      fr: 'Les 2 liens connus entre les deux groupes passent tous par ada.',
      en: 'All 2 ties known between the two groups go through ada.'
    })
    expect(bridge && ids(bridge)).toEqual(['ada', 'ben', 'bob'])
    expect(bridge?.communities).toHaveLength(2)
  })

  it('and names both where a single tie joins them', () => {
    const projection = networkOf(twoCircles.entities, [...twoCircles.ties, ['ada', 'KNOWS', 'bob']])
    const [bridge] = ofKind(questionsOf(projection), 'bridge')
    expect(bridge?.because.fr).toMatch(/^Entre les deux groupes, un seul lien est connu : (ada et bob|bob et ada)\.$/)
  })

  it('nothing of two communities that many link', () => {
    const links = [0, 1, 2, 3].map((place): TestTie => [ada[place] as string, 'KNOWS', bob[place] as string])
    expect(ofKind(questionsOf(networkOf(twoCircles.entities, [...twoCircles.ties, ...links])), 'bridge')).toEqual([])
  })

  it('who would present two communities that have a theme in common and nobody between', () => {
    const projection = networkOf({ ...twoCircles.entities, eve: 'person', pain: ['theme', { name: 'Pain' }] }, [
      ...twoCircles.ties,
      ['eve', 'KNOWS', 'anna'],
      ['eve', 'KNOWS', 'brune'],
      ...['anna', 'aya', 'brune'].map((one): TestTie => [one, 'ABOUT', 'pain'])
    ])
    const questions = questionsOf(projection)
    // Whichever of the two eve belongs to, the tie to the other is hers: they are joined.
    expect(ofKind(questions, 'gap')).toEqual([])
    expect(ofKind(questions, 'bridge').flatMap(ids)).toContain('eve')

    const apart = networkOf({ ...twoCircles.entities, pain: ['theme', { name: 'Pain' }] }, [
      ...twoCircles.ties,
      ...['anna', 'aya', 'brune'].map((one): TestTie => [one, 'ABOUT', 'pain'])
    ])
    const [gap] = ofKind(questionsOf(apart), 'gap')
    expect(gap?.sentence.fr).toMatch(/ont « Pain » en commun et ne se connaissent pas : et si \w+ rencontrait \w+ \?$/)
    expect(gap?.because.fr).toMatch(/(2 fiches ont ce thème d’un côté, 1 de l’autre|1 fiche a ce thème d’un côté, 2 de l’autre)\.$/)
    expect(gap && new Set(ids(gap))).toEqual(new Set(['anna', 'brune', 'pain']))
  })

  it('who would be the link with those who have a way through one person alone', () => {
    const projection = networkOf({ ...people(...ada, 'gil', 'hugo', 'ida') }, [
      ...round(...ada),
      ['ada', 'KNOWS', 'gil'],
      ['gil', 'KNOWS', 'hugo'],
      ['gil', 'KNOWS', 'ida']
    ])
    const missed = ofKind(questionsOf(projection), 'missed')
    expect(missed.map(ids)).toEqual([['ada', 'gil', 'hugo', 'ida']])
    expect(missed[0]?.sentence.fr).toBe('Sans ada, qui ferait le lien avec gil, hugo et ida ?')
    expect(missed[0]?.because.fr).toBe('Ces 3 personnes n’ont de chemin vers les autres que par ada.')
  })

  it('who could enter a circle of six with one door', () => {
    const circle = ['come', 'hortense', 'armand', 'sybille', 'lothaire', 'beatrix']
    const projection = networkOf(
      {
        ...people(...ada, ...circle, 'ines'),
        cercle: ['organization', { name: 'Cercle' }],
        finance: ['theme', { name: 'Finance' }]
      },
      [
        ...round(...ada),
        ...round(...circle),
        ...circle.flatMap((one): TestTie[] => [
          [one, 'WORKS_FOR', 'cercle'],
          [one, 'ABOUT', 'finance']
        ]),
        ['hortense', 'KNOWS', 'ada'],
        ['ines', 'KNOWS', 'aya'],
        ['ines', 'ABOUT', 'finance']
      ]
    )
    const closed = ofKind(questionsOf(projection), 'closed')
    expect(closed[0]?.sentence).toEqual({
      fr: 'Le groupe « Cercle » se connaît bien et sort peu : et si ines y entrait par hortense ?',
      en: 'The group “Cercle” knows itself well and goes out little: what if ines entered it through hortense?'
    })
    expect(closed[0]?.because.fr).toBe('6 personnes, 15 liens entre elles, un seul vers les autres : hortense et ada.')
    expect(closed[0] && ids(closed[0]).slice(0, 3)).toEqual(['hortense', 'ines', 'cercle'])
    // Who would be cut off with that door has been told.
    expect(ofKind(questionsOf(projection), 'missed').flatMap(ids)).not.toContain('sybille')
  })

  it('whom newcomers should meet, by what they say of themselves', () => {
    const projection = networkOf(
      {
        ...people(...ada),
        ines: ['person', { name: 'Inès', role: 'Traductrice' }],
        paul: ['person', { name: 'Paul' }],
        marc: ['person', { name: 'Marc' }],
        four: ['project', { name: 'Le Four' }],
        soiree: ['event', { name: 'Soirée' }],
        pain: ['theme', { name: 'Pain' }]
      },
      [
        ...round(...ada),
        ['ines', 'ABOUT', 'pain'],
        ['ines', 'FOLLOWS', 'ada'],
        ['paul', 'KNOWS', 'ada'],
        ['ada', 'CARRIES', 'four'],
        // An evening shared is acquaintances made.
        ['marc', 'ATTENDED', 'soiree', { from_date: '2024-03-01' }],
        ['aya', 'ATTENDED', 'soiree', { from_date: '2024-03-01' }]
      ]
    )
    const newcomers = ofKind(questionsOf(projection), 'newcomer')
    expect(newcomers.map(({ sentence }) => sentence.fr)).toEqual([
      'Inès ne connaît encore personne ici : qui lui faire rencontrer ?',
      'Paul n’a ici qu’un lien, avec ada : qui d’autre lui faire rencontrer ?',
      '« Le Four » ne tient qu’à un lien, avec ada : qui d’autre s’y joindrait ?'
    ])
    expect(newcomers[0]?.because.fr).toBe(
      'Aucun lien n’est encore noté, sinon une lecture en ligne : ada. Sur sa fiche : Traductrice, Pain.'
    )
  })

  it('who knows about a theme that projects and needs speak of, and which project a programme waits for', () => {
    const projection = networkOf(
      {
        ...people('ada', 'bob'),
        four: ['project', { name: 'Le Four' }],
        moulin: ['project', { name: 'Le Moulin' }],
        farine: 'need',
        pain: ['theme', { name: 'Pain' }],
        jeux: ['theme', { name: 'Jeux' }],
        tremplin: ['program', { name: 'Tremplin' }],
        relais: ['program', { name: 'Relais' }]
      },
      [
        ['four', 'ABOUT', 'pain'],
        ['moulin', 'ABOUT', 'pain'],
        ['farine', 'ABOUT', 'pain'],
        ['ada', 'CARRIES', 'four'],
        ['bob', 'CARRIES', 'moulin'],
        ['ada', 'ABOUT', 'jeux'],
        ['bob', 'ABOUT', 'jeux'],
        ['tremplin', 'ABOUT', 'pain'],
        ['relais', 'ABOUT', 'pain'],
        ['relais', 'SUPPORTS', 'four']
      ]
    )
    const questions = questionsOf(projection)
    const [theme, ...others] = ofKind(questions, 'lone-theme')
    expect(theme?.sentence.fr).toBe('« Pain » : qui s’y connaît ?')
    expect(theme?.because.fr).toBe('2 projets et 1 besoin en parlent, et aucune fiche de personne ne porte ce thème.')
    expect(others).toEqual([])
    expect(ofKind(questions, 'unused-program').map(ids)).toEqual([['tremplin', 'four', 'moulin', 'pain']])
  })

  it('nothing of nobody', () => {
    expect(questionsOf(networkOf({}, []))).toEqual([])
  })
})

describe('who is acquainted with whom', () => {
  const circle = (projection: Projection, id: string): string[] =>
    [...circleOf(acquaintedOf(projection, asOf), placeOf(projection, id))].map((place) => textAt(projection.ids, place))

  it('is told by evenings of some, not by a crowd, a theme or a territory', () => {
    const crowd = Array.from({ length: 60 }, (_, place) => `guest ${String(place).padStart(2, '0')}`)
    const projection = networkOf(
      { ...people(...crowd, 'ada', 'bob', 'eve'), gala: 'event', apero: 'event', pain: 'theme', riom: 'territory' },
      [
        ...[...crowd, 'ada'].map((one): TestTie => [one, 'ATTENDED', 'gala']),
        ['ada', 'ATTENDED', 'apero'],
        ['bob', 'ATTENDED', 'apero'],
        ['ada', 'ABOUT', 'pain'],
        ['eve', 'ABOUT', 'pain'],
        ['ada', 'LOCATED_IN', 'riom'],
        ['eve', 'LOCATED_IN', 'riom']
      ]
    )
    expect(circle(projection, 'ada')).toEqual(['bob'])
    expect(circle(projection, 'eve')).toEqual([])
  })

  it('is not told by a team that one left before the other came', () => {
    const projection = networkOf({ ...people('ada', 'bob', 'eve'), turing: 'organization' }, [
      ['ada', 'WORKS_FOR', 'turing', { from_date: '2015', to_date: '2016' }],
      ['bob', 'WORKS_FOR', 'turing', { from_date: '2018' }],
      ['eve', 'WORKS_FOR', 'turing', { from_date: '2016' }]
    ])
    expect(circle(projection, 'eve')).toEqual(['ada', 'bob'])
    expect(circle(projection, 'ada')).toEqual(['eve'])
  })
})

/** A network of acquaintances as its pairs. */
const acquaintedBy = (count: number, pairs: readonly (readonly [number, number])[]): Acquainted => {
  const circles = Array.from({ length: count }, () => new Set<number>())
  for (const [one, other] of pairs)
    if (one !== other) {
      circles[one]?.add(other)
      circles[other]?.add(one)
    }
  const offsets = Uint32Array.from([0, ...circles], () => 0)
  for (const [place, circle] of circles.entries()) offsets[place + 1] = (offsets[place] as number) + circle.size
  return {
    offsets,
    others: Uint32Array.from(circles.flatMap((circle) => [...circle].sort((a, b) => a - b))),
    people: Uint32Array.from({ length: count }, (_, place) => place)
  }
}

/** The parts into which a network falls without one, or with everybody. */
function partsWithout(acquainted: Acquainted, left: number): number[][] {
  const seen = new Set([left])
  return [...acquainted.people].flatMap((person) => {
    if (seen.has(person)) return []
    seen.add(person)
    const part = [person]
    for (const one of part)
      for (const other of circleOf(acquainted, one))
        if (!seen.has(other)) {
          seen.add(other)
          part.push(other)
        }
    return [part]
  })
}

const randomPairs = fc
  .integer({ min: 1, max: 14 })
  .chain((count) =>
    fc.tuple(
      fc.constant(count),
      fc.array(fc.tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 })), { maxLength: 24 })
    )
  )

describe('whoever holds others to the rest alone', () => {
  it('is found as by trying each in turn, with those who would be cut off', () => {
    fc.assert(
      fc.property(randomPairs, ([count, pairs]) => {
        const acquainted = acquaintedBy(count, pairs)
        const found = new Map(articulationsOf(acquainted).map((one) => [one.person, one]))
        for (const person of acquainted.people) {
          const held = new Set(partsWithout(acquainted, -1).find((part) => part.includes(person)))
          const parts = partsWithout(acquainted, person).filter(([first]) => held.has(first as number))
          const sizes = parts.map((part) => part.length)
          const size = sizes.reduce((sum, one) => sum + one, 0) - Math.max(0, ...sizes)
          expect(found.get(person)?.size ?? 0).toBe(size)
          if (size === 0) continue
          // All parts but a largest one, each whole.
          const cutOff = [...(found.get(person)?.cutOff() ?? [])]
          expect(cutOff).toHaveLength(size)
          expect(new Set(cutOff).size).toBe(size)
          const left = parts.filter((part) => !part.some((one) => cutOff.includes(one)))
          expect(left.map((part) => part.length)).toEqual([Math.max(...sizes)])
        }
      }),
      { numRuns: 400 }
    )
  })

  it('is found along a line too long for recursion', () => {
    const count = 200_000
    const line = acquaintedBy(
      count,
      Array.from({ length: count - 1 }, (_, place) => [place, place + 1] as const)
    )
    const found = articulationsOf(line)
    expect(found).toHaveLength(count - 2)
    expect(found.reduce((most, { size }) => Math.max(most, size), 0)).toBe(count / 2 - 1)
  })
})

describe('a closed group', () => {
  it('is what it is said to be, whatever the network', () => {
    fc.assert(
      fc.property(randomPairs, ([count, pairs]) => {
        const acquainted = acquaintedBy(count + 10, pairs)
        for (const { members, within, outward, door } of closedGroups(acquainted)) {
          const isIn = new Set(members)
          const known = members.flatMap((member) => [...circleOf(acquainted, member)].map((other) => [member, other] as const))
          expect(within * 2).toBe(known.filter(([, other]) => isIn.has(other)).length)
          const out = known.filter(([, other]) => !isIn.has(other))
          expect(outward).toBe(out.length)
          expect(door?.others ?? []).toEqual(out.filter(([member]) => member === door?.person).map(([, other]) => other))
          expect(members.length).toBeGreaterThanOrEqual(4)
          expect(within).toBeGreaterThanOrEqual((members.length * (members.length - 1)) / 4)
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe('every question, of any network', () => {
  it('names what is there, once each, in both languages, without a hole in its sentence', () => {
    fc.assert(
      fc.property(randomFacts, ({ entities, ties }) => {
        const projection = networkOf(entities, ties)
        for (const { sentence, because, entities: named } of questionsOf(projection)) {
          expect(named.length).toBeGreaterThan(0)
          expect(new Set(named.map(({ id }) => id)).size).toBe(named.length)
          for (const { id } of named) expect(placeOf(projection, id)).toBeGreaterThanOrEqual(0)
          for (const said of [sentence.fr, sentence.en, because.fr, because.en]) expect(said).not.toMatch(/undefined|NaN| {2}|^ | $|« »/)
          expect(sentence.fr).toMatch(/ \?$/)
          expect(sentence.en).toMatch(/\?$/)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('what a question rests on', () => {
  const meeting = new Set<RelationName>(['KNOWS', 'WORKS_FOR', 'CARRIES', 'PARTNERS_IN', 'RUNS', 'SUPPORTS', 'ATTENDED', 'PRESENTED_AT'])
  meeting.add('HOSTS').add('SPONSORS').add('BY').add('OF').add('TO').add('LED_TO')

  it('is in the graph: newcomers, themes and programmes of any network', () => {
    fc.assert(
      fc.property(randomFacts, ({ entities, ties }) => {
        const othersOf = (id: string, isOf: (relation: RelationName) => boolean): string[] => [
          ...new Set(ties.flatMap(([from, relation, to]) => (!isOf(relation) ? [] : from === id ? [to] : to === id ? [from] : [])))
        ]
        for (const { kind, because, entities: named } of questionsOf(networkOf(entities, ties))) {
          const [first] = named.map(({ id }) => id) as [string]
          const tied = othersOf(first, (relation) => meeting.has(relation))
          const about = othersOf(first, (relation) => relation === 'ABOUT').map((id) => entities[id])
          if (kind === 'newcomer') expect(tied).toHaveLength(because.en.startsWith('A single tie is known') ? 1 : 0)
          if (kind === 'unused-program') expect(tied.map((id) => entities[id])).not.toContain('project')
          if (kind === 'lone-theme') {
            expect(about.filter((type) => type === 'person')).toHaveLength(because.en.includes('no person’s card') ? 0 : 1)
            const spoken = about.filter((type) => type === 'project' || type === 'need').length
            expect((because.en.match(/\d+/g) ?? []).reduce((sum, number) => sum + Number(number), 0)).toBe(spoken)
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  it('is in the graph: bridges and gaps between planted communities', () => {
    const { entities, ties } = planted([30, 24, 20, 16, 12], { within: 6, between: 0.12 })
    const themed = [...Object.keys(entities)].map((id, place): TestTie => [id, 'ABOUT', `theme ${place % 7}`])
    const themes = Object.fromEntries([...Array(7).keys()].map((place): [string, EntityType] => [`theme ${place}`, 'theme']))
    const projection = networkOf({ ...entities, ...themes }, [...ties, ...themed])
    const map = drawMap(projection, undefined)
    const communityOf = (id: string): number => map.community[placeOf(projection, id)] as number
    const { questions } = tell(projection, map, asOf)
    const joined = (from: number, to: number): TestTie[] =>
      ties.filter(([one, , other]) => [communityOf(one), communityOf(other)].sort().join() === [from, to].sort().join())
    const [bridges, gaps] = [ofKind(questions, 'bridge'), ofKind(questions, 'gap')]
    expect(bridges.length).toBeGreaterThan(0)
    for (const { because, entities: named, communities } of bridges) {
      const between = joined(...(communities as [number, number]))
      const own = between.filter(([one, , other]) => [one, other].includes(named[0]?.id ?? ''))
      const numbers = (because.en.match(/\d+ (ties|go)/g) ?? []).map((number) => Number.parseInt(number, 10))
      if (numbers.length === 0) expect([between.length, own.length]).toEqual([1, 1])
      else expect([between.length, own.length]).toEqual([numbers[0], numbers[1] ?? numbers[0]])
    }
    for (const { communities } of gaps) expect(joined(...(communities as [number, number]))).toEqual([])
  })
})

describe('the demonstration asks', () => {
  let app: TestApp
  let questions: Question[]
  beforeAll(async () => {
    app = await embeddedApp()
    ;({ questions } = await app.get<QuestionsAnswer>('/api/questions?limit=100'))
  })
  afterAll(() => app.stop())

  it('whom Inès should meet, and who could enter the circle of the Grande Grille', () => {
    expect(ofKind(questions, 'newcomer')[0]?.entities[0]?.id).toBe('ines-aconit')
    const [closed] = ofKind(questions, 'closed')
    expect(closed?.sentence.fr).toMatch(/^Le groupe « Cercle de la Grande Grille » .+ par Hortense Amarante \?$/)
    expect(closed?.because.fr).toContain('un seul vers les autres : Hortense Amarante et Romane Armoise')
  })

  it('a few things of several kinds first', async () => {
    const { questions: first } = await app.get<QuestionsAnswer>('/api/questions?limit=5')
    expect(first).toEqual(questions.slice(0, 5))
    expect(new Set(first.map(({ kind }) => kind)).size).toBe(5)
  })

  it('what the ways between people bear out', async () => {
    for (const { entities, because } of ofKind(questions, 'bridge')) {
      const [person, other] = entities
      const { paths } = await app.get<PathsAnswer>(`/api/paths?from=${person?.id}&to=${other?.id}&maxHops=1`)
      expect(paths, because.en).toHaveLength(1)
    }
    const way = '/api/paths?from=armand-buis&to=nour-arnica'
    expect((await app.get<PathsAnswer>(way)).paths).not.toEqual([])
    expect((await app.get<PathsAnswer>(`${way}&avoid=hortense-amarante`)).paths).toEqual([])
  })

  it('and tells its communities: what they share, and who links them', async () => {
    const { communities } = await app.get<CommunitiesAnswer>('/api/communities')
    const vichy = communities.find(({ name }) => name === 'Financement · Vichy')
    expect(vichy).toMatchObject({ people: 6, bridges: [{ id: 'hortense-amarante' }] })
    expect(vichy?.openness).toBeLessThan(0.05)
    expect(vichy?.shares.map(({ name }) => name)).toEqual(expect.arrayContaining(['Financement', 'Vichy', 'Cercle de la Grande Grille']))
    expect(communities.map(({ size }) => size)).toEqual(communities.map(({ size }) => size).toSorted((a, b) => b - a))
  })
})
