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
import { useSay } from '../language.ts'
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

/** Where somebody found is opened: on the map where that is the page, else as a card. */
export function placeFor({ id }: { id: string }): string {
  if (window.location.pathname !== to.home()) return to.card(id)
  const view = mapIn(new URLSearchParams(window.location.search))
  return to.map({ ...view, from: '', to: '', selected: [id] })
}

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
  const intent = intentIn(text)
  const acts = useActs(intent)
  const asked = text.trim()
  const isCommand = intent !== undefined && intent.act !== 'kind' && intent.act !== 'way'
  const found = useSearch({ q: isCommand && intent.act !== 'around' && intent.act !== 'reach' ? '' : asked, limit: MOST })
  const results = asked ? (found.data?.results ?? []) : []
  const say = useSay()
  const options: Option[] = [
    ...acts.options,
    ...(intent && intent.act !== 'kind' ? [] : results.map((result): Option => ({ key: result.id, result, href: placeFor(result) }))),
    ...(asked && !intent ? [{ key: ' all', sign: MagnifyingGlassIcon, label: say(boxWords.all)(asked), href: to.search(asked) }] : [])
  ]
  return {
    options,
    unknown: acts.unknown,
    isLoading: asked !== '' && (found.isPending || found.isPlaceholderData) && !found.isError,
    isFailed: found.isError
  }
}

function useActs(intent: Intent | undefined): Pick<Said, 'options' | 'unknown'> {
  const say = useSay()
  const [first, second] = namesIn(intent)
  const ends = intent?.act === 'way' || intent?.act === 'reach' ? { types: endTypes } : {}
  const about: EntityType[] = ['theme', 'territory', 'program']
  const one = useSearch({ q: first, ...(intent?.act === 'kind' ? { types: about } : ends), limit: 2 })
  const two = useSearch({ q: second, ...ends, limit: 2 })
  const [heads, tails] = [first ? (one.data?.results ?? []) : [], second ? (two.data?.results ?? []) : []]
  const missing = first && one.isSuccess && !one.isPlaceholderData && heads.length === 0 ? first : undefined
  const unknown = missing ?? (second && two.isSuccess && !two.isPlaceholderData && tails.length === 0 ? second : undefined)
  const act = (key: string, sign: Icon, label: string, href: string): Option => ({ key: ` ${key}`, sign, label, href })
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
        return heads.map(({ id, name }) => act(`reach ${id}`, SignpostIcon, say(boxWords.reach)(name), to.way({ to: id })))
      case 'around':
        return heads.map(({ id, name }) =>
          act(`around ${id}`, GraphIcon, say(boxWords.around)(name), to.map({ around: [id], selected: [id] }))
        )
      case 'kind': {
        const kind = say(kinds[intent.type].plural)
        if (!intent.about) return [act('kind', FunnelSimpleIcon, say(boxWords.kind)(kind), to.map({ types: [intent.type] }))]
        return heads.map((thing) =>
          act(
            `kind ${thing.id}`,
            FunnelSimpleIcon,
            say(boxWords.kindAbout)(kind, thing.name),
            to.map({ types: [intent.type], ...among(thing) })
          )
        )
      }
      case 'list':
        return [act('list', ListBulletsIcon, say(boxWords.list), to.map({ show: 'list' }))]
      case 'map':
        return [act('map', GraphIcon, say(boxWords.map), to.map())]
      case 'communities':
        return [act('communities', CirclesThreeIcon, say(boxWords.communities), to.map({ colour: 'community' }))]
      case 'keys':
        return [act('keys', KeyboardIcon, say(boxWords.keys), to.map({ panel: 'keys' }))]
    }
  })()
  return { options, unknown }
}

/** The names that a request holds, still to be found. */
function namesIn(intent: Intent | undefined): [string, string] {
  switch (intent?.act) {
    case 'way':
      return [intent.from, intent.to]
    case 'reach':
      return [intent.to, '']
    case 'around':
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
function among({ id, type }: EntityRef): Partial<MapAsked> {
  if (type === 'theme') return { themes: [id] }
  return type === 'territory' ? { territories: [id] } : { programs: [id] }
}
