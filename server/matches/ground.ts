import type { Projection } from '../network/projection.ts'
import { type Activity, activityOf } from './activity.ts'
import { type Alike, alikeOf } from './alike.ts'
import { type Circles, circlesOf } from './circle.ts'
import { type Contexts, contextsOf } from './contexts.ts'
import { type Members, membersOf } from './members.ts'
import { type Said, saidOf } from './said.ts'
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
}

/**
 * Works out what matching reads. Takes seconds where the network is large: done in a thread of its own. What texts tell is taken from
 * `former`, the ground before some ties were written, where nobody came to a project or left one since.
 */
export function groundOf(projection: Projection, asOf: number, said: Said = saidOf(projection), former?: Ground): Ground {
  const members = membersOf(projection, asOf)
  const circles = circlesOf(projection, members, asOf)
  const isSame = former?.asOf === asOf && former.terms.lengths === said.lengths && areSame(former.members, members)
  const terms = isSame ? former.terms : termsOf(projection, said, members, asOf)
  const alike = isSame ? former.alike : alikeOf(projection, members, terms, asOf)
  return {
    asOf,
    members,
    circles,
    terms,
    contexts: contextsOf(projection, members, asOf),
    activity: activityOf(projection, said, members, circles, asOf),
    alike,
    walk: walkGraphOf(projection, alike, asOf)
  }
}

/** Whether the same were in the same projects at the same time. */
function areSame(one: Members, other: Members): boolean {
  return (['offsets', 'others', 'since', 'until'] as const).every((name) => {
    const [a, b] = [one[name], other[name]]
    return a.length === b.length && a.every((value, i) => value === b[i])
  })
}
