import fc from 'fast-check'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { types } from '#contract/vocabulary/kinds.ts'
import { mapIn } from '../../web/location.ts'
import { usePicture } from '../../web/map/query.ts'
import { windowOf } from '../../web/map/view.ts'
import { coloursOf, colourings } from '../../web/network/colours.ts'
import { entityCount, idAt, type Network, openNetwork, otherEnd, tieCount, tiesAt } from '../../web/network/network.ts'
import { shownIn } from '../../web/network/scene.ts'
import { centralities, sizesOf } from '../../web/network/sizes.ts'
import { networkOf } from '../network.ts'
import { planted } from './planted.ts'
import { type Facts, randomFacts } from './random-networks.ts'
import { idsOf, sentencesOf, shownNetwork } from './shown.ts'

const api = shownNetwork()
async function opened({ entities, ties }: Facts): Promise<Network> {
  api.show(networkOf(entities, ties))
  return openNetwork(await api.askPacked())
}

describe('a network on a page', () => {
  it('knows the ties of each, from either end', async () => {
    await fc.assert(
      fc.asyncProperty(randomFacts, async (facts) => {
        const network = await opened(facts)
        for (const [id, place] of network.placeOf) {
          const others = [...tiesAt(network, place)].map((tie) => idAt(network, otherEnd(network, tie, place)))
          const expected = facts.ties.flatMap(([from, , to]) => (from === id ? [to] : to === id ? [from] : []))
          expect(others.sort()).toEqual(expected.sort())
        }
      }),
      { numRuns: 40 }
    )
  })
})

describe('the years that are shown', () => {
  const month = fc.option(fc.constantFrom('2019', '2020-04', '2020-10', '2021-01-20', '2021', '2022-07', '2024'), {
    nil: undefined,
    freq: 3
  })

  it('are the same on the page as from the server', async () => {
    await fc.assert(
      fc.asyncProperty(randomFacts, month, month, async (facts, since, until) => {
        const network = await opened(facts)
        const shown = shownIn(network, windowOf({ ...mapIn(new URLSearchParams()), since: since ?? '', until: until ?? '' }))
        const answer = await api.ask({ since, until })
        const isShown = (marks: Uint8Array) => (_: unknown, place: number) => marks[place] === 1
        expect(network.names.ids.filter(isShown(shown.entities)).sort()).toEqual(idsOf(answer))
        const all = (await api.ask()).ties
        expect(sentencesOf({ ties: all.filter(isShown(shown.ties)) })).toEqual(sentencesOf(answer))
        expect([shown.entityCount, shown.tieCount]).toEqual([answer.nodes.length, answer.ties.length])
      }),
      { numRuns: 100 }
    )
  })
})

describe('colours', () => {
  it('are of groups, each in its own colour, and one for all smaller ones; everybody is of one', async () => {
    await fc.assert(
      fc.asyncProperty(randomFacts, fc.constantFrom(...colourings), async (facts, colouring) => {
        const network = await opened(facts)
        const { groups, of } = coloursOf(network, colouring)
        const own = groups.filter(({ key }) => key !== '')
        const drawn = groups.map((_, place) => of.filter((group) => group === place).length)
        expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(entityCount(network))
        // Of themes and territories somebody may have several, and is drawn in the colour of the first.
        if (colouring === 'kind' || colouring === 'community') expect(drawn).toEqual(groups.map(({ count }) => count))
        expect(new Set(own.map(({ colour }) => colour)).size).toBe(own.length)
        expect(own.length).toBeLessThanOrEqual(colouring === 'kind' ? types.length : 10)
        expect(groups.findIndex(({ key }) => key === '')).toBe(groups.length > own.length ? own.length : -1)
        if (colouring !== 'kind') for (const { name } of own) expect(name).not.toBe('')
      }),
      { numRuns: 60 }
    )
  })

  it('of communities are those of their grounds: the largest has the first, also in an overview', async () => {
    const { entities, ties } = planted([60, 50, 40, 40, 30, 30, 20, 20, 15, 15, 10])
    api.show(networkOf(entities, ties))
    for (const question of [{}, { most: 100 }]) {
      const network = openNetwork(await api.askPacked(question))
      const { groups } = coloursOf(network, 'community')
      expect(groups.slice(0, 10).map(({ key, colour }) => [key, colour])).toEqual(
        network.head.communities.slice(0, 10).map(({ id }, place) => [String(id), `--group-${place + 1}`])
      )
      expect(groups.at(-1)?.key).toBe('')
    }
  })

  it('stay those of the whole network, whatever filters leave, and every group can be brought back', async () => {
    const { entities, ties } = planted([40, 30, 20])
    api.show(networkOf(entities, ties))
    const whole = coloursOf(openNetwork(await api.askPacked()), 'community').groups
    const narrowed = coloursOf(openNetwork(await api.askPacked({ communities: '2' })), 'community')
    expect(narrowed.groups.map(({ key, colour, count }) => [key, colour, count])).toEqual(
      whole.map(({ key, colour, count }) => [key, colour, count])
    )
    expect(new Set(narrowed.of)).toEqual(new Set([2]))
  })
})

describe('sizes', () => {
  it('grow with the centrality that is chosen, within what can be seen', async () => {
    await fc.assert(
      fc.asyncProperty(randomFacts, fc.constantFrom(...centralities), async (facts, centrality) => {
        const network = await opened(facts)
        const sizes = sizesOf(network, centrality)
        const values = network[centrality === 'degree' ? 'degrees' : centrality]
        const order = [...sizes.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))
        const inOrder = order.map((place) => sizes[place] as number)
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
        for (const size of sizes) expect(size >= 7 && size <= 26.001).toBe(true)
      }),
      { numRuns: 40 }
    )
  })
})

function Chosen({ network, ids }: { network: Network; ids: string[] }): string {
  const picture = usePicture(network, { ...mapIn(new URLSearchParams()), selected: ids }, undefined)
  return [...(picture?.selected ?? [])].map((place) => idAt(network, place)).join('|')
}

describe('what is chosen', () => {
  it('may have any id', async () => {
    const network = await opened({ entities: { 'a\nb': 'person', a: 'person', 'é,%': 'person' }, ties: [] })
    expect(tieCount(network)).toBe(0)
    const chosen = (...ids: string[]): string => renderToString(createElement(Chosen, { network, ids }))
    expect(chosen('a\nb')).toBe('a\nb')
    expect(chosen('é,%', 'a', 'absent')).toBe('é,%|a')
    expect(chosen()).toBe('')
  })
})
