import { lazy, Suspense, useEffect } from 'react'
import { openBox, typeAhead, useBoxOpen } from './open.ts'

const load = () => import('./Box.tsx')
const Box = lazy(load)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]')

/** Opens the box by "/", as on many sites, and by Ctrl K; its code comes once the page is idle. */
export function BoxHost() {
  const isOpen = useBoxOpen()
  useEffect(() => {
    if (!isOpen) return
    const press = (event: KeyboardEvent): void => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || document.querySelector('dialog.box[open]')) return
      event.preventDefault()
      typeAhead(event.key)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [isOpen])
  useEffect(() => {
    const idle = setTimeout(load, 1500)
    const press = (event: KeyboardEvent): void => {
      const isCalled = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      if (!isCalled && !isSlash) return
      event.preventDefault()
      openBox()
    }
    window.addEventListener('keydown', press)
    return () => {
      clearTimeout(idle)
      window.removeEventListener('keydown', press)
    }
  }, [])
  return isOpen ? (
    <Suspense fallback={null}>
      <Box />
    </Suspense>
  ) : null
}
