import type { Colours } from './colours.ts'
import type { Network } from './network.ts'
import type { Shown } from './scene.ts'

/** A rectangle of the map, in the coordinates of its entities. */
export interface Frame {
  left: number
  right: number
  bottom: number
  top: number
}

/** A meeting that is suggested, between two that are shown: no tie, and it moves nobody. */
export interface Ghost {
  key: string
  from: number
  to: number
  /** The two and why they should meet, in the language of the page. */
  told: string
}

/** What is seen: the map draws it, the list says it, the exports write it. */
export interface Picture {
  network: Network
  shown: Shown
  colours: Colours
  /** Radius of each entity in pixels where the whole is seen; see sizes.ts. */
  sizes: Float32Array
  selected: ReadonlySet<number>
  /** Whether entities have been moved to make room for names. */
  isSpread: boolean
  /** Ways to draw, each as the entities it goes through, strongest first. */
  ways: number[][]
  /** Meetings that are suggested, as the panel shows them. */
  ghosts: Ghost[]
}

/** The same network on a map that is higher than wide. */
export const upright = ({ head, x, y, ...network }: Network): Network => ({
  ...network,
  head: { ...head, communities: head.communities.map((community) => ({ ...community, x: community.y, y: community.x })) },
  x: y,
  y: x
})

/** The coordinates of an entity, 0 to 1. The map is wider than high by as much as its frame is. */
export const xAt = (network: Network, entity: number): number => (network.x[entity] as number) / 65535
export const yAt = (network: Network, entity: number): number => (network.y[entity] as number) / 65535
