import { type ReactNode, useEffect, useRef } from 'react'
import { usePath } from '../location.ts'

/** The path whose heading was last arrived at. The first page of a visit keeps the focus where the browser put it. */
let arrived = { path: window.location.pathname, first: true }

interface HeadingProps {
  children: ReactNode
  className?: string
  /** False where a field takes the focus instead. */
  takesFocus?: boolean
}

/** The title of a page. On arrival it takes the focus, so that a reader who does not see the page is told where they are. */
export function Heading({ children, className, takesFocus = true }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = usePath()
  useEffect(() => {
    const isNew = arrived.path !== path
    // A waiting face gave its place to the page, and took the focus with it.
    const isLost = !arrived.first && document.activeElement === document.body
    if (isNew) arrived = { path, first: false }
    if (takesFocus && (isNew || isLost)) heading.current?.focus({ preventScroll: true })
  }, [path, takesFocus])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
