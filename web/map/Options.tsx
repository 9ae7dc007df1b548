import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple'
import { KeyboardIcon } from '@phosphor-icons/react/Keyboard'
import { ShareFatIcon } from '@phosphor-icons/react/ShareFat'
import { useSay } from '../language.ts'
import { mapWords } from './words.ts'

export type Panel = 'share' | 'export' | 'keys' | undefined

const options = [
  ['share', ShareFatIcon],
  ['export', DownloadSimpleIcon],
  ['keys', KeyboardIcon]
] as const

/** What an address says is open. */
export const panelIn = (text: string): Panel => options.find(([name]) => name === text)?.[0]

/** What can be done with the view as a whole. */
export function Options({ panel, onPanel }: { panel: Panel; onPanel: (panel: Panel) => void }) {
  const say = useSay()
  return (
    <div className="options">
      {options.map(([name, Sign]) => (
        <button
          key={name}
          type="button"
          className={`round option-${name}`}
          aria-label={say(mapWords[name])}
          title={say(mapWords[name])}
          aria-expanded={panel === name}
          onClick={() => onPanel(panel === name ? undefined : name)}
        >
          <Sign aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
