import { XIcon } from '@phosphor-icons/react/X'
import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { mapWords } from './words.ts'

interface BesideProps {
  label: string
  onClose: () => void
  children: ReactNode
}

/** What stands beside the map: a panel on a desk, a sheet on a phone. */
export function Beside({ label, onClose, children }: BesideProps) {
  const say = useSay()
  return (
    <section className="beside" aria-label={label}>
      <button type="button" className="round beside-close" aria-label={say(mapWords.close)} onClick={onClose}>
        <XIcon aria-hidden="true" />
      </button>
      <div className="beside-content">{children}</div>
    </section>
  )
}
