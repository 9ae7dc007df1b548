import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityRef } from '#contract/entity.ts'
import type { Meeting } from '#contract/matches.ts'
import { ghostAt } from '../web/graph/ghosts.ts'
import type { Say } from '../web/language.ts'
import { ghostsOf } from '../web/meet/ghosts.ts'
import { keyOf } from '../web/meet/meeting.ts'
import { sharedBy } from '../web/network/scene.ts'
import { pictureOf } from './picture.ts'

const say: Say = ({ fr }) => fr
const ref = (id: string): EntityRef => ({ id, type: 'person', name: id })
const meeting = (of: string, other: string): Meeting => ({
  of: ref(of),
  with: {
    ...ref(other),
    score: 1,
    unexpected: false,
    reasons: [{ kind: 'place', weight: 1, sentence: { fr: 'Voisins.', en: 'Neighbours.' }, entities: [], ties: [] }],
    introducers: [],
    unknown: []
  }
})

describe('suggested meetings on the map', () => {
  it('are drawn where both are shown, each once, and change nothing else', () => {
    const names = ['ada', 'bob', 'eve', 'zoe', 'max']
    const pairs = fc.array(fc.uniqueArray(fc.constantFrom(...names, 'elsewhere'), { minLength: 2, maxLength: 2 }), { maxLength: 8 })
    fc.assert(
      fc.property(pairs, fc.subarray(names), (pairs, hidden) => {
        const picture = pictureOf(
          names.map((id) => ({ id })),
          []
        )
        for (const id of hidden) picture.shown.entities[names.indexOf(id)] = 0
        const ghosts = ghostsOf(
          picture,
          pairs.map(([one, other]) => meeting(one as string, other as string)),
          say
        )
        const isShown = (id: string | undefined): boolean => id !== undefined && names.includes(id) && !hidden.includes(id)
        const wanted = pairs.filter((pair) => pair.every(isShown)).map(([one, other]) => keyOf(one as string, other as string))
        expect(ghosts.map(({ key }) => key)).toEqual([...new Set(wanted)])
        for (const { from, to, key } of ghosts) expect(keyOf(names[from] as string, names[to] as string)).toBe(key)
        expect(picture.network.relations).toHaveLength(0)
      })
    )
  })

  it('say who and why', () => {
    const picture = pictureOf([{ id: 'ada' }, { id: 'bob' }], [])
    expect(ghostsOf(picture, [meeting('ada', 'bob')], say)[0]?.told).toBe('ada et bob\nVoisins.')
  })

  it('are met along their bow, the nearest of them, and not beside it or from afar', () => {
    const picture = pictureOf([{ id: 'ada' }, { id: 'bob' }, { id: 'eve' }], [])
    picture.ghosts = ghostsOf(picture, [meeting('ada', 'bob'), meeting('ada', 'eve')], say)
    const spots = [
      { x: 0, y: 0, radius: 5 },
      { x: 100, y: 0, radius: 5 },
      { x: 0, y: 100, radius: 5 }
    ]
    const at = (x: number, y: number, isFar = false) =>
      ghostAt({ picture, isFar }, (entity) => spots[entity] as (typeof spots)[number], [x, y], 6)?.to
    expect(at(50, 7)).toBe(1)
    expect(at(-7, 50)).toBe(2)
    expect(at(50, 30)).toBe(undefined)
    expect(at(1, 0)).toBe(undefined)
    expect(at(50, 7, true)).toBe(undefined)
  })

  it('light up the two and what both are tied to', () => {
    const picture = pictureOf(
      ['ada', 'bob', 'eve', 'zoe'].map((id) => ({ id })),
      [
        ['ada', 'KNOWS', 'eve'],
        ['eve', 'KNOWS', 'bob'],
        ['ada', 'KNOWS', 'zoe']
      ]
    )
    const { entities, ties } = sharedBy(picture, [0, 1])
    expect([...entities].sort()).toEqual([0, 1, 2])
    expect([...ties].sort()).toEqual([0, 1])
  })
})
