import { useMemo } from 'react'
import { navigate, useLocationProperty } from 'wouter/use-browser-location'
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
  from?: string
  to?: string
  avoid?: string[]
  since?: string
  maxHops?: string
}

function address(path: string, asked: Record<string, string | string[] | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(asked)) for (const value of [values ?? []].flat()) if (value) search.append(name, value)
  return search.size > 0 ? `${path}?${search}` : path
}

/** Where each page lives. */
export const to = {
  home: (types: EntityType[] = []) => address('/', { types: types.join() }),
  search: (q = '', types: EntityType[] = []) => address('/recherche', { q, types: types.join() }),
  card: (id: string) => `/fiche/${encodeURIComponent(id)}`,
  way: (asked: WayAsked = {}) => address('/chemin', { ...asked })
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
