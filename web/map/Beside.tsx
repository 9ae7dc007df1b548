import { XIcon } from '@phosphor-icons/react/X'
import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { namesOnMap } from './names-on-map.ts'
import { mapWords } from './words.ts'

interface BesideProps {
  label: string
  onClose: () => void
  onName: (id: string) => void
  onPoint: (ids: string[]) => void
  children: ReactNode
}

/** What stands beside the map: a panel on a desk, a sheet on a phone. The names in it stay on the map: they are lit there, and chosen. */
export function Beside({ label, onClose, onName, onPoint, children }: BesideProps) {
  const say = useSay()
  return (
    <section className="beside" aria-label={label} {...namesOnMap({ onName, onPoint })}>
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
