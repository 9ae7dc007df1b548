import { isMissing } from '../api.ts'
import { useSay } from '../language.ts'
import { cardId, to, usePath } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Face, Failed } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { LinesWaiting, TextWaiting } from '../ui/Waiting.tsx'
import { words } from '../words.ts'
import { CardSheet } from './CardSheet.tsx'
import { useCard } from './query.ts'

export default function CardPage() {
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
