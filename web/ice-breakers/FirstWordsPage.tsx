import { ArrowRightIcon } from '@phosphor-icons/react/ArrowRight'
import type { EntityRef } from '#contract/entity.ts'
import type { IceBreakersAnswer } from '#contract/ice-breakers.ts'
import { Refused } from '../api.ts'
import { useCard } from '../card/query.ts'
import { useSay } from '../language.ts'
import { to, useAsked, useGo } from '../location.ts'
import { Finder } from '../search/Finder.tsx'
import { Answered } from '../ui/Answered.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Link } from '../ui/Link.tsx'
import { Page } from '../ui/Page.tsx'
import { TextWaiting } from '../ui/Waiting.tsx'
import { useIceBreakers } from './query.ts'
import { iceBreakersWords } from './words.ts'

/** First words for two people, one at a time and large: to be read on a phone in the middle of an evening. */
export default function FirstWordsPage() {
  const say = useSay()
  const asked = useAsked()
  const [a, b] = [asked.get('a') ?? undefined, asked.get('b') ?? undefined]
  const query = useIceBreakers(a, b)
  const { data } = query
  const title = data ? say(iceBreakersWords.titleOf)(data.a.name, data.b.name) : say(iceBreakersWords.title)
  if (!a || !b || a === b) return <Choosing a={a} b={b} />
  return (
    <Page title={title} className="first-words-page">
      <Heading className="first-words-title">{title}</Heading>
      <Answered
        query={query}
        waiting={<TextWaiting lines={4} />}
        failed={(error) =>
          error instanceof Refused && (
            <Face title={say(iceBreakersWords.unknown)}>
              <ButtonLink href={to.firstWords()}>{say(iceBreakersWords.others)}</ButtonLink>
            </Face>
          )
        }
      >
        {(answer) => <OneByOne answer={answer} />}
      </Answered>
    </Page>
  )
}

function OneByOne({ answer: { a, b, iceBreakers } }: { answer: IceBreakersAnswer }) {
  const say = useSay()
  const go = useGo()
  const asked = Number(useAsked().get('mot') ?? 1)
  const place = Number.isInteger(asked) && asked > 0 ? (asked - 1) % iceBreakers.length : 0
  const told = iceBreakers[place]
  if (!told) return null
  const next = (): void => go(to.firstWords(a.id, b.id, ((place + 1) % iceBreakers.length) + 1), { replace: true })
  return (
    <>
      <div className="first-word" role="status">
        <p className="first-word-kind">
          {say(iceBreakersWords.kind[told.kind])}
          {told.unexpected && <span className="first-word-unexpected">{say(iceBreakersWords.unexpected)}</span>}
        </p>
        <p className="first-word-sentence">{say(told.sentence)}</p>
      </div>
      <p className="first-word-foot">
        {iceBreakers.length > 1 && (
          <Button rank="main" className="first-word-next" onClick={next}>
            {say(iceBreakersWords.next)}
            <ArrowRightIcon aria-hidden="true" />
          </Button>
        )}
        <span className="first-word-count">{say(iceBreakersWords.count)(place + 1, iceBreakers.length)}</span>
      </p>
      <ul className="first-word-cards" aria-label={say(iceBreakersWords.cards)}>
        {[a, b, ...told.entities].filter(isNamed).map((entity) => (
          <li key={entity.id}>
            <Link href={to.card(entity.id)}>{entity.name}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href={to.firstWords()}>{say(iceBreakersWords.others)}</Link>
      </p>
    </>
  )
}

/** Needs and offers are called by their texts, which the sentence says already. */
const isNamed = ({ type }: EntityRef): boolean => type !== 'need' && type !== 'offer'

/** Two names are chosen, one after the other. */
function Choosing({ a, b }: { a: string | undefined; b: string | undefined }) {
  const say = useSay()
  const go = useGo()
  const [one, other] = [useCard(a).data, useCard(b).data]
  return (
    <Page title={say(iceBreakersWords.title)} className="first-words-page">
      <header className="page-head">
        <Heading>{say(iceBreakersWords.title)}</Heading>
        <p className="lead">{say(iceBreakersWords.lead)}</p>
      </header>
      <div className="asking first-words-ends">
        <Finder
          label={say(iceBreakersWords.one)}
          placeholder={say(iceBreakersWords.hint)}
          types={['person']}
          chosen={one?.name}
          onPick={({ id }) => go(to.firstWords(id, b))}
          onEmpty={() => go(to.firstWords(undefined, b))}
        />
        <Finder
          label={say(iceBreakersWords.other)}
          placeholder={say(iceBreakersWords.hint)}
          types={['person']}
          chosen={a === b ? '' : other?.name}
          onPick={({ id }) => go(to.firstWords(a, id))}
          onEmpty={() => go(to.firstWords(a))}
        />
      </div>
      {a && a === b ? (
        <Face title={say(iceBreakersWords.same)} hint={say(iceBreakersWords.sameHint)} />
      ) : (
        <Face title={say(iceBreakersWords.empty)} />
      )}
    </Page>
  )
}
