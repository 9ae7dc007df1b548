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

describe('the demonstration world', () => {
  test('loads without a fault or a warning', () => {
    expect(world.faults).toEqual([])
    expect(world.warnings).toEqual([])
    expect(world.entities.length).toBeGreaterThanOrEqual(45)
    expect(world.entities.length).toBeLessThanOrEqual(60)
  })

  test('everyone in it is invented and says so', () => {
    const people = world.entities.filter(({ type }) => type === 'person')
    expect(people).toHaveLength(18)
    for (const { fields } of people) expect(fields.bio).toMatch(/Personne inventée pour la démonstration\.$/)
  })

  test('a project is told in 50 to 90 words', () => {
    for (const { id, type, fields } of world.entities) {
      if (type !== 'project') continue
      const words = String(fields.description)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      expect(words, id).toBeGreaterThanOrEqual(50)
      expect(words, id).toBeLessThanOrEqual(90)
    }
  })

  test('names no theme or territory that it does not describe', () => {
    for (const id of [...ids('theme'), ...ids('territory')]) expect(id).not.toContain(':')
  })

  test('Nour is the bridge between games and bicycles', () => {
    expect(reached('basile-gentiane')).toContain('theo-pouzzolane')
    expect(reached('basile-gentiane', 'nour-arnica')).not.toContain('theo-pouzzolane')
    expect(reached('basile-gentiane', 'nour-arnica')).toContain('octave-basalte')
    expect(reached('theo-pouzzolane', 'nour-arnica')).toContain('marius-domite')
  })

  test('Inès is new and has no tie at all; Gaspard works where nobody else does', () => {
    expect(world.ties.filter(({ from, to }) => [from, to].includes('ines-aconit'))).toEqual([])
    expect([...reached('gaspard-tourbiere')]).toEqual(['gaspard-tourbiere', 'play-for-good'])
  })
})
