import type { CSSProperties } from 'react'
import type { Card } from '#contract/cards.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { spokenOn, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { Link } from '../ui/Link.tsx'
import { lifeOf, type Stretch } from './life.ts'
import { cardWords } from './words.ts'

/** What was tied when: what lasts as a bar, what happened as a dot. Read aloud it is a list, oldest first. */
export function LifeLine({ card }: { card: Card }) {
  const say = useSay()
  const day = new Date().toISOString().slice(0, 10)
  const life = lifeOf(card, day)
  if (!life) return null
  const { first, last, today, lanes, stretches } = life
  const share = (year: number): string => `${((year - first) / (last - first)) * 100}%`
  const step = last - first > 14 ? 2 : 1
  return (
    <section className="life" aria-labelledby="life">
      <h2 id="life" className="section-title">
        {say(cardWords.life)}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard */}
      <section ref={toLatest} className="life-scroll" tabIndex={0} aria-label={say(cardWords.lifeOf)(first, last - 1)}>
        <div className="life-line" style={{ '--lanes': lanes, '--years': last - first } as CSSProperties}>
          <div className="life-years" aria-hidden="true">
            {Array.from({ length: last - first }, (_, place) => first + place).map((year) => (
              <span key={year} style={{ left: share(year) }}>
                {(year - first) % step === 0 ? year : ''}
              </span>
            ))}
            <i style={{ left: share(today) }} />
          </div>
          <ol>
            {stretches.map((stretch) => (
              <Told
                key={`${stretch.tie.relation} ${stretch.tie.other.id} ${stretch.from} ${stretch.lane}`}
                stretch={stretch}
                share={share}
                today={day}
              />
            ))}
          </ol>
        </div>
      </section>
    </section>
  )
}

/** What is of now is seen first. */
const toLatest = (line: HTMLElement | null): void => {
  if (line) line.scrollLeft = line.scrollWidth
}

function Told({
  today,
  stretch: { tie, from, to: end, isOpen, isMoment, lane },
  share
}: {
  today: string
  stretch: Stretch
  share: (year: number) => string
}) {
  const say = useSay()
  const language = useLanguage()
  const { other, relation, direction, from_date, to_date } = tie
  const { sentence, inverse } = relations[relation]
  const when = isMoment ? spokenOn(from_date ?? to_date ?? '', language) : spokenSpan(tie, language, today)
  const told = `${say(direction === 'out' ? sentence : inverse)} ${other.name}, ${when}`
  const place = { left: share(from), '--lane': lane, ...(!isMoment && { width: `calc(${share(end)} - ${share(from)})` }) } as CSSProperties
  return (
    <li className={`life-one kind-${other.type} ${isMoment ? 'life-moment' : 'life-stretch'} ${isOpen ? 'life-open' : ''}`} style={place}>
      <Link href={to.card(other.id)} title={told} aria-label={told}>
        <span>{other.name}</span>
      </Link>
    </li>
  )
}
