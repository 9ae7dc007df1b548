import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import { type ReactNode, useEffect } from 'react'
import type { Card } from '#contract/cards.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { rememberSeen } from '../home/recent.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { ToMeet } from '../meet/ToMeet.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Tile } from '../ui/Tile.tsx'
import { canEndWay } from '../way/ends.ts'
import { words } from '../words.ts'
import { Facts, hasFacts, Texts, titleFacts } from './Facts.tsx'
import { shortName, titleOf } from './groups.ts'
import { LifeLine } from './LifeLine.tsx'
import { SmallNetwork } from './SmallNetwork.tsx'
import { Ties } from './Ties.tsx'
import { Written } from './Written.tsx'

interface CardSheetProps {
  card: Card
  /** Beside the map: one column, and a heading below that of the page. */
  compact?: boolean
  /** What can be done with it, in the place of its usual button. */
  acts?: ReactNode
}

/** Everything known of an entity. */
export function CardSheet({ card, compact = false, acts }: CardSheetProps) {
  const say = useSay()
  const language = useLanguage()
  const { id, type, name } = card
  const title = titleOf(card)
  const length = title.length > 80 ? 'title-text' : title.length > 40 ? 'title-long' : ''
  useEffect(() => rememberSeen({ id, type, name }), [id, type, name])
  return (
    <article className={`card kind-${type} ${compact ? 'card-compact' : ''}`}>
      <header className="card-head">
        <Tile of={card} size="large" picture={pictureOf(card)} />
        <div className="card-title">
          <p className="eyebrow">{[say(kinds[type].name), ...titleFacts(card, language)].join(' · ')}</p>
          {compact ? <h2 className={length}>{title}</h2> : <Heading className={length}>{title}</Heading>}
        </div>
        {acts && <div className="acts">{acts}</div>}
        {!acts && canEndWay(card) && (
          <ButtonLink rank="main" href={to.way({ to: id })}>
            <SignpostIcon aria-hidden="true" />
            <span>{say(words.card.reach)(shortName(card))}</span>
          </ButtonLink>
        )}
      </header>
      <div className="card-body">
        <div className="card-main">
          <Texts card={card} />
          <ToMeet card={card} />
          {!compact && <SmallNetwork card={card} />}
          {!compact && <LifeLine card={card} />}
          <Ties card={card} />
          {compact && <LifeLine card={card} />}
        </div>
        <aside className="card-side" aria-label={say(words.card.about)}>
          {hasFacts(card) && <Facts card={card} />}
          <p className="card-written">
            <Written record={card.recorded} />
          </p>
        </aside>
      </div>
    </article>
  )
}

/** A picture of this very site, or one that the field holds whole: the page asks nothing of another host. */
function pictureOf({ fields: { logo } }: Card): string | undefined {
  return typeof logo === 'string' && (/^data:image\//.test(logo) || /^\/[^/\\]/.test(logo)) ? logo : undefined
}
