import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DecisionsAnswer, HeldDecision } from '#contract/decisions.ts'
import { spokenDate } from '#contract/vocabulary/spoken-date.ts'
import { spokenValue } from '#contract/vocabulary/values.ts'
import { ask } from '../api.ts'
import { useDecides } from '../connector/query.ts'
import { type Say, useLanguage, useSay } from '../language.ts'
import { capital } from '../lexicon.ts'
import { to } from '../location.ts'
import { ago } from '../spoken.ts'
import { Answered } from '../ui/Answered.tsx'
import { Link } from '../ui/Link.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { forgetDecided, undo } from './decided.ts'
import { keyOf } from './meeting.ts'
import { NotNow } from './NotNow.tsx'
import { meetWords } from './words.ts'

/** What connectors decided, and what takes it back; for them alone. */
export function Aside() {
  const say = useSay()
  const decides = useDecides()
  const [isOpen, setOpen] = useState(false)
  if (!decides) return null
  return (
    <details className="choices-group aside" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(meetWords.aside)}</summary>
      {isOpen && <Held />}
    </details>
  )
}

function Held() {
  const say = useSay()
  const query = useQuery({
    queryKey: ['decisions'],
    queryFn: ({ signal }) => ask<DecisionsAnswer>('/api/decisions?limit=100', signal)
  })
  return (
    <Answered query={query} waiting={<LinesWaiting count={2} />} failed={(error) => <NotNow error={error} again={() => query.refetch()} />}>
      {({ decisions, leftOut }) =>
        decisions.length === 0 ? (
          <p className="meetings-none">{say(meetWords.noneAside)}</p>
        ) : (
          <>
            <ul className="aside-list">
              {decisions.map((held) => (
                <li key={`${keyOf(held.between[0].id, held.between[1].id)} ${held.decision}`}>
                  <HeldLine held={held} />
                </li>
              ))}
            </ul>
            {leftOut > 0 && <p className="meetings-none">{say(meetWords.moreAside)(leftOut)}</p>}
          </>
        )
      }
    </Answered>
  )
}

/** Why two were set aside, and until when. */
function reasonOf({ decision, because, until }: HeldDecision, say: Say, language: 'fr' | 'en'): string {
  const why = because && capital(spokenValue(because, language))
  const said = [decision === 'not-these-two' && why ? undefined : say(meetWords.held[decision]), why]
  return [...said, until && say(meetWords.until)(spokenDate(until, language))].filter(Boolean).join(', ')
}

function HeldLine({ held }: { held: HeldDecision }) {
  const say = useSay()
  const language = useLanguage()
  const [state, setState] = useState<'held' | 'busy' | 'stuck'>('held')
  const { between, decision, batch, at } = held
  const [one, other] = between
  const takeBack = async (batch: string): Promise<void> => {
    setState('busy')
    if (await undo(batch, decision === 'acquainted')) forgetDecided(keyOf(one.id, other.id))
    else setState('stuck')
  }
  return (
    <div className="aside-line" data-two={keyOf(one.id, other.id)}>
      <p className="aside-names">
        <Link href={to.card(one.id)}>{one.name}</Link>
        {say(meetWords.and)}
        <Link href={to.card(other.id)}>{other.name}</Link>
      </p>
      <p className="soft">
        {reasonOf(held, say, language)} · {ago(at, language)}
      </p>
      {batch !== undefined && (
        <button
          type="button"
          className="quiet"
          disabled={state === 'busy'}
          aria-label={say(meetWords.takeBackOf)(one.name, other.name)}
          onClick={() => takeBack(batch)}
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
