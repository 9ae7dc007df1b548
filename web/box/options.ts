import { CirclesThreeIcon } from '@phosphor-icons/react/CirclesThree'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import { GraphIcon } from '@phosphor-icons/react/Graph'
import { KeyboardIcon } from '@phosphor-icons/react/Keyboard'
import { ListBulletsIcon } from '@phosphor-icons/react/ListBullets'
import { MagnifyingGlassIcon } from '@phosphor-icons/react/MagnifyingGlass'
import { SignpostIcon } from '@phosphor-icons/react/Signpost'
import type { Icon } from '@phosphor-icons/react'
import type { EntityRef } from '#contract/entity.ts'
import type { SearchResult } from '#contract/search.ts'
import { type EntityType, kinds } from '#contract/vocabulary/kinds.ts'
import { type Say, useSay } from '../language.ts'
import { type MapAsked, mapIn, to } from '../location.ts'
import { useSearch } from '../search/query.ts'
import { endTypes } from '../way/ends.ts'
import { type Intent, intentIn } from './parse.ts'
import { boxWords } from './words.ts'

/** A line of the box: somebody found, or something that can be done. */
export type Option =
  | { key: string; result: SearchResult | EntityRef; href: string }
  | { key: string; sign: Icon; label: string; href: string }
  /** Goes on writing. */
  | { key: string; sign: Icon; label: string; text: string }

/** The view of the map that is looked at, where that is the page. */
const viewHere = (): MapAsked | undefined =>
  window.location.pathname === to.home() ? mapIn(new URLSearchParams(window.location.search)) : undefined

/** The map as it is looked at, or as it opens, with a change. */
const onMap = (part: Partial<MapAsked>): string => to.map({ ...viewHere(), ...part })

/** Where somebody found is opened: on the map where that is the page, else as a card. */
export const placeFor = ({ id }: { id: string }): string => (viewHere() ? onMap({ from: '', to: '', selected: [id] }) : to.card(id))

interface Said {
  options: Option[]
  /** A name in what was asked that nobody bears. */
  unknown: string | undefined
  isLoading: boolean
  isFailed: boolean
}

const MOST = 7

/** What the box proposes for a text: what it asks for, then what it finds. */
export function useOptions(text: string): Said {
  const say = useSay()
  const intent = intentIn(text)
  const acts = useActs(intent)
  const asked = text.trim()
  // "Offres d'emploi" asks for no one's offers: where nobody bears that name, it is searched as it is.
  const isOther = intent === undefined || intent.act === 'kind' || (isOf(intent) && acts.options.length === 0 && !acts.isLoading)
  const isFinding = asked !== '' && isOther
  const found = useSearch({ q: isFinding ? asked : '', limit: MOST })
  const results = isFinding && !found.isError ? (found.data?.results ?? []) : []
  const options: Option[] = [
    ...acts.options,
    ...results.flatMap((result, place): Option[] => [
      { key: result.id, result, href: placeFor(result) },
      ...(place === 0 && !intent && isMeant(result, asked) ? actsFor(result, say) : [])
    ]),
    ...(results.length > 0 && !intent
      ? [{ key: ' all', sign: MagnifyingGlassIcon, label: say(boxWords.all)(asked), href: to.search(asked) }]
      : [])
  ]
  return {
    options,
    unknown: intent && isOf(intent) ? undefined : acts.unknown,
    isLoading: acts.isLoading || (isFinding && (found.isPending || found.isPlaceholderData) && !found.isError),
    isFailed: acts.isFailed || (isFinding && found.isError)
  }
}

const isOf = ({ act }: Intent): boolean => act === 'needs' || act === 'offers'

/** Whether somebody found is who was meant: a person by that name, of which enough is written. */
const isMeant = ({ type, matched }: SearchResult, asked: string): boolean =>
  type === 'person' && matched === 'name' && asked.length >= FEW_LETTERS
const FEW_LETTERS = 3

const act = (key: string, sign: Icon, label: string, href: string): Option => ({ key: ` ${key}`, sign, label, href })

type Named = Pick<EntityRef, 'id' | 'name'>

const around = ({ id, name }: Named, say: Say): Option =>
  act(`around ${id}`, GraphIcon, say(boxWords.around)(name), to.map({ around: [id], selected: [id] }))
const reach = ({ id, name }: Named, say: Say): Option => act(`reach ${id}`, SignpostIcon, say(boxWords.reach)(name), to.way({ to: id }))

/** What one may want of somebody found. */
const actsFor = (person: Named, say: Say): Option[] => [around(person, say), reach(person, say)]

