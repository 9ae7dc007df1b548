import { ChatCircleIcon } from '@phosphor-icons/react/ChatCircle'
import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import type { ReactNode } from 'react'
import type { Meeting } from '#contract/matches.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { canEndWay } from '../way/ends.ts'
import { Decide } from './Decide.tsx'
import { useDecided } from './decided.ts'
import { DecidedLine } from './DecidedLine.tsx'
import { distanceOf } from './distance.ts'
import { keyOfMeeting } from './meeting.ts'
import { Pair } from './Pair.tsx'
import { Reasons } from './Reasons.tsx'
import { meetWords } from './words.ts'

interface MeetingSheetProps {
  meeting: Meeting
  /** What else can be done with the two. */
  acts?: ReactNode
}

/** Two who should meet, with all that speaks for it. */
export function MeetingSheet({ meeting, acts }: MeetingSheetProps) {
  const say = useSay()
  const { of, with: other } = meeting
  return (
    <article className="meeting-sheet" data-two={keyOfMeeting(meeting)}>
      <header>
        <Pair one={of} other={other} />
        <p className="eyebrow">{say(meetWords.meet)}</p>
        <h2 className="meeting-title">{say(meetWords.two)(of.name, other.name)}</h2>
        <p className="soft">{distanceOf(other, say)}</p>
      </header>
      <Reasons meeting={meeting} />
      {other.introducers.length > 0 && (
        <section>
          <h3 className="label">{say(meetWords.introducers)}</h3>
          <ul className="lines">
            {other.introducers.map(({ sentence, ...introducer }) => (
              <li key={introducer.id}>
                <EntityLine of={introducer}>
                  <span className="line-detail">{say(sentence)}</span>
                </EntityLine>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="acts">
        {canEndWay(of) && canEndWay(other) && (
          <ButtonLink rank="main" href={to.way({ from: of.id, to: other.id })}>
            <SignpostIcon aria-hidden="true" />
            <span>{say(meetWords.way)}</span>
          </ButtonLink>
        )}
        {of.type === 'person' && other.type === 'person' && (
          <ButtonLink href={to.firstWords(of.id, other.id)}>
            <ChatCircleIcon aria-hidden="true" />
            <span>{say(meetWords.firstWords)}</span>
          </ButtonLink>
        )}
        {acts}
      </div>
      <Verdict meeting={meeting} />
      <section>
        <h3 className="label">{say(meetWords.cards)}</h3>
        <ul className="lines">
          {[of, other].map((one) => (
            <li key={one.id}>
              <EntityLine of={one} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

/** What can be decided about it, or what was. */
function Verdict({ meeting }: { meeting: Meeting }) {
  const decided = useDecided().find(({ key, state }) => key === keyOfMeeting(meeting) && state !== 'failed')
  return decided ? <DecidedLine decided={decided} /> : <Decide meeting={meeting} list="two" place={0} isWide />
}
