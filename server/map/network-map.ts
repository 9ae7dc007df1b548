import type { Community } from '#contract/network.ts'

/** Where everything is on the map, what belongs together, and what is central: worked out of a projection, by place of the entity. */
export interface NetworkMap {
  store: string
  revision: number
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
