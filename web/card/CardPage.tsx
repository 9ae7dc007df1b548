import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import { useEffect } from 'react'
import type { Card } from '#contract/cards.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { isMissing } from '../api.ts'
import { rememberSeen } from '../home/recent.ts'
import { useLanguage, useSay } from '../language.ts'
import { cardId, to, usePath } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Face, Failed } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { Tile } from '../ui/Tile.tsx'
import { LinesWaiting, TextWaiting } from '../ui/Waiting.tsx'
import { words } from '../words.ts'
import { canEndWay } from '../way/ends.ts'
import { Facts, hasFacts, Texts, titleFacts } from './Facts.tsx'
import { shortName } from './groups.ts'
import { useCard } from './query.ts'
import { Ties } from './Ties.tsx'
import { Written } from './Written.tsx'

export function CardPage() {
  const say = useSay()
  const query = useCard(cardId(usePath()))
  return (
    <Page title={query.data?.name ?? say(isMissing(query.error) ? words.card.missing : words.card.title)} className="card-page">
      <Answered
        query={query}
        waiting={<CardWaiting />}
        failed={(error) => (isMissing(error) ? <Missing /> : <CardFailed error={error} again={() => query.refetch()} />)}
      >
        {(card) => <CardSheet key={card.id} card={card} />}
      </Answered>
    </Page>
  )
}

function CardSheet({ card }: { card: Card }) {
  const say = useSay()
  const language = useLanguage()
  const { id, type, name } = card
  useEffect(() => rememberSeen({ id, type, name }), [id, type, name])
  return (
    <article className={`card kind-${type}`}>
      <header className="card-head">
        <Tile of={card} size="large" picture={pictureOf(card)} />
        <div className="card-title">
          <p className="eyebrow">{[say(kinds[type].name), ...titleFacts(card, language)].join(' · ')}</p>
          <Heading className={name.length > 40 ? 'title-long' : ''}>{name}</Heading>
        </div>
        {canEndWay(card) && (
          <ButtonLink rank="main" href={to.way({ to: id })}>
            <SignpostIcon aria-hidden="true" />
            <span>{say(words.card.reach)(shortName(card))}</span>
          </ButtonLink>
        )}
      </header>
      <div className="card-body">
        <div className="card-main">
          <Texts card={card} />
          <Ties card={card} />
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

function CardFailed(props: { error: unknown; again: () => void }) {
  const say = useSay()
  return (
    <>
      <Heading className="unseen">{say(words.card.title)}</Heading>
      <Failed {...props} />
    </>
  )
}

function Missing() {
  const say = useSay()
  return (
    <>
      <Heading className="unseen">{say(words.card.title)}</Heading>
      <Face title={say(words.card.missing)} hint={say(words.card.missingHint)}>
        <ButtonLink rank="main" href={to.search()}>
          {say(words.search.title)}
        </ButtonLink>
      </Face>
    </>
  )
}

function CardWaiting() {
  const say = useSay()
  return (
    <div className="card">
      <div className="card-head">
        <span className="ghost ghost-portrait" />
        <div className="card-title">
          <Heading className="unseen">{say(words.card.title)}</Heading>
          <span className="ghost ghost-title" />
        </div>
      </div>
      <div className="card-body">
        <div className="card-main">
          <TextWaiting lines={3} />
          <LinesWaiting count={4} />
        </div>
      </div>
    </div>
  )
}
