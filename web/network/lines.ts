import type { RelationName } from '#contract/vocabulary/relations.ts'
import { type Network, tieCount } from './network.ts'

/** How ties of one sort are drawn: by the form of their line, since their colour is that of their ends. */
export interface Line {
  /** Lengths drawn and left out, in pixels; a full line has none. */
  dash?: [drawn: number, left: number]
  /** Of the usual width and strength of colour. */
  width: number
  alpha: number
}

export const sorts = ['acquaintance', 'work', 'support', 'event', 'exchange', 'introduction', 'portrait', 'subject'] as const
/** Relations that are drawn alike. */
export type Sort = (typeof sorts)[number]

export const lines: Record<Sort, Line> = {
  acquaintance: { width: 1.35, alpha: 1 },
  work: { width: 0.9, alpha: 0.85 },
  support: { dash: [9, 4], width: 1, alpha: 0.85 },
  event: { dash: [2, 4], width: 1.1, alpha: 0.75 },
  exchange: { dash: [5, 5], width: 1, alpha: 0.8 },
  introduction: { dash: [12, 3], width: 1.25, alpha: 1 },
  portrait: { dash: [2, 6], width: 1, alpha: 0.7 },
  subject: { width: 0.5, alpha: 0.18 }
}

export const sortOf: Record<RelationName, Sort> = {
  KNOWS: 'acquaintance',
  FOLLOWS: 'acquaintance',
  WORKS_FOR: 'work',
  CARRIES: 'work',
  PARTNERS_IN: 'support',
  RUNS: 'support',
  SUPPORTS: 'support',
  ATTENDED: 'event',
  PRESENTED_AT: 'event',
  HOSTS: 'event',
  SPONSORS: 'event',
  SEEKS: 'exchange',
  OFFERS: 'exchange',
  PORTRAYS: 'portrait',
  MENTIONS: 'portrait',
  BY: 'introduction',
  OF: 'introduction',
  TO: 'introduction',
  FOR: 'introduction',
  AT: 'introduction',
  LED_TO: 'introduction',
  SET_ASIDE: 'introduction',
  ABOUT: 'subject',
  LOCATED_IN: 'subject'
}

/** How ties of so many are drawn: their width in pixels, their strength inside a community and between two, how much they bend. */
interface Drawing {
  width: number
  inside: number
  between: number
  curve: number
}

export function drawingOf(network: Network): Drawing {
  const ties = tieCount(network)
  if (ties <= 600) return { width: 1.5, inside: 0.5, between: 0.4, curve: 0.1 }
  if (ties <= 4000) return { width: 1.25, inside: 0.42, between: 0.26, curve: 0.09 }
  if (ties <= 20_000) return { width: 1, inside: 0.3, between: 0.12, curve: 0 }
  return { width: 0.9, inside: 0.16, between: 0.05, curve: 0 }
}
