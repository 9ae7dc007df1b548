import { XIcon } from '@phosphor-icons/react/X'
import { useState } from 'react'
import type { Choice } from '#contract/network.ts'
import { type EntityType, kinds } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { sortOf, sorts } from '../network/lines.ts'
import { type Network, nameAt } from '../network/network.ts'
import type { Picture } from '../network/picture.ts'
import { type Filter, toggled, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

interface FiltersProps extends Pick<ViewActs, 'view' | 'change'> {
  picture: Picture
}

/** How many choices are shown before one asks for more. */
const FIRST = 7
const STEPS = ['1', '2', '3', '4']

/** What the view may be narrowed to: themes, territories and programmes with how many there are of each. */
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
  // What is let go leaves the list open under the hand.
  const [isOpen, setOpen] = useState(kept.length > 0)
  if (choices.length === 0) return null
  const more = choices.length - FIRST
  const shown = isWhole || more <= 1 ? choices : choices.filter(({ id }, place) => place < FIRST || kept.includes(id))
  return (
    <details className="choices-group" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say(mapWords[name])}
        {kept.length > 0 && <span className="count count-on">{kept.length}</span>}
      </summary>
      <ul className="legend-list">
        {shown.map((choice) => (
          <li key={choice.id}>
            <label className="legend-line">
              <input type="checkbox" checked={kept.includes(choice.id)} onChange={() => change(toggled(name, kept, [choice.id]))} />
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
              <Removable name={name} onRemove={() => change({ around: view.around.filter((other) => other !== id), camera: '' })} />
            </li>
          )
        })}
      </ul>
      <fieldset className="segments">
        <legend className="label">{say(mapWords.steps)}</legend>
        <div className="segments-row segments-steps">
          {STEPS.map((steps) => (
            <label key={steps} className="segment">
              <input
                type="radio"
                name="steps"
                aria-label={say(mapWords.stepCount)(Number(steps))}
                checked={(view.steps || '1') === steps}
                onChange={() => change({ steps: steps === '1' ? '' : steps, camera: '' })}
              />
              <span>{steps}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  )
}

/** Everything that the view is narrowed to, each to be taken away. */
export function Kept({ network: { head }, view, change }: Pick<ViewActs, 'view' | 'change'> & { network: Network }) {
  const say = useSay()
  const { facets } = head
  const named = new Map([...facets.themes, ...facets.territories, ...facets.programs].map(({ id, name }) => [id, name]))
  const communities = new Map(facets.communities.map(({ id, name }) => [String(id), name]))
  const ofRelations = sorts.filter((sort) => view.relations.some((relation) => sortOf[relation as RelationName] === sort))
  const kept: [filter: Filter, name: string, values: string[]][] = [
    ...view.types.map((type): [Filter, string, string[]] => ['types', say(kinds[type as EntityType]?.plural ?? mapWords.part), [type]]),
    ...ofRelations.map((sort): [Filter, string, string[]] => [
      'relations',
      say(mapWords.sorts[sort]),
      view.relations.filter((relation) => sortOf[relation as RelationName] === sort)
    ]),
    ...view.communities.map((id): [Filter, string, string[]] => ['communities', communities.get(id) ?? id, [id]]),
    ...(['themes', 'territories', 'programs'] as const).flatMap((filter) =>
      view[filter].map((id): [Filter, string, string[]] => [filter, named.get(id) ?? id, [id]])
    )
  ]
  if (kept.length === 0) return null
  return (
    <ul className="chips" aria-label={say(mapWords.filters)}>
      {kept.map(([filter, name, values]) => (
        <li key={`${filter} ${values}`}>
          <Removable name={name} onRemove={() => change(toggled(filter, view[filter], values))} />
        </li>
      ))}
    </ul>
  )
}

function Removable({ name, onRemove }: { name: string; onRemove: () => void }) {
  const say = useSay()
  return (
    <button type="button" className="chip chip-out" aria-label={say(mapWords.takeAway)(name)} onClick={onRemove}>
      {name}
      <XIcon aria-hidden="true" />
    </button>
  )
}
