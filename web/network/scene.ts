import { NOT_KNOWN_END } from '#contract/packed-network.ts'
import { entityCount, type Network, otherEnd, tieCount, tiesAt } from './network.ts'

/** Days, counted as those of ties are (see PackedTimes), between which the ties shown held. */
export interface Window {
  since?: number
  until?: number
}

/** What of a network is shown: 1 for each entity and tie that is, and how many. */
export interface Shown {
  entities: Uint8Array
  ties: Uint8Array
  entityCount: number
  tieCount: number
}

/** The ties that held in a window of time and whom they join. What is not dated is always shown; what has dated ties, while one holds. */
export function shownIn(network: Network, { since, until }: Window): Shown {
  const entities = new Uint8Array(entityCount(network)).fill(1)
  const ties = new Uint8Array(tieCount(network)).fill(1)
  if (since === undefined && until === undefined) return counted(entities, ties)
  const { from, to } = network.times
  const first = since ?? 0
  const last = until ?? NOT_KNOWN_END
  for (let tie = 0; tie < ties.length; tie++) {
    const known = (from[tie] as number) || ((to[tie] as number) === NOT_KNOWN_END ? 0 : (to[tie] as number))
    ties[tie] = known <= last && (to[tie] as number) >= first ? 1 : 0
  }
  const isDated = (tie: number): boolean => (from[tie] as number) > 0 || (to[tie] as number) < NOT_KNOWN_END
  for (let entity = 0; entity < entities.length; entity++) {
    let dated = 0
    let holding = 0
    for (const tie of tiesAt(network, entity)) {
      if (!isDated(tie)) continue
      dated++
      holding += ties[tie] as number
    }
    if (dated > 0 && holding === 0) entities[entity] = 0
  }
  for (let tie = 0; tie < ties.length; tie++)
    if (!entities[network.starts[tie] as number] || !entities[network.ends[tie] as number]) ties[tie] = 0
  return counted(entities, ties)
}

const sum = (marks: Uint8Array): number => marks.reduce((total, mark) => total + mark, 0)
const counted = (entities: Uint8Array, ties: Uint8Array): Shown => ({ entities, ties, entityCount: sum(entities), tieCount: sum(ties) })

/** These entities with all they are tied to, and the ties between: what is lit while the rest is dimmed. */
export function circlesOf({ network, shown }: { network: Network; shown: Shown }, centre: Iterable<number>) {
  const [entities, ties] = [new Set<number>(), new Set<number>()]
  for (const entity of centre) {
    entities.add(entity)
    for (const tie of tiesAt(network, entity)) {
      if (!shown.ties[tie]) continue
      ties.add(tie)
      entities.add(otherEnd(network, tie, entity))
    }
  }
  return { entities, ties }
}

/** Two, all that both are tied to, and the ties between: what they share. */
export function sharedBy({ network, shown }: { network: Network; shown: Shown }, [one, other]: [number, number]) {
  const sides = [one, other].map((entity) => circlesOf({ network, shown }, [entity]).entities)
  const entities = new Set([one, other, ...[...(sides[0] as Set<number>)].filter((entity) => sides[1]?.has(entity))])
  const ties = new Set<number>()
  for (const entity of [one, other])
    for (const tie of tiesAt(network, entity)) if (shown.ties[tie] && entities.has(otherEnd(network, tie, entity))) ties.add(tie)
  return { entities, ties }
}
