import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Card } from '#contract/cards.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { askNetwork, type Network, nameAt, refAt, tieCount, typeAt } from '../network/network.ts'
import { useNarrow } from '../screen.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { looks } from '../ui/kinds.ts'
import { Link } from '../ui/Link.tsx'
import { type Seat, seatsAround } from './around.ts'
import { shortName } from './groups.ts'
import { cardWords } from './words.ts'

const MOST = 24

/** The room there is: its width, how far to the sides seats are, how far one below the other, and the longest name that has room beside it. */
interface Room {
  width: number
  across: number
  row: number
  longest: number
}

const usual: Room = { width: 680, across: 170, row: 29, longest: 24 }
const narrow: Room = { width: 390, across: 60, row: 33, longest: 18 }

/** A drawing: its room, its height, and how far up and down of the middle seats are. */
interface Shape extends Room {
  height: number
  up: number
}

/** With few seats their lines still fan out. */
const LEAST_UP = 52

/** As high as the seats of one side need, one below the other. */
function shapeFor(room: Room, seats: number): Shape {
  const up = Math.max(LEAST_UP, Math.ceil(seats / 2) * (room.row / 2))
  return { ...room, up, height: 2 * up + 32 }
}

/** What is around an entity, drawn: a picture of its ties, each of those at their other end a link to its card. */
export function SmallNetwork({ card }: { card: Card }) {
  const { id, type, name } = card
  const say = useSay()
  const search = new URLSearchParams({ around: id, neighbours: String(MOST) })
  const { data: network } = useQuery({
    queryKey: ['around', id],
    queryFn: ({ signal }) => askNetwork(search.toString(), signal)
  })
  const centre = network?.placeOf.get(id)
  const seats = useMemo(() => (network && centre !== undefined ? seatsAround(network, centre) : []), [network, centre])
  const shape = shapeFor(useNarrow() ? narrow : usual, seats.length)
  if (!network || centre === undefined || seats.length === 0) return null
  const hidden = network.hidden[centre] as number
  return (
    <section className="around" aria-labelledby="around">
      <h2 id="around" className="section-title">
        {type === 'person' ? say(cardWords.aroundSomebody)(shortName(card)) : say(cardWords.around)}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links */}
      <svg
        className="around-drawing"
        viewBox={`0 0 ${shape.width} ${shape.height}`}
        role="group"
        aria-label={say(cardWords.aroundOf)(name)}
      >
        <Lines network={network} centre={centre} seats={seats} shape={shape} />
        <Form network={network} seat={{ entity: centre, x: 0, y: 0, side: 'right' }} size={44} shape={shape} />
        {seats.map((seat) => (
          <Link key={seat.entity} href={to.card(refAt(network, seat.entity).id)} className="around-one">
            <title>{nameAt(network, seat.entity)}</title>
            <Form network={network} seat={seat} size={22} shape={shape} />
            <text
              x={pointIn(shape, seat).x + (seat.side === 'left' ? -16 : 16)}
              y={pointIn(shape, seat).y + 4}
              textAnchor={seat.side === 'left' ? 'end' : 'start'}
            >
              {short(nameAt(network, seat.entity), shape.longest)}
            </text>
          </Link>
        ))}
      </svg>
      <p className="around-foot">
        {hidden > 0 && <span className="soft">{say(cardWords.moreAround)(hidden)} </span>}
        <ButtonLink href={to.map({ around: [id], selected: [id] })}>{say(cardWords.onMap)}</ButtonLink>
      </p>
    </section>
  )
}

const pointIn = ({ width, height, across, up }: Shape, { x, y }: Pick<Seat, 'x' | 'y'>) => ({
  x: width / 2 + x * across,
  y: height / 2 + y * up
})

const short = (name: string, longest: number): string => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name)

function Lines({ network, centre, seats, shape }: { network: Network; centre: number; seats: Seat[]; shape: Shape }) {
  const points = new Map([{ entity: centre, x: 0, y: 0 }, ...seats].map((seat) => [seat.entity, pointIn(shape, seat)]))
  const ties = Array.from({ length: tieCount(network) }, (_, tie) => tie)
  return ties.map((tie) => {
    const [start, end] = [network.starts[tie] as number, network.ends[tie] as number]
    const [a, b] = [points.get(start), points.get(end)]
    if (!a || !b) return null
    const isOwn = start === centre || end === centre
    return <line key={tie} className={isOwn ? 'around-own' : 'around-other'} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
  })
}

function Form({ network, seat, size, shape }: { network: Network; seat: Seat; size: number; shape: Shape }) {
  const type = typeAt(network, seat.entity)
  const { x, y } = pointIn(shape, seat)
  const { form, open } = looks[type]
  const scale = size / 48
  return (
    <path
      className={`around-form kind-${type} ${open ? 'around-form-open' : ''}`}
      d={form}
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}
    />
  )
}
