import { createContext } from 'react'

/** What stands beside the map does there. */
export interface OnMap {
  /** The meeting that is pointed at on the map, by its key. */
  pointed: string | undefined
  /** Looks at two, and at why they should meet. */
  open(ids: [string, string]): void
}

/** The map that the meetings stand beside, where there is one. */
export const OnMapContext = createContext<OnMap | undefined>(undefined)
