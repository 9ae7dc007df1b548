import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import { useSay } from '../language.ts'
import { Chip } from '../ui/Chip.tsx'
import { looks } from '../ui/kinds.ts'
import { words } from '../words.ts'

/** Kinds to keep; none pressed keeps them all. */
export function KindChips({ kept, onKeep }: { kept: EntityType[]; onKeep: (kept: EntityType[]) => void }) {
  const say = useSay()
  return (
    <fieldset className="chips kind-chips">
      <legend className="unseen">{say(words.search.kinds)}</legend>
      {types.map((type) => {
        const { icon: Sign } = looks[type]
        const pressed = kept.includes(type)
        return (
          <Chip
            key={type}
            className={`kind-${type}`}
            pressed={pressed}
            onPress={() =>
              onKeep(pressed ? kept.filter((other) => other !== type) : types.filter((other) => other === type || kept.includes(other)))
            }
          >
            <Sign className="chip-sign" aria-hidden="true" />
            {say(kinds[type].plural)}
          </Chip>
        )
      })}
    </fieldset>
  )
}
