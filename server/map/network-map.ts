import type { Community } from '#contract/network.ts'

/** Where everything is on the map, what belongs together, and what is central: worked out of a projection, by place of the entity. */
export interface NetworkMap {
  store: string
  revision: number
  /** How many entities came or went since all were laid out together. */
  changes: number
  /** 0 to 65535; y upwards. */
  x: Uint16Array
  y: Uint16Array
  /** Number of each entity's community, in `communities`. */
  community: Uint16Array
  /** Largest first; `size` counts all members. */
  communities: Community[]
  /** How many others an entity is tied to. */
  degree: Uint16Array
  /** 0 to 1, of the greatest one. */
  betweenness: Float32Array
  pagerank: Float32Array
}

/** Greatest coordinate. */
export const FAR = 65535
/** A share of the map, 0 to 1, as a coordinate. */
export const inSteps = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * FAR)
