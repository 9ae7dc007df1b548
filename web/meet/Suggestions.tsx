import type { Meeting } from '#contract/matches.ts'
import { Decide } from './Decide.tsx'
import { type Decided, isDecided, useDecided } from './decided.ts'
import { DecidedLine } from './DecidedLine.tsx'
import { MeetingCard } from './MeetingCard.tsx'
import { keyOfMeeting, MOST_OF_ONE, MOST_OF_WEEK } from './meeting.ts'

interface SuggestionsProps {
  meetings: readonly Meeting[]
  /** What the list is called, among those that one decides in. */
  list: string
  isOfOne?: boolean
  isBrief?: boolean
}

type Item = { is: 'meeting'; meeting: Meeting } | { is: 'decided'; decided: Decided }

/** Meetings one below the other; in the place of one that was just decided about, that it was, and the next one at the end. */
export function Suggestions({ meetings, list, isOfOne, isBrief }: SuggestionsProps) {
  const decided = useDecided()
  const items = meetings
    .filter((meeting) => !isDecided(decided, meeting))
    .slice(0, isOfOne ? MOST_OF_ONE : MOST_OF_WEEK)
    .map((meeting): Item => ({ is: 'meeting', meeting }))
  for (const one of decided.filter((one) => one.list === list && (one.isFresh || one.state === 'stuck')).sort((a, b) => a.place - b.place))
    items.splice(one.place, 0, { is: 'decided', decided: one })
  return (
    <ul className="meetings">
      {items.map((item, place) =>
        item.is === 'decided' ? (
          <li key={item.decided.key}>
            <DecidedLine decided={item.decided} />
          </li>
        ) : (
          <li key={keyOfMeeting(item.meeting)}>
            <MeetingCard meeting={item.meeting} isOfOne={isOfOne} isBrief={isBrief}>
              {!isBrief && <Decide meeting={item.meeting} list={list} place={place} />}
            </MeetingCard>
          </li>
        )
      )}
    </ul>
  )
}
