import { useCallback, useEffect, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { DAY_ZERO } from '#contract/packed-network.ts'
import { firstDay, lastDay } from '#contract/vocabulary/date.ts'
import { useLanguage } from '../language.ts'
import { inLanguage, type MapAsked, mapAddress, mapIn, to, useAsked, usePath } from '../location.ts'
import { type Colouring, colourings } from '../network/colours.ts'
import type { Network } from '../network/network.ts'
import type { Window } from '../network/scene.ts'
import { centralities, type Centrality } from '../network/sizes.ts'

/** How many acts lead to this view, as the history keeps it with each of its entries. */
const actsTo = (): number => (history.state as { acts?: number } | null)?.acts ?? 0

/** The most acts that lead anywhere from here: what can be done again ends there. */
let furthest = 0

const here = (): string => window.location.pathname + window.location.search

/** Moves to another view: by an act that can be undone or, where it is quiet, in the present entry of the history. */
function move(href: string, quiet = false): void {
  if (href === here()) return
  if (!quiet) furthest = actsTo() + 1
  navigate(href, { replace: quiet, state: { acts: quiet ? actsTo() : furthest } })
}

/** Goes where one asked to from anywhere on the site; from one view of the map to another that is an act. */
export function goTo(href: string): void {
  const isMap = (address: string): boolean => new URL(address, window.location.origin).pathname === to.home()
  if (isMap(here()) && isMap(href)) move(href)
  else navigate(href)
}

export interface ViewActs {
  view: MapAsked
  /** Changes the view by an act that can be undone; where it is `quiet`, the present entry of the history is changed instead. */
  change(part: Partial<MapAsked>, quiet?: boolean): void
  undo?: (() => void) | undefined
  redo?: (() => void) | undefined
}

/** The view of the map, which lives in the address: going back is undoing, going forward doing again. */
export function useView(): ViewActs {
  const asked = useAsked()
  const path = usePath()
  const language = useLanguage()
  const [acts, setActs] = useState(actsTo)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new entry, or the return to one
  useEffect(() => setActs(actsTo()), [asked])
  const change = useCallback(
    (part: Partial<MapAsked>, quiet = false) => {
      // Read anew: several acts may come between two drawings of the page.
      const next = { ...mapIn(new URLSearchParams(window.location.search)), ...part }
      move(inLanguage(mapAddress(path, next), language), quiet)
    },
    [path, language]
  )
  return {
    view: mapIn(asked),
    change,
    undo: acts > 0 ? () => history.back() : undefined,
    redo: acts < furthest ? () => history.forward() : undefined
  }
}

const oneOf = <Known extends string>(known: readonly Known[], text: string): Known =>
  known.find((one) => one === text) ?? (known[0] as Known)

/** Whether a network is of several communities. */
export const isDivided = ({ head }: Network): boolean => head.facets.communities.length > 1

/** Communities tell most of a network; of one alone, or of none, kinds do. */
export const usualColouring = ({ communities }: Pick<MapAsked, 'communities'>, isDivided: boolean): Colouring =>
  isDivided && communities.length !== 1 ? 'community' : 'kind'
export const colouringOf = (view: Pick<MapAsked, 'communities' | 'colour'>, isDivided: boolean): Colouring =>
  colourings.find((one) => one === view.colour) ?? usualColouring(view, isDivided)
export const centralityOf = ({ size }: MapAsked): Centrality => oneOf(centralities, size)

const DAY_MS = 86_400_000

/** The first and last day that a date of any precision covers, counted as those of ties are. */
function daysOf(date: string): { first: number; last: number } | undefined {
  const [first, last] = [firstDay(date), lastDay(date)].map((day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS - DAY_ZERO) as [number, number]
  return Number.isNaN(first) || Number.isNaN(last) ? undefined : { first, last }
}

export const windowOf = ({ since, until }: MapAsked): Window => ({
  since: since ? daysOf(since)?.first : undefined,
  until: until ? daysOf(until)?.last : undefined
})

/** Whether a view shows less than the whole network, whatever its colours, and without its years. */
export const isFiltered = ({ types, relations, themes, territories, programs, communities, around }: MapAsked): boolean =>
  [types, relations, themes, territories, programs, communities, around].some((list) => list.length > 0)

/** What takes all filters away. */
export const unfiltered: Partial<MapAsked> = {
  types: [],
  relations: [],
  themes: [],
  territories: [],
  programs: [],
  communities: [],
  around: [],
  steps: '',
  neighbours: '',
  since: '',
  until: '',
  camera: ''
}

/** The filters that hold several values. */
export type Filter = 'types' | 'relations' | 'communities' | 'themes' | 'territories' | 'programs'

/** A filter with these values, or without them where it has them; the camera then looks at what is left. */
export function toggled(filter: Filter, kept: string[], values: string[]): Partial<MapAsked> {
  const rest = kept.filter((other) => !values.includes(other))
  return { [filter]: rest.length < kept.length ? rest : [...kept, ...values], camera: '' }
}

/** What a view adds to see around one more entity: its circle beside the others, or, of the whole, its circle alone. */
export const aroundToo = (around: string[], id: string): { around: string[]; camera: string } => ({
  around: around.includes(id) ? around : [...around, id],
  camera: ''
})
