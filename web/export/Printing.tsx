import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../language.ts'
import type { MapAsked } from '../location.ts'
import type { Picture } from '../network/picture.ts'
import type { Taken } from './taken.ts'

const Printed = lazy(() => import('./Printed.tsx'))

/** A browser that prints does not wait: what makes a page of the view is fetched once the page has been there for a while. */
const LATER_MS = 4000

/** Has the view ready for the browser's own printing, by its menu or by keys, and for a button that prints. `page` is to be rendered. */
export function usePrinting(taken: () => Taken): { print: () => void; page: ReactNode } {
  const [isWanted, setWanted] = useState(false)
  const state = useRef({ isHere: false, isAsked: false })
  const print = useCallback(() => {
    state.current.isAsked = !state.current.isHere
    if (state.current.isHere) window.print()
    else setWanted(true)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), LATER_MS)
    const press = (event: KeyboardEvent): void => {
      if (state.current.isHere || event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      print()
    }
    window.addEventListener('keydown', press)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', press)
    }
  }, [print])
  const onReady = useCallback(() => {
    const { isAsked } = state.current
    state.current = { isHere: true, isAsked: false }
    if (isAsked) window.print()
  }, [])
  return {
    print,
    page: isWanted && (
      <Suspense fallback={null}>
        <Printed taken={taken} onReady={onReady} />
      </Suspense>
    )
  }
}

/** Makes a page of the view whenever it is printed. */
export function Printing({ picture, view, title }: { picture: Picture; view: MapAsked; title: string }) {
  const say = useSay()
  const language = useLanguage()
  return usePrinting(() => ({ picture, view, title, language, say })).page
}
