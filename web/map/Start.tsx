import { GraphIcon } from '@phosphor-icons/react/Graph'
import { PlayIcon } from '@phosphor-icons/react/Play'
import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import { useMemo } from 'react'
import { shortName } from '../card/groups.ts'
import { useSay } from '../language.ts'
import type { MapAsked } from '../location.ts'
import { type Network, refAt, typeAt } from '../network/network.ts'
import { mapWords } from './words.ts'

/** Three things to try first, with the names of this very network. */
interface StartProps {
  network: Network
  change: (part: Partial<MapAsked>) => void
  onPlay: () => void
}

export function Start({ network, change, onPlay }: StartProps) {
  const say = useSay()
  const { hub, from, goal } = useMemo(() => landmarks(network), [network])
  const { span } = network.head
  if (!hub && !goal && !span) return null
  return (
    <div className="start">
      <p className="label">{say(mapWords.start)}</p>
      <ul>
        {hub && (
          <li>
            <button type="button" className="start-act" onClick={() => change({ around: [hub.id], selected: [hub.id], camera: '' })}>
              <GraphIcon aria-hidden="true" />
              <span>{say(mapWords.startAround)(hub.name)}</span>
            </button>
          </li>
        )}
        {from && goal && (
          <li>
            <button type="button" className="start-act" onClick={() => change({ from: from.id, to: goal.id, camera: '' })}>
              <SignpostIcon aria-hidden="true" />
              <span>{say(mapWords.startWay)(shortName(from), shortName(goal))}</span>
            </button>
          </li>
        )}
        {span && (
          <li>
            <button type="button" className="start-act" onClick={onPlay}>
              <PlayIcon aria-hidden="true" />
              <span>{say(mapWords.startYears)(span.first.slice(0, 4))}</span>
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}

/** The organization most at the heart of the network, and somebody well tied in each of two communities. */
function landmarks(network: Network) {
  const best = new Map<string, number>()
  const heart = (entity: number): number => network.pagerank[entity] as number
  const note = (key: string, entity: number): void => {
    const known = best.get(key)
    if (known === undefined || heart(entity) > heart(known)) best.set(key, entity)
  }
  for (let entity = 0; entity < network.kinds.length; entity++) {
    const type = typeAt(network, entity)
    if (type === 'organization') note('hub', entity)
    if (type === 'person') note(`person of ${network.communities[entity]}`, entity)
  }
  const [first, second] = network.head.communities.flatMap(({ id }) => best.get(`person of ${id}`) ?? [])
  const named = (entity: number | undefined) => (entity === undefined ? undefined : refAt(network, entity))
  return { hub: named(best.get('hub')), from: named(first), goal: named(second) }
}