/** The kinds of what is seen around somebody, for each of these requests. */
const seenAround = { knows: 'person', needs: 'need', offers: 'offer' } as const

function useActs(intent: Intent | undefined): Said {
  const say = useSay()
  const [first, second] = namesIn(intent)
  const among = intent && typesOf(intent)
  const one = useSearch({ q: first, ...(among && { types: among }), limit: 2 })
  const two = useSearch({ q: second, ...(among && { types: among }), limit: 2 })
  const [heads, tails] = [first ? (one.data?.results ?? []) : [], second ? (two.data?.results ?? []) : []]
  const missing = first && one.isSuccess && !one.isPlaceholderData && heads.length === 0 ? first : undefined
  const unknown = missing ?? (second && two.isSuccess && !two.isPlaceholderData && tails.length === 0 ? second : undefined)
  const options = ((): Option[] => {
    switch (intent?.act) {
      case undefined:
        return []
      case 'way':
        if (!intent.to)
          return heads.map(({ id, name }) => ({
            key: ` from ${id}`,
            sign: SignpostIcon,
            label: say(boxWords.wayFrom)(name),
            text: say({ fr: `chemin de ${name} à `, en: `way from ${name} to ` })
          }))
        return pairs(heads, tails).map(([from, goal]) =>
          act(`way ${from.id} ${goal.id}`, SignpostIcon, say(boxWords.way)(from.name, goal.name), to.map({ from: from.id, to: goal.id }))
        )
      case 'reach':
        return heads.map((one) => reach(one, say))
      case 'around':
        return heads.map((one) => around(one, say))
      case 'knows':
      case 'needs':
      case 'offers': {
        const { act: what } = intent
        return heads
          .filter(({ matched }) => matched === 'name')
          .map(({ id, name }) =>
            act(`${what} ${id}`, GraphIcon, say(boxWords[what])(name), to.map({ around: [id], selected: [id], types: [seenAround[what]] }))
          )
      }
      case 'kind': {
        const kind = say(kinds[intent.type].plural)
        if (!intent.about) return [act('kind', FunnelSimpleIcon, say(boxWords.kind)(kind), to.map({ types: [intent.type] }))]
        return heads.map((thing) =>
          act(
            `kind ${thing.id}`,
            FunnelSimpleIcon,
            say(boxWords.kindAbout)(kind, thing.type, thing.name),
            to.map({ types: [intent.type], ...kept(thing) })
          )
        )
      }
      case 'list':
        return [act('list', ListBulletsIcon, say(boxWords.list), onMap({ show: 'list' }))]
      case 'map':
        return [act('map', GraphIcon, say(boxWords.map), to.map())]
      case 'communities':
        return [act('communities', CirclesThreeIcon, say(boxWords.communities), onMap({ colour: 'community' }))]
      case 'keys':
        return [act('keys', KeyboardIcon, say(boxWords.keys), onMap({ panel: 'keys' }))]
    }
  })()
  const asked = [...(first ? [one] : []), ...(second ? [two] : [])]
  return {
    options,
    unknown,
    isLoading: asked.some(({ isPending, isPlaceholderData, isError }) => (isPending || isPlaceholderData) && !isError),
    isFailed: asked.some(({ isError }) => isError)
  }
}

/** The kinds of what a request names; left out, any. */
function typesOf({ act }: Intent): EntityType[] | undefined {
  if (act === 'kind') return ['theme', 'territory', 'program']
  return act === 'around' || act === 'list' ? undefined : endTypes
}

/** The names that a request holds, still to be found. */
function namesIn(intent: Intent | undefined): [string, string] {
  switch (intent?.act) {
    case 'way':
      return [intent.from, intent.to]
    case 'reach':
      return [intent.to, '']
    case 'around':
    case 'knows':
    case 'needs':
    case 'offers':
      return [intent.of, '']
    case 'kind':
      return [intent.about, '']
    default:
      return ['', '']
  }
}

/** The best of both ends first, then each with the second best of the other. */
function pairs(heads: SearchResult[], tails: SearchResult[]): [SearchResult, SearchResult][] {
  const [head, otherHead] = heads
  const [tail, otherTail] = tails
  const tried: [SearchResult | undefined, SearchResult | undefined][] = [
    [head, tail],
    [head, otherTail],
    [otherHead, tail]
  ]
  return tried.flatMap(([from, goal]) => (from && goal && from.id !== goal.id ? [[from, goal]] : []))
}

/** The filter of the map that keeps what a theme, territory or programme is of. */
function kept({ id, type }: EntityRef): Partial<MapAsked> {
  if (type === 'theme') return { themes: [id] }
  return type === 'territory' ? { territories: [id] } : { programs: [id] }
}
