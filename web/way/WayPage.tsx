import { isMissing } from '../api.ts'
import { shortName } from '../card/groups.ts'
import { useCard } from '../card/query.ts'
import { FirstWords } from '../ice-breakers/FirstWords.tsx'
import { useSay } from '../language.ts'
import { to, useAsked, useGo, type WayAsked } from '../location.ts'
import { Answered } from '../ui/Answered.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { Face } from '../ui/Face.tsx'
import { Heading } from '../ui/Heading.tsx'
import { Page } from '../ui/Page.tsx'
import { LinesWaiting } from '../ui/Waiting.tsx'
import { words } from '../words.ts'
import { useWays, wayIn } from './asked.ts'
import { Choices } from './Choices.tsx'
import { Ends } from './Ends.tsx'
import { NoWay } from './NoWay.tsx'
import { Ways } from './Ways.tsx'

export default function WayPage() {
  const say = useSay()
  const go = useGo()
  const asked = wayIn(useAsked())
  const from = useCard(asked.from).data
  const goal = useCard(asked.to).data
  const title = from && goal ? say(words.way.titleOf)(shortName(from), shortName(goal)) : say(words.way.title)
  const onAsk = (next: WayAsked) => go(to.way(next))
  return (
    <Page title={title} className="way-page">
      <header className="page-head">
        <Heading>{title}</Heading>
        {!(from && goal) && <p className="lead">{say(words.way.lead)}</p>}
      </header>
      <div className="asking">
        <Ends asked={asked} names={{ from: nameOf(asked.from, from), to: nameOf(asked.to, goal) }} onAsk={onAsk} />
        <Choices asked={asked} onAsk={onAsk} />
      </div>
      <Found asked={asked} names={{ from: from?.name ?? asked.from ?? '', to: goal?.name ?? asked.to ?? '' }} onAsk={onAsk} />
      {from?.type === 'person' && goal?.type === 'person' && from.id !== goal.id && <FirstWords a={from.id} b={goal.id} />}
    </Page>
  )
}

const nameOf = (id: string | undefined, entity: { name: string } | undefined) => (id === undefined ? '' : (entity?.name ?? ''))

interface FoundProps {
  asked: WayAsked
  names: { from: string; to: string }
  onAsk: (asked: WayAsked) => void
}

function Found({ asked, names, onAsk }: FoundProps) {
  const say = useSay()
  const query = useWays(asked)
  if (!asked.from || !asked.to) return <Face title={say(words.way.empty)} hint={say(words.way.emptyHint)} />
  if (asked.from === asked.to) return <Face title={say(words.way.same)} hint={say(words.way.sameHint)} />
  return (
    <Answered
      query={query}
      waiting={<WaysWaiting />}
      failed={(error) => isMissing(error) && <Face title={say(words.way.unknown)} hint={say(words.way.unknownHint)} />}
    >
      {(answer) =>
        answer.paths.length > 0 ? (
          <>
            <Ways answer={answer} onAvoid={(id) => onAsk({ ...asked, avoid: [...(asked.avoid ?? []), id] })} />
            <p className="way-onward">
              <ButtonLink href={to.map({ ...asked, until: asked.asOf ?? '' })}>{say(words.way.onMap)}</ButtonLink>
            </p>
          </>
        ) : (
          <NoWay asked={asked} names={names} nearest={answer.nearest ?? []} onAsk={onAsk} />
        )
      }
    </Answered>
  )
}

function WaysWaiting() {
  return (
    <div className="ways ways-3">
      {['first', 'second', 'third'].map((way) => (
        <div key={way} className="way">
          <LinesWaiting count={3} />
        </div>
      ))}
    </div>
  )
}
