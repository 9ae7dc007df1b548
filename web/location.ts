import { useMemo } from 'react'
import { navigate, useLocationProperty } from 'wouter/use-browser-location'
import { EMBED_PATH } from '#contract/embed.ts'
import type { QuestionKind } from '#contract/questions.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { type Language, useLanguage } from './language.ts'

/*
 * What a person could bookmark is in the URL. It is read raw here: the router's own hooks decode it once,
 * and an id may well hold a slash, an ampersand or a percent sign of its own.
 */
export const usePath = (): string => useLocationProperty(() => window.location.pathname)

export function useAsked(): URLSearchParams {
  const search = useLocationProperty(() => window.location.search)
  return useMemo(() => new URLSearchParams(search), [search])
}

/** The id that a card's URL names. */
export const cardId = (path: string): string => decodeURIComponent(path.slice('/fiche/'.length))

export interface WayAsked {
  /** The day as which it is answered; left out, today. */
  asOf?: string
  from?: string
  to?: string
  avoid?: string[]
  since?: string
  maxHops?: string
}

export interface TablesAsked {
  theme?: string
  seats?: string
}

/** What a view of the map is, as its address holds it; `since` and `until` are days or parts of one. */
export interface MapAsked {
  types: string[]
  relations: string[]
  themes: string[]
  territories: string[]
  programs: string[]
  communities: string[]
  around: string[]
  steps: string
  neighbours: string
  /** Whether a large network is drawn entity by entity too. */
  whole: string
  since: string
  until: string
  selected: string[]
  colour: string
  size: string
  /** Where it is looked at from: x, y and ratio, with commas between. */
  camera: string
  /** `list` beside the map or, on a phone, in its place. */
  show: string
  /** `none` where suggested meetings are not drawn. */
  ghosts: string
  /** What is open beside the map: sharing, exporting, keys. */
  panel: string
  title: string
  /** The way that is drawn. */
  from: string
  to: string
  avoid: string[]
  maxHops: string
}

/** Parts of a view that are lists of words, written with commas between; lists of ids repeat their name, since an id may hold a comma. */
const wordLists = ['types', 'relations', 'communities'] as const
const idLists = ['themes', 'territories', 'programs', 'around', 'selected', 'avoid'] as const
const texts = [
  'steps',
  'neighbours',
  'whole',
  'since',
  'until',
  'colour',
  'size',
  'camera',
  'show',
  'ghosts',
  'panel',
  'title',
  'from',
  'to',
  'maxHops'
] as const

/** The view that an address holds. */
export function mapIn(asked: URLSearchParams): MapAsked {
  const view = Object.fromEntries([
    ...wordLists.map((name) => [name, asked.get(name)?.split(',').filter(Boolean) ?? []]),
    ...idLists.map((name) => [name, asked.getAll(name)]),
    ...texts.map((name) => [name, asked.get(name) ?? ''])
  ])
  return view as unknown as MapAsked
}

/** The address of a view on a page that shows the map. */
export function mapAddress(path: string, view: Partial<MapAsked>): string {
  const asked: Record<string, string | string[] | undefined> = {}
  for (const name of wordLists) asked[name] = view[name]?.join()
  for (const name of [...idLists, ...texts]) asked[name] = view[name]
  return address(path, asked)
}

function address(path: string, asked: Record<string, string | string[] | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(asked)) for (const value of [values ?? []].flat()) if (value) search.append(name, value)
  return search.size > 0 ? `${path}?${search}` : path
}

/** Where each page lives. */
export const to = {
  home: () => '/',
  map: (view: Partial<MapAsked> = {}) => mapAddress('/', view),
  /** The same view to be shown within another site. */
  embed: (view: Partial<MapAsked> = {}) => mapAddress(EMBED_PATH, view),
  search: (q = '', types: EntityType[] = []) => address('/recherche', { q, types: types.join() }),
  card: (id: string) => `/fiche/${encodeURIComponent(id)}`,
  way: (asked: WayAsked = {}) => address('/chemin', { ...asked }),
  learning: () => '/comment',
  questions: (kinds: QuestionKind[] = []) => address('/questions', { kinds: kinds.join() }),
  tables: (asked: TablesAsked = {}) => address('/tables', { ...asked }),
  /** The first words for two people; `place` is the one that is read, from 1 on. */
  firstWords: (a?: string, b?: string, place = 1) => address('/premiers-mots', { a, b, mot: place > 1 ? String(place) : undefined })
}

/** French is the language of a bare URL; another one is said in it, so that a link shared opens as it was read. */
export function inLanguage(href: string, language: Language): string {
  const url = new URL(href, window.location.origin)
  if (language === 'fr') url.searchParams.delete('lang')
  else url.searchParams.set('lang', language)
  return url.pathname + url.search
}

export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const language = useLanguage()
  return (href, options) => navigate(inLanguage(href, language), options)
}
