import { type Match, MatchesAnswer, MatchesQuery, type MeetingType, meetingTypes } from '#contract/matches.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import type { Matching } from './matches/live-matching.ts'
import { type Ranked, ranked } from './matches/rank.ts'
import { Teller } from './matches/tell.ts'
import { usualWeights, type Weights } from './matches/weights.ts'
import { dayOf, today } from './network/days.ts'
import { type Projection, refAt, typeAt } from './network/projection.ts'
import { ProblemError } from './problem.ts'

/** The place of one for whom somebody is sought. Throws the problem where nobody can be suggested to it. */
export function findMeeting(projection: Projection, id: string): number {
  const entity = find(projection, id)
  const type = typeAt(projection, entity)
  if (!(meetingTypes as readonly string[]).includes(type))
    throw new ProblemError(400, `"${id.slice(0, 80)}" is of the kind ${type}; those who meet are of the kinds ${meetingTypes.join(', ')}.`)
  return entity
}

/** The weights that hold for two kinds: what was learnt, else the usual ones. */
export const weightsFor = ({ learnt }: Matching, kind: number, other: number): Weights =>
  (kind === other ? learnt[kind]?.weights : undefined) ?? usualWeights(kind, other)

/** Whom one should meet, of each of these kinds, the best of all kinds first. */
export function suggested(
  matching: Matching,
  entity: number,
  asked: Pick<MatchesQuery, 'limit' | 'unexpected' | 'fame'> & { type: readonly MeetingType[] }
): Match[] {
  const { features } = matching
  const kind = features.projection.kinds[entity] as number
  features.lookFrom(entity)
  const lists = asked.type.map((type) => {
    const other = types.indexOf(type)
    const weights = weightsFor(matching, kind, other)
    return { weights, list: ranked(features, entity, other, weights, asked) }
  })
  const tellers = lists.map(({ weights }) => new Teller(features, weights, entity))
  return merged(lists.map(({ list }) => list))
    .slice(0, asked.limit)
    .map(({ ranked, list, score }) => ({ ...(tellers[list] as Teller).tell(ranked), score }))
}

/** One list of several, each in its order: those first that stand out most in their own, kinds in turn where they do alike. */
function merged(lists: readonly Ranked[][]): { ranked: Ranked; list: number; score: number }[] {
  if (lists.filter((list) => list.length > 0).length === 1)
    return lists.flatMap((ranked, list) => ranked.map((each) => ({ ranked: each, list, score: each.score })))
  const all = lists.flatMap((each, list) => each.map((ranked, place) => ({ ranked, list, place })))
  all.sort((a, b) => a.place - b.place || a.list - b.list)
  return all.map(({ ranked, list }, place) => ({ ranked, list, score: 1 / (1 + place) }))
}

export function addMatches(add: AddAnswer): void {
  add(
    '/api/matches',
    { summary: 'Whom somebody should meet, with reasons', query: MatchesQuery, answer: MatchesAnswer },
    async ({ query, projection, matching }) => {
      const asOf = query.asOf ?? today()
      const entity = findMeeting(projection, query.for)
      const matches = suggested(await matching(dayOf(asOf)), entity, query)
      return { revision: projection.revision, asOf, for: refAt(projection, entity), matches }
    }
  )
}
