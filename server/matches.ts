import {
  type Match,
  MatchesAnswer,
  MatchesQuery,
  type Meeting,
  MeetingsAnswer,
  MeetingsQuery,
  type MeetingType,
  meetingTypes,
  USUAL_FAME,
  USUAL_UNEXPECTED
} from '#contract/matches.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import type { Matching } from './matches/live-matching.ts'
import { meetingsOf } from './matches/meetings.ts'
import { type Ranked, ranked } from './matches/rank.ts'
import { Teller } from './matches/tell.ts'
import { rowSize } from './matches/rows.ts'
import { isLearnable, usualWeights, type Weights } from './matches/weights.ts'
import { dayOf, isoDayOf, today } from './network/days.ts'
import { type Projection, refAt, typeAt } from './network/projection.ts'
import { ProblemError } from './problem.ts'

/** The place of one for whom somebody is sought. Throws the problem where nobody can be suggested to it. */
function findMeeting(projection: Projection, id: string): number {
  const entity = find(projection, id)
  const type = typeAt(projection, entity)
  if (!(meetingTypes as readonly string[]).includes(type))
    throw new ProblemError(400, `"${id.slice(0, 80)}" is of the kind ${type}; those who meet are of the kinds ${meetingTypes.join(', ')}.`)
  return entity
}

/** The weights for one and those of a kind: what was learnt of the kind, else the usual ones. */
function weightsFor({ features: { projection, ground }, learnt }: Matching, entity: number, other: number): Weights {
  const kind = projection.kinds[entity] as number
  const isNewcomer = rowSize(ground.members.offsets, entity) === 0 && rowSize(ground.circles.offsets, entity) === 0
  const learntWeights = kind === other && !isNewcomer ? learnt[kind]?.weights : undefined
  return learntWeights ?? usualWeights(kind, other, isNewcomer && isLearnable(kind))
}

const project = types.indexOf('project')

/** So many more are looked at, in place of those for whom nothing speaks that can be told. */
const SPARE = 30

/** Whom one should meet, of each of these kinds, the best of all kinds first. */
function suggested(
  matching: Matching,
  entity: number,
  asked: Pick<MatchesQuery, 'limit' | 'unexpected' | 'fame'> & { type: readonly MeetingType[] }
): Match[] {
  const { features } = matching
  features.lookFrom(entity)
  const lists = asked.type.map((type) => {
    const other = types.indexOf(type)
    const weights = weightsFor(matching, entity, other)
    // Twins are sought for being alike, whoever is between them and however large their teams are.
    const areTwins = other === project && features.projection.kinds[entity] === project
    const { unexpected, fame } = areTwins ? { unexpected: 0, fame: 0 } : asked
    return { weights, list: ranked(features, entity, other, weights, { unexpected, fame, limit: asked.limit, spare: SPARE }) }
  })
  const tellers = lists.map(({ weights }) => new Teller(features, weights, entity))
  const told: Match[] = []
  for (const { ranked, list, score } of merged(lists.map(({ list }) => list))) {
    if (told.length === asked.limit) break
    const match = (tellers[list] as Teller).tell(ranked)
    if (match) told.push({ ...match, score })
  }
  return told
}

/** One list of several, each in its order: those first that stand out most in their own, kinds in turn where they do alike. */
function merged(lists: readonly Ranked[][]): { ranked: Ranked; list: number; score: number }[] {
  if (lists.filter((list) => list.length > 0).length === 1)
    return lists.flatMap((ranked, list) => ranked.map((each) => ({ ranked: each, list, score: each.score })))
  const all = lists.flatMap((each, list) => each.map((ranked, place) => ({ ranked, list, place })))
  all.sort((a, b) => a.place - b.place || a.list - b.list)
  return all.map(({ ranked, list }, place) => ({ ranked, list, score: 1 / (1 + place) }))
}

/** The Monday the week of a day began. */
function mondayOf(day: number): string {
  // Day 0 was a Thursday.
  return isoDayOf(day - ((((day + 3) % 7) + 7) % 7))
}

/** A few meetings for the whole network. */
async function meetings(matching: Matching, { type, limit }: MeetingsQuery, week: string): Promise<Meeting[]> {
  const { features } = matching
  const { projection } = features
  const kinds = type.map((name) => types.indexOf(name))
  const options = { unexpected: USUAL_UNEXPECTED, fame: USUAL_FAME }
  const pairs = await meetingsOf(features, kinds, week, limit + SPARE, (entity, kind) => weightsFor(matching, entity, kind), options)
  const told: Meeting[] = []
  for (const { one, match: found, weights } of pairs) {
    if (told.length === limit) break
    features.lookFrom(one)
    const match = new Teller(features, weights, one).tell(found)
    if (match) told.push({ of: refAt(projection, one), with: match })
  }
  return told
}

export function addMatches(add: AddAnswer): void {
  add(
    '/api/meetings',
    { summary: 'This week’s few meetings for the whole network', query: MeetingsQuery, answer: MeetingsAnswer, isLearnt: true },
    async ({ query, projection, matching }) => {
      const asOf = query.asOf ?? today()
      const week = mondayOf(dayOf(asOf))
      return { revision: projection.revision, asOf, week, meetings: await meetings(await matching(dayOf(asOf)), query, week) }
    }
  )
  add(
    '/api/matches',
    { summary: 'Whom somebody should meet, with reasons', query: MatchesQuery, answer: MatchesAnswer, isLearnt: true },
    async ({ query, projection, matching }) => {
      const asOf = query.asOf ?? today()
      const entity = findMeeting(projection, query.for)
      const matches = suggested(await matching(dayOf(asOf)), entity, query)
      return { revision: projection.revision, asOf, for: refAt(projection, entity), matches }
    }
  )
}
