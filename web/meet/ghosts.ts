import type { Meeting } from '#contract/matches.ts'
import type { Say } from '../language.ts'
import type { Ghost, Picture } from '../network/picture.ts'
import { idsOf, keyOfMeeting } from './meeting.ts'
import { meetWords } from './words.ts'

/** The meetings that a picture has both ends of: these are drawn, whatever filters and overviews leave out is only told. */
export function ghostsOf({ network, shown }: Pick<Picture, 'network' | 'shown'>, meetings: readonly Meeting[], say: Say): Ghost[] {
  const drawn = new Map<string, Ghost>()
  for (const meeting of meetings) {
    const [from, to] = idsOf(meeting).map((id) => network.placeOf.get(id))
    const key = keyOfMeeting(meeting)
    if (from === undefined || to === undefined || drawn.has(key)) continue
    if (!shown.entities[from] || !shown.entities[to]) continue
    const { of, with: other } = meeting
    const [first] = other.reasons
    const told = [say(meetWords.two)(of.name, other.name), first && say(first.sentence)].filter(Boolean).join('\n')
    drawn.set(key, { key, from, to, told })
  }
  return [...drawn.values()]
}
