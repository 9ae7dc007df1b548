import { useEffect, useRef, useState } from 'react'
import { useSay } from '../language.ts'
import { type Decided, settle, takeBack } from './decided.ts'
import { meetWords } from './words.ts'

/** So long a decision can be taken back where it was made; longer while somebody is at it. */
const FRESH_MS = 12_000

/** What was just decided, in the place of the meeting, and what takes it back. */
export function DecidedLine({ decided }: { decided: Decided }) {
  const say = useSay()
  const line = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [canTakeBack, setCanTakeBack] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const { key, meeting, verdict, written, state } = decided
  const { of, with: other } = meeting
  useEffect(() => {
    // What was pressed is gone: the focus goes where one would press next.
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true })
    let isHere = true
    void written.then((batch) => isHere && setCanTakeBack(batch !== undefined))
    return () => {
      isHere = false
    }
  }, [written])
  useEffect(() => {
    const timer = setInterval(() => {
      if (!line.current?.matches(':hover, :has(:focus-visible)')) settle(key)
    }, FRESH_MS)
    return () => clearInterval(timer)
  }, [key])
  return (
    <div ref={line} className="decided">
      <p role="status">
        {say(meetWords.decided[verdict.decision])} <span className="soft">{say(meetWords.two)(of.name, other.name)}</span>
      </p>
      {canTakeBack && (
        <button
          ref={button}
          type="button"
          className="quiet"
          disabled={isBusy}
          aria-label={say(meetWords.takeBackOf)(of.name, other.name)}
          onClick={async () => {
            setBusy(true)
            await takeBack(decided)
            setBusy(false)
          }}
        >
          {say(meetWords.takeBack)}
        </button>
      )}
      {state === 'stuck' && (
        <p className="fault" role="alert">
          {say(meetWords.stuck)}
        </p>
      )}
    </div>
  )
}
