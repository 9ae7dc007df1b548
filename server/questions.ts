import { CommunitiesAnswer, CommunitiesQuery, QuestionsAnswer, QuestionsQuery } from '#contract/questions.ts'
import { type AddAnswer, within } from './answers.ts'
import type { Told } from './groups/tell.ts'
import { toldOf } from './groups/told.ts'
import type { NetworkMap } from './map/network-map.ts'
import { dayOf, today } from './network/days.ts'
import type { Projection } from './network/projection.ts'

/** The first of a large network takes longer than anybody waits. */
const LONGEST_WAIT_MS = 12_000
const LOOKING = 'The network is still being looked through; try again in a moment.'

interface Asked {
  projection: Projection
  map(longestWaitMs: number): Promise<NetworkMap>
}

async function told({ projection, map }: Asked): Promise<Told & { revision: number; asOf: string }> {
  const asOf = today()
  const drawn = await map(LONGEST_WAIT_MS)
  const { revision } = projection
  return { revision, asOf, ...(await within(toldOf(projection, drawn, dayOf(asOf)), LONGEST_WAIT_MS, LOOKING)) }
}

export function addQuestions(add: AddAnswer): void {
  add(
    '/api/questions',
    {
      summary: 'What the form of the network asks: bridges, groups, gaps and newcomers, to act on',
      query: QuestionsQuery,
      answer: QuestionsAnswer
    },
    async (asked) => {
      const { revision, asOf, questions } = await told(asked)
      return { revision, asOf, questions: questions.slice(0, asked.query.limit) }
    }
  )
  add(
    '/api/communities',
    {
      summary: 'The communities of the network: what their members share, and who links them',
      query: CommunitiesQuery,
      answer: CommunitiesAnswer
    },
    async (asked) => {
      const { revision, asOf, communities } = await told(asked)
      return { revision, asOf, communities: communities.slice(0, asked.query.limit) }
    }
  )
}
