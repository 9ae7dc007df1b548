import type { CSSProperties } from 'react'
import type { Card } from '#contract/cards.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { spokenOn, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { looks } from '../ui/kinds.ts'
import { Link } from '../ui/Link.tsx'
import { lifeOf, type Stretch } from './life.ts'
import { cardWords } from './words.ts'

/** What is of one day has no years to go through. */
const ofOneDay = new Set<EntityType>(['event', 'introduction', 'portrait'])

/** What was tied when: what lasts as a bar, what happened in the form of its kind. Read aloud it is a list, oldest first. */
export function LifeLine({ card }: { card: Card }) {
  const say = useSay()
  const day = new Date().toISOString().slice(0, 10)
  const life = ofOneDay.has(card.type) ? undefined : lifeOf(card, day)
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
                isLate={stretch.from > (first + last) / 2}
                today={day}
              />
            ))}
          </ol>
        </div>
      </section>
    </section>
  )
}

/** What is of now is seen first; an edge beyond which there is more is soft. */
function toLatest(line: HTMLElement | null): (() => void) | undefined {
  if (!line) return undefined
  line.scrollLeft = line.scrollWidth
  const fade = (): void => {
    const { scrollLeft, scrollWidth, clientWidth } = line
    line.classList.toggle('life-before', scrollLeft > 1)
    line.classList.toggle('life-after', scrollLeft + clientWidth < scrollWidth - 1)
  }
  const size = new ResizeObserver(fade)
  size.observe(line)
  line.addEventListener('scroll', fade, { passive: true })
  return () => {
    size.disconnect()
    line.removeEventListener('scroll', fade)
  }
}

function Told({
  today,
  stretch: { tie, from, to: end, isOpen, isMoment, lane },
  share,
  isLate
}: {
  today: string
  stretch: Stretch
  share: (year: number) => string
  /** In the second half of the line, where a label has its room to the left. */
  isLate: boolean
}) {
  const say = useSay()
  const language = useLanguage()
  const { other, relation, direction, from_date, to_date } = tie
  const { sentence, inverse } = relations[relation]
  const when = isMoment ? spokenOn(from_date ?? to_date ?? '', language) : spokenSpan(tie, language, today)
  const told = `${say(direction === 'out' ? sentence : inverse)} ${other.name}, ${when}`
  const place = { left: share(from), '--lane': lane, ...(!isMoment && { width: `calc(${share(end)} - ${share(from)})` }) } as CSSProperties
  if (isMoment)
    return (
      <li className={`life-one life-moment kind-${other.type} ${isLate ? 'life-late' : ''}`} style={place}>
        <Link href={to.card(other.id)} aria-label={told}>
          <Form type={other.type} />
          <span className="life-label">{`${other.name}, ${when}`}</span>
        </Link>
      </li>
    )
  return (
    <li className={`life-one life-stretch kind-${other.type} ${isOpen ? 'life-open' : ''}`} style={place}>
      <Link href={to.card(other.id)} title={told} aria-label={told}>
        <span>{other.name}</span>
      </Link>
    </li>
  )
}

function Form({ type }: { type: EntityType }) {
  const { form, open } = looks[type]
  return (
    <svg viewBox="0 0 48 48" className={open ? 'life-form life-form-open' : 'life-form'} aria-hidden="true">
      <path d={form} />
    </svg>
  )
}
