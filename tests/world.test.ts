import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NetworkAnswer } from '#contract/network.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { openRelationNames, type RelationName, relations } from '#contract/vocabulary/relations.ts'
import { stem } from '../server/text/stem.ts'
import { STOP_WORDS } from '../server/text/stop-words.ts'
import { words } from '../server/text/tokens.ts'
import { embeddedApp, type TestApp } from './app.ts'
import { judge } from './folders.ts'
import { answers } from './world-answers.ts'

let world: Awaited<ReturnType<typeof judge>>
let app: TestApp
let drawn: NetworkAnswer
beforeAll(async () => {
  world = await judge('seed/world')
  app = await embeddedApp()
  drawn = await app.get<NetworkAnswer>('/api/network')
})
afterAll(() => app.stop())

const ofType = (type: EntityType) => world.entities.filter((entity) => entity.type === type)
const ids = (type: EntityType) => ofType(type).map(({ id }) => id)
const fieldsOf = (id: string) => world.entities.find((entity) => entity.id === id)?.fields ?? {}

/** What an entity is tied to by these relations, in either direction. */
const tiedTo = (id: string, ...names: RelationName[]): string[] =>
  world.ties.flatMap(({ from, relation, to }) => (!names.includes(relation) ? [] : from === id ? [to] : to === id ? [from] : []))

/** Everyone who can be reached from `start` through what joins people. */
function reached(start: string): Set<string> {
  const joining = (Object.keys(relations) as RelationName[]).filter((name) => 'worth' in relations[name])
  const seen = new Set([start])
  for (const one of seen) for (const other of tiedTo(one, ...joining)) seen.add(other)
  return seen
}

/** Projects that plainly should meet, and why. */
const shouldMeet = [
  ['cave-du-puits', 'galerie-neuf-degres', 'cheese wants to be cool, a gallery is'],
  ['mains-bavardes', 'vitrines-sans-texte', 'a troupe that tells without words, a museum that wants to'],
  ['laine-perdue', 'cantine-a-voix-basse', 'felt nobody buys, a canteen that wants to be quiet'],
  ['oreille-de-la-mare', 'tourbieres-de-juin', 'boxes that listen to one pond, bogs nobody listens to'],
  ['tournee-du-seigle', 'boite-a-pilules', 'a van that goes where medicine does not'],
  ['pneu-sous-les-pieds', 'recreation-sans-bobo', 'soft slabs of tyre, a hard playground'],
  ['voix-du-foirail', 'auberge-des-ombres', 'voices without a use, a game without voices'],
  ['pleurotes-du-tunnel', 'poussiere-de-douglas', 'mushrooms want what a sawmill throws away'],
  ['bourg-chaud', 'halle-aux-graines', 'heat nobody wants in summer, seeds that will not dry']
] as const

/** Words that carry no matter of their own, beside those that search leaves out. */
const EMPTY_WORDS = new Set(
  `a ai ont est sont etait y en plus moins tres trop peu tout tous toute toutes leur leurs mon notre nos autre autres meme mais donc ni car si
   comme quand alors puis encore deja deux trois quatre cinq six sept huit neuf dix onze douze cent cents mille fait faire`.split(/\s+/)
)
/** The stems of a text, without its empty words. */
const stemsOf = (text: string): Set<string> =>
  new Set(
    words(text)
      .filter((word) => !STOP_WORDS.has(word) && !EMPTY_WORDS.has(word))
      .map(stem)
  )
