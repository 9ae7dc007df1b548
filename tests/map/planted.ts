import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { sameEachTime } from '../../server/map/random.ts'
import type { TestTie } from '../network.ts'
import type { Facts } from './random-networks.ts'

export interface Planted extends Facts {
  /** The community that each was planted in, by id. */
  plantedIn: Map<string, number>
}

/** People in communities, each with so many acquaintances within and so few without; the same one each time. */
export function planted(sizes: readonly number[], { within = 6, between = 0.3 } = {}): Planted {
  const random = sameEachTime()
  const members = sizes.map((size, community) =>
    Array.from({ length: size }, (_, place) => `c${community} p${String(place).padStart(3, '0')}`)
  )
  const everybody = members.flat()
  const ties = new Map<string, TestTie>()
  const meet = (one: string, other: string): void => {
    const [from, to] = [one, other].sort() as [string, string]
    if (from !== to) ties.set(`${from} ${to}`, [from, 'KNOWS', to])
  }
  const oneOf = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string
  for (const list of members)
    for (const one of list) {
      for (let meeting = 0; meeting < within / 2; meeting++) meet(one, oneOf(list))
      if (random() < between) meet(one, oneOf(everybody))
    }
  return {
    entities: Object.fromEntries(everybody.map((id): [string, EntityType] => [id, 'person'])),
    ties: [...ties.values()],
    plantedIn: new Map(members.flatMap((list, community) => list.map((id): [string, number] => [id, community])))
  }
}
