import { useId } from 'react'
import type { Card } from '#contract/cards.ts'
import { useSay } from '../language.ts'
import { Answered } from '../ui/Answered.tsx'
import { canMeet, meetingsIn } from './meeting.ts'
import { NoMeetings, NotNow } from './NotNow.tsx'
import { useMatches } from './query.ts'
import { Suggestions } from './Suggestions.tsx'
import { MeetingsWaiting } from './Waiting.tsx'
import { meetWords } from './words.ts'

/** Whom the one of a card should meet. */
export function ToMeet({ card }: { card: Card }) {
  return canMeet(card) ? <Matches card={card} /> : null
}

/** Whether a card says what could bring meetings about. */
const isTold = ({ fields: { bio, description }, groups }: Card): boolean =>
  Boolean(bio || description) && groups.some(({ relation }) => relation === 'ABOUT')

function Matches({ card }: { card: Card }) {
  const say = useSay()
  const title = useId()
  const query = useMatches(card.id)
  return (
    <section className="to-meet" aria-labelledby={title}>
      <h2 id={title} className="section-title">
        {say(meetWords.meet)}
      </h2>
      <Answered
        query={query}
        waiting={<MeetingsWaiting count={2} />}
        failed={(error) => <NotNow error={error} again={() => query.refetch()} />}
      >
        {(answer) =>
          meetingsIn(answer).length === 0 ? (
            <NoMeetings title={say(meetWords.noneOf)} hint={say(isTold(card) ? meetWords.noneOfFull : meetWords.noneOfBare)} />
          ) : (
            <Suggestions meetings={meetingsIn(answer)} list={`card ${card.id}`} isOfOne />
          )
        }
      </Answered>
    </section>
  )
}
