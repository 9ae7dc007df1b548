import type { Meeting } from '#contract/matches.ts'
import { useSay } from '../language.ts'
import { Told } from './Told.tsx'
import { meetWords } from './words.ts'

/** Why two should meet, from the `first` reason on, and what is not known of it. */
export function Reasons({ meeting: { of, with: other }, first = 0 }: { meeting: Meeting; first?: number }) {
  const say = useSay()
  const reasons = other.reasons.slice(first)
  return (
    <>
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map(({ kind, sentence, entities }) => (
            <li key={`${kind} ${sentence.fr}`}>
              <Told sentence={say(sentence)} entities={[...entities, of, other]} />
            </li>
          ))}
        </ul>
      )}
      {other.unknown.length > 0 && (
        <div className="not-known">
          <p className="label">{say(meetWords.unknown)}</p>
          <ul>
            {other.unknown.map((sentence) => (
              <li key={sentence.fr}>{say(sentence)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
