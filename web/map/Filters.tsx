import { XIcon } from '@phosphor-icons/react/X'
import { useState } from 'react'
import type { Choice } from '#contract/network.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { nameAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { toggled } from './Legend.tsx'
import type { ViewActs } from './view.ts'
import { mapWords } from './words.ts'

interface FiltersProps extends Pick<ViewActs, 'view' | 'change'> {
  picture: Picture
}

/** How many choices are shown before one asks for more. */
const FIRST = 7
const STEPS = ['1', '2', '3', '4']

/** What the view is narrowed to: themes, territories and programmes with how many there are of each. */
export function Filters({ picture, view, change }: FiltersProps) {
  const { themes, territories, programs } = picture.network.head.facets
  return (
    <>
      <Choices name="themes" choices={themes} view={view} change={change} />
      <Choices name="territories" choices={territories} view={view} change={change} />
      <Choices name="programs" choices={programs} view={view} change={change} />
    </>
  )
}

interface ChoicesProps extends Pick<ViewActs, 'view' | 'change'> {
  name: 'themes' | 'territories' | 'programs'
  choices: Choice[]
}

function Choices({ name, choices, view, change }: ChoicesProps) {
  const say = useSay()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const kept = view[name]
  if (choices.length === 0) return null
  const more = choices.length - FIRST
  const shown = isWhole || more <= 1 ? choices : choices.filter(({ id }, place) => place < FIRST || kept.includes(id))
  return (
    <details className="choices-group" open={kept.length > 0}>
      <summary>
        {say(mapWords[name])}
        {kept.length > 0 && <span className="count count-on">{kept.length}</span>}
      </summary>
      <ul className="legend-list">
        {shown.map((choice) => (
          <li key={choice.id}>
            <label className="legend-line">
              <input type="checkbox" checked={kept.includes(choice.id)} onChange={() => change(toggled(name, kept, choice.id))} />
              <span className="legend-name">{choice.name}</span>
              <span className="count">{number(choice.count, language)}</span>
            </label>
          </li>
        ))}
      </ul>
      {more > 1 && (
        <button type="button" className="quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say(mapWords.fewerChoices) : say(mapWords.moreChoices)(more)}
        </button>
      )}
    </details>
  )
}

/** What the view is centred on, and how far around. */
export function Focus({ picture: { network }, view, change }: FiltersProps) {
  const say = useSay()
  if (view.around.length === 0) return null
  return (
    <section className="focus" aria-label={say(mapWords.focus)}>
      <ul className="chips">
        {view.around.map((id) => {
          const place = network.placeOf.get(id)
          const name = place === undefined ? id : nameAt(network, place)
          return (
            <li key={id}>
              <button
                type="button"
                className="chip chip-out"
                aria-label={say(mapWords.takeAway)(name)}
                onClick={() => change({ around: view.around.filter((other) => other !== id), camera: '' })}
              >
                {name}
                <XIcon aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      <label className="size-choice">
        <span className="label">{say(mapWords.steps)}</span>
        <select
          value={view.steps || '1'}
          onChange={({ target }) => change({ steps: target.value === '1' ? '' : target.value, camera: '' })}
        >
          {STEPS.map((steps) => (
            <option key={steps} value={steps}>
              {say(mapWords.stepCount)(Number(steps))}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}
