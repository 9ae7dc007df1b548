import type { Match } from '#contract/matches.ts'
import type { Say } from '../language.ts'
import { capital } from '../lexicon.ts'
import { meetWords } from './words.ts'

/** How far the two are from each other, as people say it. */
export const distanceOf = ({ hops, unexpected }: Match, say: Say): string =>
  capital(
    [unexpected && say(meetWords.unexpected), hops === undefined ? say(meetWords.noWay) : say(meetWords.hops)(hops)]
      .filter(Boolean)
      .join(', ')
  )
