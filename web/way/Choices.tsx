import { XIcon } from '@phosphor-icons/react/X'
import { useId } from 'react'
import { spokenOn } from '#contract/vocabulary/spoken-date.ts'
import { useLanguage, useSay } from '../language.ts'
import type { WayAsked } from '../location.ts'
import { Chip } from '../ui/Chip.tsx'
import { words } from '../words.ts'
import { mostSteps, recently } from './asked.ts'
import { useCard } from '../card/query.ts'

interface ChoicesProps {
  asked: WayAsked
  onAsk: (asked: WayAsked) => void
}

/** What narrows the ways: how old a tie may be, how many steps, whom to leave aside. */
export function Choices({ asked, onAsk }: ChoicesProps) {
  const say = useSay()
  const language = useLanguage()
  const steps = useId()
  const recent = recently()
  const avoid = asked.avoid ?? []
  return (
    <div className="choices">
      <Chip pressed={Boolean(asked.since)} onPress={() => onAsk({ ...asked, since: asked.since ? undefined : recent })}>
        {asked.since && asked.since !== recent ? say(words.way.since)(spokenOn(asked.since, language)) : say(words.way.recent)}
      </Chip>
      <span className="steps-choice">
        <label htmlFor={steps}>{say(words.way.steps)}</label>
        <select
          id={steps}
          value={asked.maxHops ?? String(mostSteps)}
          onChange={({ target: { value } }) => onAsk({ ...asked, maxHops: Number(value) === mostSteps ? undefined : value })}
        >
          {Array.from({ length: mostSteps }, (_, index) => String(index + 1)).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </span>
      {avoid.map((id) => (
        <Avoided key={id} id={id} onTakeBack={() => onAsk({ ...asked, avoid: avoid.filter((other) => other !== id) })} />
      ))}
    </div>
  )
}

function Avoided({ id, onTakeBack }: { id: string; onTakeBack: () => void }) {
  const say = useSay()
  const name = useCard(id).data?.name ?? id
  return (
    <button type="button" className="chip chip-out" onClick={onTakeBack} aria-label={say(words.way.takeBack)(name)}>
      {say(words.way.without)(name)}
      <XIcon className="chip-sign" aria-hidden="true" />
    </button>
  )
}
