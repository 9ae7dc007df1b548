import { XIcon } from '@phosphor-icons/react/X'
import type { MouseEvent, ReactNode, SyntheticEvent } from 'react'
import { useSay } from '../language.ts'
import { cardId, to } from '../location.ts'
import { mapWords } from './words.ts'

interface BesideProps {
  label: string
  onClose: () => void
  /** A name is pressed. */
  onName: (id: string) => void
  /** A name is pointed at, or none any more. */
  onPoint: (id: string | undefined) => void
  children: ReactNode
}

/** Whose card a link leads to; what is a button leads there by its own word. */
function nameAt({ target }: SyntheticEvent): string | undefined {
  const link = target instanceof Element ? target.closest('a:not(.button)') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return undefined
  return link.pathname.startsWith(to.card('')) ? cardId(link.pathname) : undefined
}

/** What stands beside the map: a panel on a desk, a sheet on a phone. The names in it stay on the map: they are lit there, and chosen. */
export function Beside({ label, onClose, onName, onPoint, children }: BesideProps) {
  const say = useSay()
  const press = (event: MouseEvent): void => {
    const id = nameAt(event)
    if (id === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onName(id)
  }
  const point = (event: SyntheticEvent): void => onPoint(nameAt(event))
  return (
    <section
      className="beside"
      aria-label={label}
      onClickCapture={press}
      onPointerOver={point}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={point}
      onBlur={() => onPoint(undefined)}
    >
      <button type="button" className="round beside-close" aria-label={say(mapWords.close)} onClick={onClose}>
        <XIcon aria-hidden="true" />
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, whatever it holds */}
      <div className="beside-content" tabIndex={0}>
        {children}
      </div>
    </section>
  )
}
