import { beforeAll, describe, expect, test } from 'vitest'
import { relations } from '#contract/vocabulary/relations.ts'
import { judge } from './folders.ts'

let world: Awaited<ReturnType<typeof judge>>
beforeAll(async () => {
  world = await judge('seed/world')
})

const ids = (type: string) => world.entities.filter((entity) => entity.type === type).map(({ id }) => id)

/** Everyone who can be reached from `start` through what joins people, without going through `avoid`. */
function reached(start: string, avoid?: string): Set<string> {
  const joining = world.ties.filter(({ relation }) => 'worth' in relations[relation] && relations[relation].worth !== undefined)
  const seen = new Set([start])
  for (const one of seen) {
    for (const { from, to } of joining) {
      if (from === one && to !== avoid) seen.add(to)
      if (to === one && from !== avoid) seen.add(from)
    }
  }
  return seen
}

/** Projects that plainly should meet, and why. */
const shouldMeet = [
  ['cave-du-puits', 'galerie-neuf-degres', 'cheese wants to be cool, a gallery is'],
  ['mains-bavardes', 'vitrines-sans-texte', 'a troupe that tells without words, a museum that wants to'],
  ['laine-perdue', 'cantine-a-voix-basse', 'felt nobody buys, a canteen that wants to be quiet'],
  ['oreille-de-la-mare', 'tourbieres-de-juin', 'a box that listens to ponds, bogs nobody listens to'],
  ['tournee-du-seigle', 'boite-a-pilules', 'a van that goes where medicine does not'],
  ['pneu-sous-les-pieds', 'recreation-sans-bobo', 'soft slabs of tyre, a hard playground'],
  ['voix-du-foirail', 'auberge-des-ombres', 'voices without a use, a game without voices'],
  ['pleurotes-du-tunnel', 'poussiere-de-douglas', 'mushrooms want what a sawmill throws away']
] as const

/** The words of five letters or more in what a project is called and says, without accents, but for those of every text. */
function wordsOf(id: string): Set<string> {
  const fields = world.entities.find((entity) => entity.id === id)?.fields ?? {}
  const text = `${fields.name} ${fields.description}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return new Set((text.match(/[a-z]{5,}/g) ?? []).filter((word) => !isStopWord(word)))
}

const common = new Set(
  'aussi autre autres avant cette celle chaque comme contre deja depuis derriere encore entre jamais leurs meme moins notre parce plusieurs pendant personne quand quarante quelqu quelque quelques seulement toujours toute toutes trois trop voudrait voudraient cherche cherchent jours annee annees heures temps essais equipe ensemble'.split(
    ' '
  )
)
const isStopWord = (word: string): boolean => common.has(word)

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
    }
    for (const [type, count] of Object.entries(least)) expect(ids(type).length, type).toBeGreaterThanOrEqual(count)
    expect(ids('need').length + ids('offer').length).toBeGreaterThanOrEqual(70)
  })

  test('everyone in it is invented and says so, each by another name', () => {
    const people = world.entities.filter(({ type }) => type === 'person')
    for (const { fields } of people) expect(fields.bio).toMatch(/Personne inventée pour la démonstration\.$/)
    expect(new Set(people.map(({ fields }) => fields.name)).size).toBe(people.length)
  })

  test('a project is told in 60 to 120 words', () => {
    for (const { id, type, fields } of world.entities) {
      if (type !== 'project') continue
      const words = String(fields.description)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      expect(words, id).toBeGreaterThanOrEqual(60)
      expect(words, id).toBeLessThanOrEqual(120)
    }
  })

  test.each(shouldMeet)('%s and %s should meet, and share no word: %s', (one, other) => {
    const [first, second] = [wordsOf(one), wordsOf(other)]
    expect(first.size).toBeGreaterThan(20)
    expect([...first].filter((word) => second.has(word))).toEqual([])
  })

  test('its ties were made over ten years', () => {
    const years = new Set(world.ties.flatMap(({ fields }) => String(fields.from_date ?? '').slice(0, 4)))
    for (let year = 2016; year <= 2026; year++) expect(years).toContain(String(year))
  })

  test('names no theme or territory that it does not describe', () => {
    for (const id of [...ids('theme'), ...ids('territory')]) expect(id).not.toContain(':')
  })

  test('six of Vichy all know each other, and hardly anybody else', () => {
    const circle = new Set(world.ties.flatMap(({ from, relation, to }) => (relation === 'WORKS_FOR' && to === 'p2p-venture' ? [from] : [])))
    expect(circle.size).toBe(6)
    const known = world.ties.filter(({ relation }) => relation === 'KNOWS')
    expect(known.filter(({ from, to }) => circle.has(from) && circle.has(to))).toHaveLength(15)
    expect(known.filter(({ from, to }) => circle.has(from) !== circle.has(to)).length).toBeLessThanOrEqual(2)
  })

  test('Nour is a bridge: she knows people of many themes', () => {
    const themesOf = (id: string) => world.ties.flatMap(({ from, relation, to }) => (relation === 'ABOUT' && from === id ? [to] : []))
    const friends = world.ties.flatMap(({ from, relation, to }) =>
      relation !== 'KNOWS' ? [] : from === 'nour-arnica' ? [to] : to === 'nour-arnica' ? [from] : []
    )
    expect(new Set(friends.flatMap(themesOf)).size).toBeGreaterThanOrEqual(5)
  })

  test('some are new: all their ties are of this year', () => {
    const dated = world.ties.filter(({ relation }) => !['ABOUT', 'LOCATED_IN', 'SEEKS', 'OFFERS'].includes(relation))
    const isNew = (person: string) => {
      const own = dated.filter(({ from, to }) => [from, to].includes(person))
      return own.length > 0 && own.every(({ fields }) => String(fields.from_date ?? '') >= '2026')
    }
    expect(ids('person').filter(isNew).length).toBeGreaterThanOrEqual(7)
  })

  test('Inès is new and has no tie at all; Gaspard works where nobody else does', () => {
    expect(world.ties.filter(({ from, to }) => [from, to].includes('ines-aconit'))).toEqual([])
    expect([...reached('gaspard-tourbiere')]).toEqual(['gaspard-tourbiere', 'play-for-good'])
  })
})
