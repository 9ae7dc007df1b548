import { ArrowsLeftRightIcon } from '@phosphor-icons/react/ArrowsLeftRight'
import { useSay } from '../language.ts'
import type { WayAsked } from '../location.ts'
import { Finder } from '../search/Finder.tsx'
import { words } from '../words.ts'
import { endTypes } from './ends.ts'

interface EndsProps {
  asked: WayAsked
  names: { from?: string; to?: string }
  onAsk: (asked: WayAsked) => void
}

/** Whom to start from and whom to reach. */
export function Ends({ asked, names, onAsk }: EndsProps) {
  const say = useSay()
  return (
    <div className="ends">
      <Finder
        label={say(words.way.from)}
        placeholder={say(words.way.fromHint)}
        types={endTypes}
        chosen={names.from}
        onPick={({ id }) => onAsk({ ...asked, from: id })}
        onEmpty={() => onAsk({ ...asked, from: undefined })}
      />
      <button
        type="button"
        className="icon-button ends-swap"
        aria-label={say(words.way.swap)}
        onClick={() => onAsk({ ...asked, from: asked.to, to: asked.from })}
      >
        <ArrowsLeftRightIcon aria-hidden="true" />
      </button>
      <Finder
        label={say(words.way.to)}
        placeholder={say(words.way.toHint)}
        types={endTypes}
        chosen={names.to}
        onPick={({ id }) => onAsk({ ...asked, to: id })}
        onEmpty={() => onAsk({ ...asked, to: undefined })}
      />
    </div>
  )
}
