import { useId, useState } from 'react'
import type { Card, CardTie } from '#contract/cards.ts'
import type { Recorded } from '#contract/entity.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { spokenOn, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import type { Words } from '#contract/vocabulary/words.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { Button } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Face } from '../ui/Face.tsx'
import { Link } from '../ui/Link.tsx'
import { words } from '../words.ts'
import { groupsOf, shortName, type TieGroup } from './groups.ts'
import { cardWords } from './words.ts'
import { Written } from './Written.tsx'

/** Ties of a group that are shown at once, as lines and as names alone; on paper all of them are. */
const LINES = 8
const NAMES = 20

/** What has no name that a sentence could begin with. */
const subjects: Partial<Record<EntityType, Words>> = cardWords.subjects

/** Groups that were opened: whoever follows a tie and comes back finds them open. */
const opened = new Set<string>()

/** The ties of a card, told as sentences. */
export function Ties({ card }: { card: Card }) {
  const say = useSay()
  const groups = groupsOf(card)
  if (groups.length === 0) return <Face title={say(words.card.noTies)} hint={say(words.card.noTiesHint)} />
  return groups.map((group) => <Group key={group.key} group={group} card={card} />)
}

function Group({ group, card }: { group: TieGroup; card: Card }) {
  const say = useSay()
  const language = useLanguage()
  const list = useId()
  const place = `${card.id} ${group.key}`
  const [isOpen, setOpen] = useState(opened.has(place))
  const most = group.undated ? NAMES : LINES
  const later = group.ties.length - most
  // One alone takes no more room than the button that would show it.
  const folds = later > 1
  const shown = folds && !isOpen ? most : group.ties.length
  const leftOut = group.count - group.ties.length
  const heading = `ties-${group.key.replace(' ', '-')}`
  const subject = subjects[card.type]
  const turn = (): void => {
    if (isOpen) opened.delete(place)
    else opened.add(place)
    setOpen(!isOpen)
  }
  return (
    <section className="ties" aria-labelledby={heading}>
      <h2 id={heading} className="ties-sentence">
        <span className="ties-who">{subject ? say(subject) : shortName(card)}</span>{' '}
        <span className="ties-verb">
          {say(group.sentence)} {group.count > 1 && <span className="ties-count">{number(group.count, language)}</span>}
        </span>
      </h2>
      <div className="ties-others">
        {group.undated ? (
          <Names id={list} ties={group.ties} shown={shown} />
        ) : (
          <Lines id={list} ties={group.ties} shown={shown} card={card} />
        )}
        {folds && (
          <Button className="ties-all" aria-expanded={isOpen} aria-controls={list} onClick={turn}>
            {isOpen ? say(cardWords.showFewer) : say(cardWords.showMore)(number(later, language))}
          </Button>
        )}
        {leftOut > 0 && (
          <p className={shown < group.ties.length ? 'ties-more later' : 'ties-more'}>
            {leftOut === 1 ? say(words.card.oneMore) : say(words.card.more)(number(leftOut, language))}
          </p>
        )}
      </div>
    </section>
  )
}

interface ListProps {
  id: string
  ties: CardTie[]
  /** How many of them there are at first. */
  shown: number
}

function Names({ id, ties, shown }: ListProps) {
  return (
    <ul id={id} className="names">
      {ties.map(({ other }, index) => (
        <li key={other.id} className={index < shown ? undefined : 'later'}>
          <Link className={`name-link kind-${other.type}`} href={to.card(other.id)}>
            {other.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Lines({ id, ties, shown, card }: ListProps & { card: Card }) {
  const records = new Map(card.records.map((record) => [record.revision, record]))
  return (
    <ul id={id} className={ties.length > 4 ? 'lines lines-many' : 'lines'}>
      {ties.map((tie, index) => (
        <li key={`${tie.other.id} ${tie.role} ${tie.from_date}`} className={index < shown ? undefined : 'later'}>
          <EntityLine of={tie.other}>
            <TieWords
              tie={tie}
              isOfEvent={[card.type, tie.other.type].includes('event')}
              written={tie.recorded === card.recorded.revision ? undefined : records.get(tie.recorded)}
            />
          </EntityLine>
        </li>
      ))}
    </ul>
  )
}

/** Role and dates, then the source, then when it was written where that was not with the card itself. */
function TieWords({ tie, isOfEvent, written }: { tie: CardTie; isOfEvent: boolean; written?: Recorded }) {
  const say = useSay()
  const language = useLanguage()
  // What is tied to an event has its day, even where the relation may last elsewhere.
  const isOnce = relations[tie.relation].dated === 'once' || isOfEvent
  const when = isOnce && tie.from_date ? spokenOn(tie.from_date, language) : spokenSpan(tie, language, new Date().toISOString())
  const said = [tie.role, when].filter(Boolean).join(', ')
  return (
    <>
      {said && <span className="line-detail">{said}</span>}
      {tie.source && <span className="line-source">{say(words.card.source)(tie.source)}</span>}
      {written && <Written record={written} className="line-source" />}
    </>
  )
}
