import type { CSSProperties } from 'react'
import { kinds, types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, openRelationNames } from '#contract/vocabulary/relations.ts'
import { number } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { meetWords } from '../meet/words.ts'
import { type Colouring, colourings, type Group } from '../network/colours.ts'
import { lines, type Sort, sortOf, sorts } from '../network/lines.ts'
import type { Picture } from '../network/picture.ts'
import { centralities } from '../network/sizes.ts'
import { looks } from '../ui/kinds.ts'
import { type Counts, countsOf } from './counts.ts'
import { centralityOf, colouringOf, isDivided, toggled, usualColouring, type ViewActs } from './view.ts'
import { mapWords } from './words.ts'

interface LegendProps extends Pick<ViewActs, 'view' | 'change'> {
  picture: Picture
}

/** What colours, forms, sizes and lines tell. Pressing one keeps it alone, or beside others that are kept; pressing it again lets it go. */
export function Legend({ picture, view, change, suggestedCount }: LegendProps & { suggestedCount: number }) {
  const say = useSay()
  const divided = isDivided(picture.network)
  const counts = countsOf(picture, view)
  const colouring = colouringOf(view, divided)
  return (
    <section className="legend" aria-label={say(mapWords.legend)}>
      <fieldset className="segments">
        <legend className="label">{say(mapWords.colour)}</legend>
        <div className="segments-row">
          {colourings.map((one) => (
            <label key={one} className="segment">
              <input
                type="radio"
                name="colour"
                checked={one === colouring}
                onChange={() => change({ colour: one === usualColouring(view, divided) ? '' : one })}
              />
              <span>{say(mapWords.colours[one])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {colouring !== 'kind' && (
        <Groups groups={picture.colours.groups} counts={counts.groups} colouring={colouring} view={view} change={change} />
      )}
      <Kinds picture={picture} counts={counts.types} view={view} change={change} isColoured={colouring === 'kind'} />
      <Sorts picture={picture} counts={counts.relations} view={view} change={change} />
      {suggestedCount > 0 && <Suggested count={suggestedCount} view={view} change={change} />}
      <label className="size-choice">
        <span className="label">{say(mapWords.size)}</span>
        <select
          value={centralityOf(view)}
          onChange={({ target }) => change({ size: target.value === centralities[0] ? '' : target.value })}
        >
          {centralities.map((one) => (
            <option key={one} value={one}>
              {say(mapWords.sizes[one])}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}

const asColour = (property: string): CSSProperties => ({ '--kind': `var(${property})` }) as CSSProperties

/** The name that a filter of this colouring has in a view. */
const filterOf = { community: 'communities', theme: 'themes', territory: 'territories' } as const

interface GroupsProps extends Pick<ViewActs, 'view' | 'change'> {
  groups: Group[]
  counts: number[]
  colouring: Exclude<Colouring, 'kind'>
}

/** The groups that have a colour of their own. */
function Groups({ groups, counts, colouring, view, change }: GroupsProps) {
  const say = useSay()
  const language = useLanguage()
  const filter = filterOf[colouring]
  const kept = view[filter]
  return (
    <ul className={kept.length > 0 ? 'legend-list legend-narrowed' : 'legend-list'}>
      {groups.map(({ key, name, colour }, place) => (
        <li key={key} style={asColour(colour)}>
          {key === '' ? (
            <span className="legend-line">
              <span className="swatch" />
              <span className="legend-name">{say(mapWords.others)}</span>
              <span className="count">{number(counts[place] as number, language)}</span>
            </span>
          ) : (
            <button
              type="button"
              className="legend-line"
              aria-pressed={kept.includes(key)}
              onClick={() => change(toggled(filter, kept, [key]))}
            >
              <span className="swatch" />
              <span className="legend-name">{name}</span>
              <span className="count">{number(counts[place] as number, language)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface KindsProps extends LegendProps {
  counts: Counts['types']
  isColoured: boolean
}

function Kinds({ picture, counts, view, change, isColoured }: KindsProps) {
  const say = useSay()
  const language = useLanguage()
  const { facets } = picture.network.head
  const there = types.filter((type) => (facets.types[type] ?? 0) > 0 || view.types.includes(type))
  return (
    <ul className={`legend-list legend-kinds ${view.types.length > 0 ? 'legend-narrowed' : ''}`}>
      {there.map((type) => (
        <li key={type} className={isColoured ? `kind-${type}` : 'kind-none'}>
          <button
            type="button"
            className="legend-line"
            aria-pressed={view.types.includes(type)}
            onClick={() => change(toggled('types', view.types, [type]))}
          >
            <svg
              className={looks[type].open ? 'legend-sign legend-form legend-form-open' : 'legend-sign legend-form'}
              viewBox="0 0 48 48"
              aria-hidden="true"
            >
              <path d={looks[type].form} />
            </svg>
            <span className="legend-name">{say(kinds[type].plural)}</span>
            <span className="count">{number(counts[type] ?? 0, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const relationsOf = (sort: Sort): RelationName[] => openRelationNames.filter((relation) => sortOf[relation] === sort)

function Sorts({ picture, counts, view, change }: LegendProps & { counts: Counts['relations'] }) {
  const say = useSay()
  const language = useLanguage()
  const { relations } = picture.network.head.facets
  const isThere = (sort: Sort): boolean => relationsOf(sort).some((relation) => (relations[relation] ?? 0) > 0)
  const countOf = (sort: Sort): number => relationsOf(sort).reduce((sum, relation) => sum + (counts[relation] ?? 0), 0)
  const isKept = (sort: Sort): boolean => relationsOf(sort).some((one) => view.relations.includes(one))
  const there = sorts.filter((sort) => isThere(sort) || isKept(sort))
  if (there.length === 0) return null
  return (
    <div>
      <h3 className="label">{say(mapWords.lines)}</h3>
      <ul className={view.relations.length > 0 ? 'legend-list legend-narrowed' : 'legend-list'}>
        {there.map((sort) => {
          const { dash, width, alpha } = lines[sort]
          return (
            <li key={sort}>
              <button
                type="button"
                className="legend-line"
                aria-pressed={isKept(sort)}
                onClick={() => change(toggled('relations', view.relations, relationsOf(sort)))}
              >
                <svg className="legend-sign legend-stroke" viewBox="0 0 28 8" aria-hidden="true">
                  <path d="M1 4h26" strokeDasharray={dash?.join(' ')} strokeWidth={1 + width} opacity={Math.max(alpha, 0.4)} />
                </svg>
                <span className="legend-name">{say(mapWords.sorts[sort])}</span>
                <span className="count">{number(countOf(sort), language)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The line of suggested meetings, which can be hidden. */
function Suggested({ count, view, change }: Pick<ViewActs, 'view' | 'change'> & { count: number }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <label className="legend-line legend-suggested">
      <svg className="legend-sign legend-stroke" viewBox="0 0 28 8" aria-hidden="true">
        <path d="M2 4h24" strokeDasharray="1.5 5" strokeWidth={2.5} strokeLinecap="round" />
      </svg>
      <span className="legend-name">{say(meetWords.ghosts)}</span>
      <span className="count">{number(count, language)}</span>
      <input
        type="checkbox"
        checked={view.ghosts !== 'none'}
        onChange={({ target }) => change({ ghosts: target.checked ? '' : 'none' }, true)}
      />
    </label>
  )
}
