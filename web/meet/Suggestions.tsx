import type { Meeting } from '#contract/matches.ts'
import { MeetingCard } from './MeetingCard.tsx'
import { keyOfMeeting } from './meeting.ts'

interface SuggestionsProps {
  meetings: readonly Meeting[]
  isOfOne?: boolean
  isBrief?: boolean
}

/** Meetings one below the other, those of most weight first. */
export function Suggestions({ meetings, isOfOne, isBrief }: SuggestionsProps) {
  return (
    <ul className="meetings">
      {meetings.map((meeting) => (
        <li key={keyOfMeeting(meeting)}>
          <MeetingCard meeting={meeting} isOfOne={isOfOne} isBrief={isBrief} />
        </li>
      ))}
    </ul>
  )
}