const inCommon = (text: string, other: string): string[] => {
  const stems = stemsOf(other)
  return [...stemsOf(text)].filter((word) => stems.has(word))
}
const wordCount = (text: unknown): number =>
  String(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length

describe('the demonstration world', () => {
  test('loads without a fault or a warning, and is of some size', () => {
    expect(world.faults).toEqual([])
    expect(world.warnings).toEqual([])
    const least = {
      person: 120,
      organization: 60,
      project: 50,
      program: 15,
      event: 25,
      introduction: 40,
      portrait: 10,
      theme: 12,
      territory: 12
    } satisfies Partial<Record<EntityType, number>>
    for (const [type, count] of Object.entries(least)) expect(ids(type as EntityType).length, type).toBeGreaterThanOrEqual(count)
    expect(ids('need').length + ids('offer').length).toBeGreaterThanOrEqual(70)
  })

  test('everyone in it is invented and says so, each by another name and another first name', () => {
    const people = ofType('person')
    for (const { fields } of people) expect(fields.bio).toMatch(/\. Personnage inventé\.$|[?!»…] Personnage inventé\.$/)
    for (const { fields } of ofType('portrait')) expect(fields.text).toMatch(/Portrait imaginaire\.$/)
    const names = people.map(({ fields }) => String(fields.name))
    expect(new Set(names).size).toBe(people.length)
    expect(new Set(names.map((name) => name.split(' ')[0])).size).toBe(people.length)
  })

  test('a name that is real says that what is told around it is not', () => {
    const real = `le-connecteur digital-league turing-22 puls-impact play-for-good game-only michelin agence-urbanisme smartvideo-academy creatis
      fing silicon-sentier la-cantine croissance-plus ville-du-mans incubateur-game-only comite-cataroux carrefour-des-possibles cafe-carrefour
      villes-2-0 fundcamp p2p-venture incubateur-creatis copero-jeux-video copero-mobilites copero-sante tedx-clermont apero-twitter-mans
      festival-chimeres mobile-monday opencoffee-club barcamp-clermont cafe-carto-2-0 semaine-orbimob copero-decembre`
    for (const id of real.split(/\s+/)) expect(fieldsOf(id).description, id).toMatch(/(Nom réel, liens inventés|Édition inventée)\.$/)
  })

  test('is written in French letters: no straight quotes, no loose punctuation', () => {
    for (const { id, fields } of world.entities)
      for (const text of Object.values(fields).map(String)) {
        expect(text, id).not.toMatch(/['"]/)
        expect(text, id).not.toMatch(/[^\u00a0][:;!?»](\s|$)|«[^\u00a0]/)
      }
  })

  test('a project is told in 60 to 120 words, and so is a portrait', () => {
    for (const { id, fields } of [...ofType('project'), ...ofType('portrait')]) {
      const count = wordCount(fields.description ?? fields.text)
      expect(count, id).toBeGreaterThanOrEqual(60)
      expect(count, id).toBeLessThanOrEqual(120)
    }
  })

  test.each(shouldMeet)('%s and %s should meet, share no word and have never met: %s', (one, other) => {
    const textOf = (id: string) => `${fieldsOf(id).name} ${fieldsOf(id).description}`
    expect(inCommon(textOf(one), textOf(other))).toEqual([])

    const around = (project: string) => [project, ...tiedTo(project, 'CARRIES', 'PARTNERS_IN')]
    const met = (id: string) => [id, ...tiedTo(id, 'KNOWS', 'FOLLOWS')]
    const shared = (id: string) => tiedTo(id, 'WORKS_FOR', 'CARRIES', 'PARTNERS_IN', 'SUPPORTS', 'ATTENDED', 'PRESENTED_AT')
    const theirs = new Set(around(other).flatMap((id) => [id, ...shared(id)]))
    expect(around(one).flatMap((id) => [...met(id), ...shared(id)].filter((thing) => theirs.has(thing)))).toEqual([])

    const communityOf = (id: string) => drawn.nodes.find((node) => node.id === id)?.community
    expect(communityOf(one)).not.toBe(communityOf(other))
  })

  test('about half of the answers to needs say it in other words', () => {
    const inOtherWords = answers.filter(([need, offer]) => {
      expect(ids('need')).toContain(need)
      expect(ids('offer')).toContain(offer)
      return inCommon(String(fieldsOf(need).text), String(fieldsOf(offer).text)).length === 0
    })
    expect(inOtherWords.length / answers.length).toBeGreaterThanOrEqual(0.5)
    expect(inOtherWords.length / answers.length).toBeLessThan(0.7)
    const answered = new Set(answers.map(([need]) => need))
    expect(ids('need').filter((need) => !answered.has(need)).length).toBeGreaterThanOrEqual(5)
  })

  test('uses every relation that everybody may see, and no other', () => {
    expect(new Set(world.ties.map(({ relation }) => relation))).toEqual(new Set(openRelationNames))
  })

  test('names no theme or territory that it does not describe', () => {
    for (const id of [...ids('theme'), ...ids('territory')]) expect(id).not.toContain(':')
  })

  test('falls into communities, none too large', () => {
    const sizes = drawn.communities.map(({ size }) => size)
    expect(sizes.filter((size) => size >= 20).length).toBeGreaterThanOrEqual(8)
    expect(Math.max(...sizes)).toBeLessThan(ids('person').length)
    expect(Math.max(...sizes)).toBeLessThan(drawn.nodes.length / 5)
  })

  test('six of Vichy all know each other, and one of them knows one other person', () => {
    const circle = tiedTo('grande-grille', 'WORKS_FOR')
    expect(circle).toHaveLength(6)
    for (const one of circle) expect(tiedTo(one, 'KNOWS').filter((other) => circle.includes(other))).toHaveLength(5)
    const outside = circle.flatMap((one) => tiedTo(one, 'KNOWS').filter((other) => !circle.includes(other)))
    expect(outside).toEqual(['romane-armoise'])
    const elsewhere = circle.flatMap((one) => tiedTo(one, 'FOLLOWS', 'WORKS_FOR', 'CARRIES', 'ATTENDED', 'OF', 'TO', 'BY'))
    expect(new Set(elsewhere)).toEqual(new Set(['grande-grille', 'diner-grande-grille']))
    expect(tiedTo('diner-grande-grille', 'ATTENDED').toSorted()).toEqual(circle.toSorted())
  })

  test('Nour is a bridge: she knows people of many themes', () => {
    expect(new Set(tiedTo('nour-arnica', 'KNOWS').flatMap((id) => tiedTo(id, 'ABOUT'))).size).toBeGreaterThanOrEqual(8)
  })

  test('some are new: all their ties are of this year, and few', () => {
    const isNew = (person: string) => {
      const own = world.ties.filter(({ from, to, relation }) => [from, to].includes(person) && relations[relation].dated !== 'undated')
      const dated = own.filter(({ relation }) => !['SEEKS', 'OFFERS'].includes(relation))
      return dated.length > 0 && dated.length < 10 && dated.every(({ fields }) => String(fields.from_date ?? '') >= '2026')
    }
    expect(ids('person').filter(isNew).length).toBeGreaterThanOrEqual(7)
  })

  test('Inès is new and has no tie at all; Gaspard works where nobody else does', () => {
    expect(world.ties.filter(({ from, to }) => [from, to].includes('ines-aconit'))).toEqual([])
    expect([...reached('gaspard-tourbiere')]).toEqual(['gaspard-tourbiere', 'play-for-good'])
  })
})
