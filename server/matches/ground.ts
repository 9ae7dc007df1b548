import type { Projection } from '../network/projection.ts'
import { type Activity, activityOf } from './activity.ts'
import { type Alike, alikeOf } from './alike.ts'
import { type Circles, circlesOf } from './circle.ts'
import { type Contexts, contextsOf } from './contexts.ts'
import { type Members, membersOf } from './members.ts'
import { type Terms, termsOf } from './terms.ts'
import { type WalkGraph, walkGraphOf } from './walk.ts'

/** What matching reads of a network, as one day knew it; in typed arrays that threads share. */
export interface Ground {
  /** Day, as in days.ts. */
  asOf: number
  members: Members
  circles: Circles
  terms: Terms
  contexts: Contexts
  activity: Activity
  alike: Alike
  walk: WalkGraph
  lasting: WalkGraph
}

/** Works out what matching reads. Takes seconds where the network is large: done in a thread of its own. */
export function groundOf(projection: Projection, asOf: number): Ground {
  const members = membersOf(projection, asOf)
  const circles = circlesOf(projection, members, asOf)
  const terms = termsOf(projection, members, asOf)
  const alike = alikeOf(projection, members, terms)
  return {
    asOf,
    alike,
    members,
    circles,
    terms,
    contexts: contextsOf(projection, members, asOf),
    activity: activityOf(projection, members, circles, asOf),
    walk: walkGraphOf(projection, alike, asOf),
    lasting: walkGraphOf(projection, alike, asOf, false)
  }
}
