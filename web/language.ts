import { createContext, useContext } from 'react'
import type { Language } from '#contract/vocabulary/words.ts'
import { recall } from './memory.ts'

export type { Language }

const isLanguage = (text: string | null): text is Language => text === 'fr' || text === 'en'

/** The language the URL asks for, else the one last read in, else French. Within another site nothing is remembered. */
export function languageOf(asked: string | null, isEmbedded: boolean): Language {
  const remembered = isEmbedded ? null : recall('language')
  return isLanguage(asked) ? asked : isLanguage(remembered) ? remembered : 'fr'
}

export const LanguageContext = createContext<Language>('fr')
export const useLanguage = (): Language => useContext(LanguageContext)

/** French sets a space before ? ! ; : and within « », which must not break. */
const typeset = (text: string): string =>
  text
    .replace(/ ([?!;])/g, '\u202f$1')
    .replace(/ ([:»%])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')

function spoken<Said>(said: Said): Said {
  if (typeof said === 'string') return typeset(said) as Said
  if (typeof said === 'function') return ((...with_: unknown[]) => typeset(String(said(...with_)))) as Said
  return said
}

/** Says words in a language: `say(words.search.placeholder)`, `say(words.search.count)(3)`. */
export type Say = <Said>(words: Record<Language, Said>) => Said

const speakers: Record<Language, Say> = { fr: ({ fr }) => spoken(fr), en: ({ en }) => en }

/** What says words in the language of the page; the same as long as that is. */
export const useSay = (): Say => speakers[useLanguage()]
