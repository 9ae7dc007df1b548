import { type Network, nameAt, otherEnd, tiesAt } from '../network/network.ts'
import { sortOf } from '../network/lines.ts'
import { relationAt } from '../network/network.ts'

/** Somebody in a small network: where, in a square of 100 around the middle, and on which side the name stands. */
export interface Seat {
  entity: number
  x: number
  y: number
  side: 'left' | 'right'
}

/** Two rings at the most: the nearer for those of the strongest sort of tie. */
const INNER = 12

const strength = { acquaintance: 0, work: 1, support: 2, event: 4, exchange: 3, introduction: 5, portrait: 6, subject: 7 }

/**
 * Seats those around an entity: by the sort of their tie, then their community, so that those who go together sit together. The same
 * network has the same seats.
 */
export function seatsAround(network: Network, centre: number): Seat[] {
  const rank = new Map<number, number>()
  for (const tie of tiesAt(network, centre)) {
    const other = otherEnd(network, tie, centre)
    rank.set(other, Math.min(rank.get(other) ?? 9, strength[sortOf[relationAt(network, tie)]]))
  }
  const people = [...rank]
    .sort(
      ([a, one], [b, two]) =>
        one - two ||
        (network.communities[a] as number) - (network.communities[b] as number) ||
        nameAt(network, a).localeCompare(nameAt(network, b))
    )
    .map(([entity]) => entity)
  const inner = people.length <= INNER + 4 ? people : people.slice(0, INNER)
  return [...ring(inner, people.length <= INNER + 4 ? 36 : 25, 0), ...ring(people.slice(inner.length), 44, 0.5)]
}

function ring(people: number[], radius: number, turn: number): Seat[] {
  return people.map((entity, place) => {
    const angle = ((place + turn) / people.length) * 2 * Math.PI - Math.PI / 2
    const [x, y] = [50 + radius * Math.cos(angle), 50 + radius * 0.92 * Math.sin(angle)]
    return { entity, x, y, side: x < 50 ? 'left' : 'right' }
  })
}
