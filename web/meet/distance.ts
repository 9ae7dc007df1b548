import type { Match } from '#contract/matches.ts'
import type { Say } from '../language.ts'
import { capital } from '../lexicon.ts'
import { meetWords } from './words.ts'

/** How far the two are from each other, as people say it. */
export function distanceOf({ hops, unexpected }: Match, say: Say): string {
  if (hops === undefined) return capital(say(meetWords.noWay))
  const far = say(meetWords.hops)(hops)
  return capital(unexpected ? say(meetWords.unexpected)(far) : far)
}
