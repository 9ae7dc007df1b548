import { XIcon } from '@phosphor-icons/react/X'
import type { Meeting } from '#contract/matches.ts'
import type { PathsAnswer } from '#contract/paths.ts'
import { CardSheet } from '../card/CardSheet.tsx'
import { useCard } from '../card/query.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { idsOf } from '../meet/meeting.ts'
import { MeetingSheet } from '../meet/MeetingSheet.tsx'
import { idAt, type Network, nameAt, refAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { Answered } from '../ui/Answered.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { EntityLine } from '../ui/EntityLine.tsx'
import { LinesWaiting, TextWaiting } from '../ui/Waiting.tsx'
import { canEndWay } from '../way/ends.ts'
import { mostSteps } from '../way/asked.ts'
import { NoWay } from '../way/NoWay.tsx'
import { Ways } from '../way/Ways.tsx'
import { Choices } from '../way/Choices.tsx'
import { useDrawnWays } from './query.ts'
import { aroundToo, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

interface ChosenProps extends Pick<ViewActs, 'view' | 'change'> {
  network: Network
}

/** The card of the one that is chosen. */
function ChosenCard({ id, network, view, change }: ChosenProps & { id: string }) {
  const say = useSay()
  const query = useCard(id)
  const place = network.placeOf.get(id)
  const hidden = place === undefined ? 0 : (network.hidden[place] as number)
  return (
    <Answered query={query} waiting={<CardWaiting />}>
      {(card) => (
        <CardSheet
          key={card.id}
          card={card}
          compact
          acts={
            <>
              <Button rank="main" onClick={() => change(aroundToo(view.around, id))}>
                {hidden > 0 ? say(mapWords.expandMore)(hidden) : say(mapWords.expand)}
              </Button>
              {view.around.length > 0 && <Button onClick={() => change({ around: [id], camera: '' })}>{say(mapWords.onlyAround)}</Button>}
              {canEndWay(card) && <ButtonLink href={to.way({ to: id })}>{say(mapWords.wayFrom)}</ButtonLink>}
              <ButtonLink href={to.card(id)}>{say(mapWords.openCard)}</ButtonLink>
            </>
          }
        />
      )}
    </Answered>
  )
}

function CardWaiting() {
  return (
    <>
      <LinesWaiting count={1} />
      <TextWaiting lines={4} />
    </>
  )
}

/** Two who should meet. */
function ChosenMeeting({ meeting, change }: Pick<ViewActs, 'change'> & { meeting: Meeting }) {
  const say = useSay()
  const [from, goal] = idsOf(meeting)
  return (
    <MeetingSheet
      meeting={meeting}
      acts={
        <>
          {canEndWay(meeting.of) && canEndWay(meeting.with) && (
            <Button onClick={() => change({ from, to: goal, selected: [], camera: '' })}>{say(mapWords.wayOnMap)}</Button>
          )}
          <Button onClick={() => change({ around: [from, goal], camera: '' })}>{say(mapWords.aroundAll)}</Button>
        </>
      }
    />
  )
}

/** Several that are chosen, and what can be done with them. */
function ChosenSeveral({ picture: { network, selected }, view, change }: Omit<ChosenProps, 'network'> & { picture: Picture }) {
  const say = useSay()
  const chosen = [...selected]
  const ends = chosen.map((place) => refAt(network, place)).filter(canEndWay)
  const [from, goal] = ends
  return (
    <>
      <h2 className="section-title">{say(mapWords.selection)(chosen.length)}</h2>
      <div className="acts">
        {chosen.length === 2 && from && goal && (
          <Button rank="main" onClick={() => change({ from: from.id, to: goal.id, selected: [] })}>
            {say(mapWords.wayBetween)}
          </Button>
        )}
        <Button onClick={() => change({ around: chosen.map((place) => idAt(network, place)), camera: '' })}>
          {say(mapWords.aroundAll)}
        </Button>
        <Button onClick={() => change({ selected: [] })}>{say(mapWords.unselect)}</Button>
      </div>
      <ul className="lines">
        {chosen.map((place) => (
          <li key={place} className="chosen-line">
            <EntityLine of={refAt(network, place)} />
            <button
              type="button"
              className="round"
              aria-label={say(mapWords.takeAway)(nameAt(network, place))}
              onClick={() => change({ selected: view.selected.filter((id) => id !== idAt(network, place)) })}
            >
              <XIcon aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The ways that are drawn, told. */
function DrawnWays({ view, change }: Pick<ViewActs, 'view' | 'change'>) {
  const say = useSay()
  const query = useDrawnWays(view)
  const from = useCard(view.from).data
  const goal = useCard(view.to).data
  const asked = { from: view.from, to: view.to, avoid: view.avoid, since: view.since || undefined, maxHops: view.maxHops || undefined }
  const ask = ({ avoid = [], since = '', maxHops = '' }: { avoid?: string[]; since?: string; maxHops?: string }): void =>
    change({ avoid, since, maxHops: maxHops === String(mostSteps) ? '' : maxHops, camera: '' })
  return (
    <div className="beside-ways">
      <h2 className="section-title">{from && goal ? say(mapWords.wayOf)(from.name, goal.name) : say(mapWords.ways)}</h2>
      <Choices asked={asked} onAsk={ask} />
      <Answered query={query} waiting={<LinesWaiting count={4} />}>
        {(answer: PathsAnswer) =>
          answer.paths.length > 0 ? (
            <Ways answer={answer} onAvoid={(id) => change({ avoid: [...view.avoid, id], camera: '' })} />
          ) : (
            <NoWay
              asked={asked}
              names={{ from: from?.name ?? view.from, to: goal?.name ?? view.to }}
              nearest={answer.nearest ?? []}
              onAsk={ask}
            />
          )
        }
      </Answered>
      <ButtonLink href={to.way(asked)}>{say(mapWords.wayPage)}</ButtonLink>
    </div>
  )
}

interface ChosenAsked extends Pick<ViewActs, 'view' | 'change'> {
  picture: Picture
  /** The two that are chosen, where they should meet. */
  meeting: Meeting | undefined
}

/** What is beside the map: the ways that are drawn, else what is chosen. */
export default function Chosen({ picture, view, change, meeting }: ChosenAsked) {
  const [only, ...others] = view.selected
  if (view.from && view.to) return <DrawnWays view={view} change={change} />
  if (only !== undefined && others.length === 0) return <ChosenCard id={only} network={picture.network} view={view} change={change} />
  if (meeting) return <ChosenMeeting meeting={meeting} change={change} />
  return <ChosenSeveral picture={picture} view={view} change={change} />
}
