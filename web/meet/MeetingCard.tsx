import { type MouseEvent, type ReactNode, useContext, useId } from 'react'
import type { Match, Meeting } from '#contract/matches.ts'
import { shortName } from '../card/groups.ts'
import { type Say, useSay } from '../language.ts'
import { to } from '../location.ts'
import { Link } from '../ui/Link.tsx'
import { Tile } from '../ui/Tile.tsx'
import { canEndWay } from '../way/ends.ts'
import { distanceOf } from './distance.ts'
import { idsOf, keyOfMeeting } from './meeting.ts'
import { OnMapContext } from './on-map.ts'
import { Pair } from './Pair.tsx'
import { Reasons } from './Reasons.tsx'
import { Told } from './Told.tsx'
import { meetWords } from './words.ts'

interface MeetingCardProps {
  meeting: Meeting
  /** On the card of the one, who needs not be named again. */
  isOfOne?: boolean | undefined
  /** On a phone, where pressing it opens the rest. */
  isBrief?: boolean | undefined
  /** What can be decided about it. */
  children?: ReactNode
}

/** Two who should meet, in short: the strongest reason, who could introduce them; the rest on demand. */
export function MeetingCard({ meeting, isOfOne = false, isBrief = false, children }: MeetingCardProps) {
  const say = useSay()
  const id = useId()
  const onMap = useContext(OnMapContext)
  const { of, with: other } = meeting
  const key = keyOfMeeting(meeting)
  const [first] = other.reasons
  return (
    <article className={onMap?.pointed === key ? 'meeting meeting-pointed' : 'meeting'} data-two={key} aria-labelledby={id}>
      {isOfOne ? (
        <h3 id={id} className="meeting-names">
          <Link className="meeting-open" href={to.card(other.id)}>
            <Tile of={other} />
            <span className="meeting-named">{other.name}</span>
          </Link>
        </h3>
      ) : (
        <TwoNames id={id} meeting={meeting} />
      )}
      {first && (
        <p className="meeting-reason">
          {isBrief ? say(first.sentence) : <Told sentence={say(first.sentence)} entities={first.entities} />}
        </p>
      )}
      <div className="meeting-foot">
        <p className="meeting-through">{throughOf(other, say)}</p>
        {!isBrief && (
          <details className="meeting-why">
            <summary aria-label={say(meetWords.whyTwo)(of.name, other.name)}>{say(meetWords.why)}</summary>
            <div className="meeting-whole">
              <p className="soft">{distanceOf(other, say)}</p>
              <Reasons meeting={meeting} first={1} />
              <Introduced meeting={meeting} />
              {canEndWay(of) && canEndWay(other) && (
                <Link className="meeting-way" href={to.way({ from: of.id, to: other.id })}>
                  {say(meetWords.way)}
                </Link>
              )}
            </div>
          </details>
        )}
        {children}
      </div>
    </article>
  )
}

/** Who could introduce the two, else how far they are from each other. */
const throughOf = (match: Match, say: Say): string =>
  match.introducers.length > 0 ? say(meetWords.introduce)(match.introducers.slice(0, 2).map(shortName)) : distanceOf(match, say)

/** The names of the two, which lead to their meeting on the map. */
function TwoNames({ id, meeting }: { id: string; meeting: Meeting }) {
  const say = useSay()
  const onMap = useContext(OnMapContext)
  const { of, with: other } = meeting
  const open = (event: MouseEvent): void => {
    if (!onMap || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onMap.open(idsOf(meeting))
  }
  return (
    <h3 id={id} className="meeting-names">
      <Link className="meeting-open" href={to.map({ selected: idsOf(meeting) })} onClick={open}>
        <Pair one={of} other={other} />
        <span className="meeting-named">
          {of.name}
          <span className="meeting-and">{say(meetWords.and)}</span>
          {other.name}
        </span>
      </Link>
    </h3>
  )
}

/** Who could introduce the two, and how they know each. */
function Introduced({ meeting: { of, with: other } }: { meeting: Meeting }) {
  const say = useSay()
  return (
    <ul className="introduced">
      {other.introducers.map(({ sentence, ...introducer }) => (
        <li key={introducer.id}>
          <Told sentence={say(sentence)} entities={[introducer, of, other]} />
        </li>
      ))}
    </ul>
  )
}
