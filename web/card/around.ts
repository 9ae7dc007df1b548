import { sortOf } from '../network/lines.ts'
import { type Network, nameAt, otherEnd, relationAt, tiesAt } from '../network/network.ts'

/** Somebody in a small network: where, on a circle of radius 1 around the middle, and on which side the name stands. */
export interface Seat {
  entity: number
  x: number
  y: number
  side: 'left' | 'right'
}

const rankOf = { acquaintance: 0, work: 1, support: 2, exchange: 3, event: 4, introduction: 5, portrait: 6, subject: 7 }

/**
 * Seats those around an entity: by the sort of their tie, then their community, so that those who go together sit together; on each side of
 * the circle one below the other, as lines of a text are, so that every name can be read. The same network has the same seats.
 */
export function seatsAround(network: Network, centre: number): Seat[] {
  const rank = new Map<number, number>()
  for (const tie of tiesAt(network, centre)) {
    const other = otherEnd(network, tie, centre)
    rank.set(other, Math.min(rank.get(other) ?? Number.POSITIVE_INFINITY, rankOf[sortOf[relationAt(network, tie)]]))
  }
  const seated = [...rank]
    .sort(
      ([a, one], [b, two]) =>
        one - two ||
        (network.communities[a] as number) - (network.communities[b] as number) ||
        nameAt(network, a).localeCompare(nameAt(network, b))
    )
    .map(([entity]) => entity)
  const right = seated.slice(0, Math.ceil(seated.length / 2))
  return [...side(right, 'right'), ...side(seated.slice(right.length).reverse(), 'left')]
}

/** One half of the circle, from top to bottom. */
function side(seated: number[], side: Seat['side']): Seat[] {
  return seated.map((entity, place) => {
    const y = seated.length === 1 ? 0 : 2 * ((place + 0.5) / seated.length) - 1
    const x = Math.sqrt(1 - y * y)
    return { entity, x: side === 'right' ? x : -x, y, side }
  })
}
