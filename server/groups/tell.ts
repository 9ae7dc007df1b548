import type { CommunityTold, Question } from '#contract/questions.ts'
import type { NetworkMap } from '../map/network-map.ts'
import { sharesOf } from '../map/shares.ts'
import { type Projection, refAt } from '../network/projection.ts'
import { acquaintedOf } from './acquainted.ts'
import { openness } from './closed.ts'
import { crossingsOf } from './crossings.ts'
import type { Ground } from './ground.ts'
import { questionsOf } from './questions.ts'

/** The most communities, and of each the most things in common, that are told. */
const MOST_COMMUNITIES = 200
const MOST_SHARES = 6

/** What the form of a network says: questions, and its communities. */
export interface Told {
  questions: Question[]
  communities: CommunityTold[]
}

function communitiesOf({ projection, map, opennesses }: Ground): CommunityTold[] {
  const shares = sharesOf(projection, map.community, opennesses.length)
  return map.communities.slice(0, MOST_COMMUNITIES).flatMap(({ id, name, size }) => {
    const own = opennesses[id]
    if (!own) return []
    return {
      id,
      name,
      size,
      people: own.people,
      shares: (shares[id] ?? []).slice(0, MOST_SHARES).map(({ thing, count }) => ({ ...refAt(projection, thing), count })),
      bridges: own.bridges.map((person) => refAt(projection, person)),
      openness: openness(own)
    }
  })
}

/** Works out what the form of a network says, as the day `asOf` knew it. Takes a while where it is large: done in a thread of its own. */
export function tell(projection: Projection, map: NetworkMap, asOf: number): Told {
  const acquainted = acquaintedOf(projection, asOf)
  const count = map.communities.reduce((most, { id }) => Math.max(most, id + 1), 0)
  const ground: Ground = { projection, map, acquainted, asOf, ...crossingsOf(acquainted, map.community, count) }
  return { questions: questionsOf(ground), communities: communitiesOf(ground) }
}
