import { ProhibitIcon } from '@phosphor-icons/react/Prohibit'
import type { EntityRef } from '#contract/entity.ts'
import type { Evidence, Path, Step } from '#contract/paths.ts'
import { useLanguage, useSay } from '../language.ts'
import { to } from '../location.ts'
import { EntityLine } from '../ui/EntityLine.tsx'
import { Link } from '../ui/Link.tsx'
import { words } from '../words.ts'
import { strengthOf } from './strength.ts'

/** Reasons shown at once where a way is told; the others open on demand. */
const SHOWN = 2

interface StepsProps {
  path: Path
  entities: Map<string, EntityRef>
  /** Left out where a way is only shown: one reason a step is enough there. */
  onAvoid?: (id: string) => void
}

/** A way from its first end to its last, with what holds each step. */
export function Steps({ path: { steps }, entities, onAvoid }: StepsProps) {
  const stops = [steps[0]?.from, ...steps.map((step) => step.to)].flatMap((id) =>
    id === undefined ? [] : [entities.get(id) ?? unnamed(id)]
  )
  return (
    <ol className="steps">
      {stops.map((stop, index) => {
        const step = steps[index]
        const isBetween = index > 0 && step !== undefined
        return (
          <li key={stop.id} className="stop">
            <div className="stop-who">
              <EntityLine of={stop} />
              {isBetween && onAvoid && <Avoid name={stop.name} onPress={() => onAvoid(stop.id)} />}
            </div>
            {step && <Reasons step={step} isBrief={!onAvoid} />}
          </li>
        )
      })}
    </ol>
  )
}

const unnamed = (id: string): EntityRef => ({ id, type: 'person', name: id })

function Avoid({ name, onPress }: { name: string; onPress: () => void }) {
  const say = useSay()
  return (
    <button type="button" className="avoid" onClick={onPress} aria-label={say(words.way.avoidName)(name)}>
      <ProhibitIcon aria-hidden="true" />
      {say(words.way.avoid)}
    </button>
  )
}

function Reasons({ step: { strength, evidence }, isBrief }: { step: Step; isBrief: boolean }) {
  const say = useSay()
  const [first, more] = isBrief ? [evidence.slice(0, 1), []] : [evidence.slice(0, SHOWN), evidence.slice(SHOWN)]
  const level = strengthOf(strength)
  return (
    <div className={`step step-${level}`}>
      <p className="step-strength">{say(words.way.strength[level])}</p>
      <Sentences of={first} />
      {more.length > 0 && (
        <details className="step-more">
          <summary>{say(words.way.moreReasons)(more.length)}</summary>
          <Sentences of={more} />
        </details>
      )}
    </div>
  )
}

function Sentences({ of }: { of: Evidence[] }) {
  return (
    <ul className="step-reasons">
      {of.map((evidence) => (
        <li key={evidence.sentence.fr}>
          <Sentence of={evidence} />
        </li>
      ))}
    </ul>
  )
}

/** What is shared leads to its card, from its own name in the sentence. */
function Sentence({ of: { sentence, shared } }: { of: Evidence }) {
  const said = sentence[useLanguage()]
  const at = shared ? said.indexOf(shared.name) : -1
  if (!shared || at < 0) return said
  return (
    <>
      {said.slice(0, at)}
      <Link href={to.card(shared.id)}>{shared.name}</Link>
      {said.slice(at + shared.name.length)}
    </>
  )
}
