import { useSay } from '../language.ts'
import { Heading } from '../ui/Heading.tsx'
import { mapWords } from './words.ts'

const spots = [
  [30, 30, 9],
  [42, 44, 14],
  [55, 28, 8],
  [62, 55, 12],
  [38, 66, 7],
  [70, 38, 6],
  [52, 72, 10],
  [25, 52, 6]
] as const

/** The map, before it is there: what will stand around it has its place already, and nothing jumps. */
export function MapWaiting() {
  const say = useSay()
  return (
    <div className="map-waiting">
      <Heading className="unseen">{say(mapWords.title)}</Heading>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        {spots.map(([x, y, r]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r / 3} />
        ))}
      </svg>
      <p className="soft">{say(mapWords.waiting)}</p>
      <div className="map-waiting-panels" aria-hidden="true">
        <span className="waiting-left" />
        <span className="waiting-options" />
        <span className="waiting-time" />
        <span className="waiting-tools" />
      </div>
    </div>
  )
}
