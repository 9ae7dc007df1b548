import { type SyntheticEvent, useId } from 'react'
import { useSay } from '../language.ts'
import { learningWords } from '../learning/words.ts'
import { to } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { Link } from '../ui/Link.tsx'
import { NoMeetings, NotNow } from './NotNow.tsx'
import { useMeetings } from './query.ts'
import { Suggestions } from './Suggestions.tsx'
import { MeetingsWaiting } from './Waiting.tsx'
import { meetWords } from './words.ts'

interface WeekProps {
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** In short and side by side, where something else is below: at the foot of a phone, above the list. */
  isBrief?: 'foot' | 'list' | undefined
}

/** The few meetings to make this week, for the whole network. */
export function Week({ isOpen, onOpen, isBrief }: WeekProps) {
  const say = useSay()
  const title = useId()
  return (
    <details
      className={isBrief ? `week week-brief week-${isBrief}` : 'week'}
      aria-labelledby={title}
      open={isOpen}
      onToggle={({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => onOpen(currentTarget.open)}
    >
      <summary>
        <h2 id={title}>{say(meetWords.week)}</h2>
      </summary>
      {isOpen && <Meetings isBrief={isBrief !== undefined} />}
    </details>
  )
}

function Meetings({ isBrief }: { isBrief: boolean }) {
  const say = useSay()
  const query = useMeetings()
  return (
    <Answered
      query={query}
      waiting={<MeetingsWaiting count={isBrief ? 2 : 4} />}
      failed={(error) => <NotNow error={error} again={() => query.refetch()} />}
    >
      {({ meetings }) =>
        meetings.length === 0 ? (
          <NoMeetings title={say(meetWords.none)} hint={say(meetWords.noneHint)} />
        ) : (
          <>
            <Suggestions meetings={meetings} list="week" isBrief={isBrief} />
            {!isBrief && (
              <Link className="quiet" href={to.learning()}>
                {say(learningWords.link)}
              </Link>
            )}
          </>
        )
      }
    </Answered>
  )
}
