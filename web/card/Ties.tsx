import type { Card, CardTie } from '#contract/cards.ts'
import type { Recorded } from '#contract/entity.ts'
import { relations } from '#contract/vocabulary/relations.ts'
import { spokenOn, spokenSpan } from '#contract/vocabulary/spoken-date.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Face } from '../ui/Face.tsx'
import { Link } from '../ui/Link.tsx'
import { words } from '../words.ts'
import { groupsOf, shortName, type TieGroup } from './groups.ts'
import { Written } from './Written.tsx'

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
  const leftOut = group.count - group.ties.length
  const heading = `ties-${group.key.replace(' ', '-')}`
  return (
    <section className="ties" aria-labelledby={heading}>
      <h2 id={heading} className="ties-sentence">
        <span className="ties-who">{shortName(card)}</span>{' '}
        <span className="ties-verb">
          {say(group.sentence)} <span className="ties-count">{number(group.count, language)}</span>
        </span>
      </h2>
      <div className="ties-others">
        {group.undated ? <Names ties={group.ties} /> : <Lines ties={group.ties} card={card} />}
        {leftOut > 0 && (
          <p className="ties-more">{leftOut === 1 ? say(words.card.oneMore) : say(words.card.more)(number(leftOut, language))}</p>
        )}
      </div>
    </section>
  )
}

function Names({ ties }: { ties: CardTie[] }) {
  return (
    <ul className="names">
      {ties.map(({ other }) => (
        <li key={other.id}>
          <Link className={`name-link kind-${other.type}`} href={to.card(other.id)}>
            {other.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Lines({ ties, card }: { ties: CardTie[]; card: Card }) {
  const records = new Map(card.records.map((record) => [record.revision, record]))
  return (
    <ul className="lines">
      {ties.map((tie) => (
        <li key={`${tie.other.id} ${tie.role} ${tie.from_date}`}>
          <EntityLine of={tie.other}>
            <TieWords tie={tie} written={tie.recorded === card.recorded.revision ? undefined : records.get(tie.recorded)} />
          </EntityLine>
        </li>
      ))}
    </ul>
  )
}

/** Role and dates, then the source, then when it was written where that was not with the card itself. */
function TieWords({ tie, written }: { tie: CardTie; written?: Recorded }) {
  const say = useSay()
  const language = useLanguage()
  // What is tied to an event has its day, even where the relation may last elsewhere.
  const isOnce = relations[tie.relation].dated === 'once' || tie.other.type === 'event'
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
