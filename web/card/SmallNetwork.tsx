import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Card } from '#contract/cards.ts'
import { useSay } from '../language.ts'
import { to } from '../location.ts'
import { askNetwork, type Network, nameAt, refAt, tieCount, typeAt } from '../network/network.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { looks } from '../ui/kinds.ts'
import { Link } from '../ui/Link.tsx'
import { type Seat, seatsAround } from './around.ts'
import { cardWords } from './words.ts'

const MOST = 24
const WIDTH = 680
const HEIGHT = 380
const RADIUS = 170

/** What is around an entity, drawn: a picture of its ties, each of those at their other end a link to its card. */
export function SmallNetwork({ card: { id, name } }: { card: Card }) {
  const say = useSay()
  const search = new URLSearchParams({ around: id, neighbours: String(MOST) })
  const { data: network } = useQuery({
    queryKey: ['around', id],
    queryFn: ({ signal }) => askNetwork(search.toString(), signal)
  })
  const centre = network?.placeOf.get(id)
  const seats = useMemo(() => (network && centre !== undefined ? seatsAround(network, centre) : []), [network, centre])
  if (!network || centre === undefined || seats.length === 0) return null
  const hidden = network.hidden[centre] as number
  return (
    <section className="around" aria-labelledby="around">
      <h2 id="around" className="section-title">
        {say(cardWords.around)}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links */}
      <svg className="around-drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={say(cardWords.aroundOf)(name)}>
        <Lines network={network} centre={centre} seats={seats} />
        <Form network={network} seat={{ entity: centre, x: 0, y: 0, side: 'right' }} size={44} />
        {seats.map((seat) => (
          <Link key={seat.entity} href={to.card(refAt(network, seat.entity).id)} className="around-one">
            <title>{nameAt(network, seat.entity)}</title>
            <Form network={network} seat={seat} size={22} />
            <text
              x={inX(seat.x) + (seat.side === 'left' ? -16 : 16)}
              y={inY(seat.y) + 4}
              textAnchor={seat.side === 'left' ? 'end' : 'start'}
            >
              {short(nameAt(network, seat.entity))}
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

const inX = (x: number): number => WIDTH / 2 + x * RADIUS
const inY = (y: number): number => HEIGHT / 2 + y * RADIUS

const LONGEST = 24
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name)

function Lines({ network, centre, seats }: { network: Network; centre: number; seats: Seat[] }) {
  const places = new Map<number, Pick<Seat, 'x' | 'y'>>([
    [centre, { x: 0, y: 0 }],
    ...seats.map((seat): [number, Seat] => [seat.entity, seat])
  ])
  const ties = Array.from({ length: tieCount(network) }, (_, tie) => tie)
  return ties.map((tie) => {
    const [start, end] = [network.starts[tie] as number, network.ends[tie] as number]
    const [a, b] = [places.get(start), places.get(end)]
    if (!a || !b) return null
    const isOwn = start === centre || end === centre
    return <line key={tie} className={isOwn ? 'around-own' : 'around-other'} x1={inX(a.x)} y1={inY(a.y)} x2={inX(b.x)} y2={inY(b.y)} />
  })
}

function Form({ network, seat: { entity, x, y }, size }: { network: Network; seat: Seat; size: number }) {
  const type = typeAt(network, entity)
  const { form, open } = looks[type]
  const scale = size / 48
  return (
    <path
      className={`around-form kind-${type} ${open ? 'around-form-open' : ''}`}
      d={form}
      transform={`translate(${inX(x) - size / 2} ${inY(y) - size / 2}) scale(${scale})`}
    />
  )
}
