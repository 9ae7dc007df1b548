import { ClockIcon } from '@phosphor-icons/react/Clock'
import { HandshakeIcon } from '@phosphor-icons/react/Handshake'
import { ProhibitIcon } from '@phosphor-icons/react/Prohibit'
import { useEffect, useRef, useState } from 'react'
import type { Meeting } from '#contract/matches.ts'
import { useDecides } from '../connector/query.ts'
import { useSay } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { decide, useDecided } from './decided.ts'
import { keyOfMeeting } from './meeting.ts'
import { NotTheseTwo } from './NotTheseTwo.tsx'
import { meetWords } from './words.ts'

interface DecideProps {
  meeting: Meeting
  list: string
  place: number
  /** In words, where there is room for them. */
  isWide?: boolean
}

const choices = [
  ['acquainted', HandshakeIcon],
  ['later', ClockIcon],
  ['not-these-two', ProhibitIcon]
] as const

/** What a connector may decide about a meeting; nothing for anybody else. */
export function Decide({ meeting, list, place, isWide = false }: DecideProps) {
  const say = useSay()
  const decides = useDecides()
  const [isAsked, setAsked] = useState(false)
  const why = useRef<HTMLButtonElement>(null)
  const key = keyOfMeeting(meeting)
  const failed = useDecided().some((one) => one.key === key && one.state === 'failed')
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // It is back: whoever decided is where they were.
    if (failed) group.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [failed])
  if (!decides) return null
  return (
    <div className={isWide ? 'decide decide-wide' : 'decide'}>
      {failed && (
        <p className="fault" role="alert">
          {say(meetWords.notTaken)}
        </p>
      )}
      <fieldset ref={group} className="decide-row">
        <legend className="unseen">{say(meetWords.decideOn)(meeting.of.name, meeting.with.name)}</legend>
        {choices.map(([choice, Sign]) => {
          const isForm = choice === 'not-these-two'
          const act = (): void => (isForm ? setAsked(!isAsked) : decide(meeting, { decision: choice }, list, place))
          const shared = { ref: isForm ? why : undefined, onClick: act, 'aria-expanded': isForm ? isAsked : undefined }
          return isWide ? (
            <Button key={choice} {...shared}>
              <Sign aria-hidden="true" />
              <span>{say(meetWords.choices[choice])}</span>
            </Button>
          ) : (
            <button
              key={choice}
              type="button"
              className="round"
              aria-label={say(meetWords.choices[choice])}
              title={say(meetWords.choices[choice])}
              {...shared}
            >
              <Sign aria-hidden="true" />
            </button>
          )
        })}
      </fieldset>
      {isAsked && (
        <NotTheseTwo
          onGive={(because) => decide(meeting, { decision: 'not-these-two', ...(because && { because }) }, list, place)}
          onLeave={() => {
            setAsked(false)
            why.current?.focus()
          }}
        />
      )}
    </div>
  )
}
