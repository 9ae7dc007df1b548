import { type MatchesAnswer as Answer, MatchesAnswer, MatchesQuery, type MeetingType } from '#contract/matches.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import { today } from './network/days.ts'
import { nearTo } from './network/near.ts'
import { type Projection, refAt, typeAt } from './network/projection.ts'

function matches(projection: Projection, asked: MatchesQuery): Answer {
  const entity = find(projection, asked.for)
  const near = nearTo(projection, entity, 1_000).filter((near) => asked.type.includes(typeAt(projection, near.entity) as MeetingType))
  return {
    revision: projection.revision,
    asOf: asked.asOf ?? today(),
    for: refAt(projection, entity),
    matches: near.slice(0, asked.limit).map((each) => ({
      ...refAt(projection, each.entity),
      score: each.score,
      hops: 2,
      unexpected: false,
      reasons: [],
      introducers: [],
      unknown: []
    }))
  }
}

export function addMatches(add: AddAnswer): void {
  add(
    '/api/matches',
    { summary: 'Whom somebody should meet, with reasons', query: MatchesQuery, answer: MatchesAnswer },
    ({ query, projection }) => matches(projection, query)
  )
}
