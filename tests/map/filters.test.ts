import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NetworkAnswer } from '#contract/network.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { openRelationNames } from '#contract/vocabulary/relations.ts'
import { networkOf } from '../network.ts'
import { type CommunityOf, type Filters, hiddenAround, keptOf } from './brute.ts'
import { type Facts, randomFacts } from './random-networks.ts'
import { idsOf, sentencesOf, shownNetwork } from './shown.ts'

/** Now and then a filter, so that several together still keep something. */
const maybe = <Value>(filter: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: filter })
const some = <Value>(values: readonly Value[], most = 3): fc.Arbitrary<Value[] | undefined> =>
  values.length === 0 ? fc.constant(undefined) : maybe(fc.subarray([...values], { minLength: 1, maxLength: Math.min(most, values.length) }))

const day = maybe(fc.constantFrom('2019-06-01', '2020-05-01', '2020-10-15', '2021-07-15', '2022-03-03', '2024-01-01'))

/** A network, and a question about it. */
const asked: fc.Arbitrary<{ facts: Facts; filters: Filters }> = randomFacts.chain((facts) => {
  const of = (type: string): string[] => Object.keys(facts.entities).filter((id) => facts.entities[id] === type)
  return fc.record({
    facts: fc.constant(facts),
    filters: fc.record({
      types: some(types, 8),
      relations: some(openRelationNames, 16),
      themes: some(of('theme')),
      territories: some(of('territory')),
      programs: some(of('program')),
      communities: maybe(fc.constantFrom([0], [1, 2], [0, 1])),
      since: day,
      until: day,
      around: some(Object.keys(facts.entities), 2),
      steps: fc.constantFrom(1, 2, 3)
    })
  })
})

const api = shownNetwork()
/** Shows a network, and tells the communities of its map. */
function show({ entities, ties }: Facts): CommunityOf {
  const { community } = api.show(networkOf(entities, ties))
  const places = Object.keys(entities).sort()
  return (id) => community[places.indexOf(id)] as number
}
const NUM_RUNS = 200

describe('filters', () => {
  it('keep what they say, alone and together: of one name they widen, of different names they narrow', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts, filters }) => {
        const communityOf = show(facts)
        const answer = await api.ask({ ...filters })
        const expected = keptOf(facts, filters, communityOf)
        expect(idsOf(answer)).toEqual(expected.entities)
        expect(sentencesOf(answer)).toEqual(expected.ties.map(([from, relation, to]) => `${from} ${relation} ${to}`).sort())
        expect(answer.matched).toEqual({ entities: expected.entities.length, ties: expected.ties.length })
      }),
      { numRuns: NUM_RUNS }
    )
  })

  it('leave out what is told as hidden beside each', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts, filters }) => {
        const communityOf = show(facts)
        for (const { id, hidden } of (await api.ask({ ...filters })).nodes)
          expect(hidden).toBe(hiddenAround(facts, id, filters, communityOf).length)
      }),
      { numRuns: NUM_RUNS }
    )
  })
})

/** What an answer holds of each choice of a filter: what its facet should tell. */
function countsIn(facts: Facts, answer: NetworkAnswer) {
  const held = new Set(idsOf(answer))
  const counted = (keys: string[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
    return counts
  }
  const having = (relation: string) =>
    counted(
      [...new Set(facts.ties.filter((tie) => tie[1] === relation && held.has(tie[0])).map(([from, , to]) => `${from} ${to}`))].map(
        (pair) => pair.split(' ')[1] as string
      )
    )
  const programs = Object.keys(facts.entities).filter((id) => facts.entities[id] === 'program')
  const besideProgram = programs.flatMap((program) =>
    [...new Set(facts.ties.flatMap(([from, , to]) => (from === program ? [to] : to === program ? [from] : [])))]
      .filter((id) => held.has(id))
      .map(() => program)
  )
  return {
    types: counted(answer.nodes.map(({ type }) => type)),
    relations: counted(answer.ties.map(({ relation }) => relation)),
    themes: having('ABOUT'),
    territories: having('LOCATED_IN'),
    programs: counted(besideProgram)
  }
}

const facetNames = ['types', 'relations', 'themes', 'territories', 'programs'] as const
type FacetName = (typeof facetNames)[number]

/** The counts that an answer tells of a filter's choices; of what is asked for also that there is none. */
function told({ facets }: NetworkAnswer, name: FacetName): Record<string, number> {
  const facet = facets[name]
  const counts = Array.isArray(facet) ? Object.fromEntries(facet.map(({ id, count }) => [id, count])) : facet
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

describe('the count beside each choice', () => {
  it('is what there is of it where this filter is taken away and the others stay', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts, filters }) => {
        show(facts)
        const answer = await api.ask({ ...filters })
        for (const name of facetNames) {
          const without = await api.ask({ ...filters, [name]: undefined })
          expect([name, told(answer, name)]).toEqual([name, countsIn(facts, without)[name]])
        }
      }),
      { numRuns: NUM_RUNS }
    )
  })

  it('is what one gets by choosing it, in the whole network', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts, filters: { around: _, ...filters } }) => {
        show(facts)
        const answer = await api.ask({ ...filters })
        for (const name of facetNames)
          for (const [choice, count] of Object.entries(told(answer, name))) {
            const chosen = await api.ask({ ...filters, [name]: [choice] })
            const got = name === 'relations' ? chosen.ties : chosen.nodes.filter(({ id }) => id !== choice)
            expect([name, choice, got.length]).toEqual([name, choice, count])
          }
      }),
      { numRuns: 50 }
    )
  })
})
