import { useId } from 'react'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { useIceBreakers } from './query.ts'
import { iceBreakersWords } from './words.ts'

/** So many are told where there is more to read. */
const MOST_TOLD = 3

/** A few first words for two people, on a page about something else; nothing while they are not there. */
export function FirstWords({ a, b }: { a: string; b: string }) {
  const say = useSay()
  const id = useId()
  const { data } = useIceBreakers(a, b)
  if (!data) return null
  return (
    <section className="first-words" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {say(iceBreakersWords.title)}
      </h2>
      <ul className="first-words-list">
        {data.iceBreakers.slice(0, MOST_TOLD).map(({ kind, sentence }) => (
          <li key={sentence.fr}>
            <span className="eyebrow">{say(iceBreakersWords.kind[kind])}</span>
            {say(sentence)}
          </li>
        ))}
      </ul>
      <ButtonLink href={to.firstWords(a, b)}>{say(iceBreakersWords.more)}</ButtonLink>
    </section>
  )
}
