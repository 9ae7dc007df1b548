import { isStarting } from '../api.ts'
import { useSay } from '../language.ts'
import { words } from '../words.ts'
import { meetWords } from './words.ts'

/** Why there are no meetings yet, without taking the place of what is beside. */
export function NotNow({ error, again }: { error: unknown; again: () => void }) {
  const say = useSay()
  if (isStarting(error))
    return (
      <p className="meetings-none" role="status">
        {say(words.waiting.starting)}
      </p>
    )
  return (
    <div className="meetings-none" role="alert">
      <p>{say(meetWords.failed)}</p>
      <button type="button" className="quiet" onClick={again}>
        {say(meetWords.again)}
      </button>
    </div>
  )
}

/** A place without meetings, and what would bring some. */
export function NoMeetings({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="meetings-none">
      <p className="meetings-none-title">{title}</p>
      <p>{hint}</p>
    </div>
  )
}
