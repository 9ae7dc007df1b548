import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PathsAnswer } from '#contract/paths.ts'
import { mapAddress, type MapAsked } from '../location.ts'
import { coloursOf } from '../network/colours.ts'
import { askNetwork, askRest, lacksRest, type Network, withRest } from '../network/network.ts'
import { type Ghost, type Picture, upright } from '../network/picture.ts'
import { shownIn } from '../network/scene.ts'
import { sizesOf } from '../network/sizes.ts'
import { spread } from '../network/spread.ts'
import { useUpright } from '../screen.ts'
import { useWays } from '../way/asked.ts'
import { centralityOf, colouringOf, isDivided, windowOf } from './view.ts'

/** More entities than these are not drawn one by one, whatever is asked for. */
export const MOST_DRAWN = 60_000

const searchOf = (part: Partial<MapAsked>): string => mapAddress('', part).slice(1)

/** The question of /api/network that a view asks; years are the page's own matter, but for what is only told by its communities. */
function networkSearch(view: MapAsked, isTimed: boolean): string {
  const { types, relations, themes, territories, programs, communities, around, steps, neighbours, since, until } = view
  const years = isTimed ? { since, until } : {}
  const search = searchOf({ types, relations, themes, territories, programs, communities, around, steps, neighbours, ...years })
  return view.whole ? [search, `most=${MOST_DRAWN}`].filter(Boolean).join('&') : search
}

/** A network, drawn as soon as it is here; the names of a large one come after it. */
function useNetworkOf(search: string, enabled = true) {
  const client = useQueryClient()
  const queryKey = ['network', search]
  const query = useQuery({ queryKey, queryFn: ({ signal }) => askNetwork(search, signal), placeholderData: keepPreviousData, enabled })
  useQuery({
    queryKey: ['rest of network', search, query.data?.head.revision],
    enabled: query.data !== undefined && !query.isPlaceholderData && lacksRest(query.data),
    queryFn: async ({ signal }) => {
      const rest = await askRest(search, signal)
      client.setQueryData<Network>(queryKey, (network) => network && withRest(network, rest))
      // Of another revision: both are asked for again.
      const network = client.getQueryData<Network>(queryKey)
      if (network && lacksRest(network)) {
        await client.invalidateQueries({ queryKey })
        throw new Error('The network has changed while it was read.')
      }
      return null
    }
  })
  return query
}

/** The network of a view; where ways go by what it leaves out, what is along them. */
export function useNetwork(view: MapAsked, ways: PathsAnswer | undefined) {
  const first = useNetworkOf(networkSearch(view, false))
  const timed = useNetworkOf(networkSearch(view, true), Boolean(first.data?.head.overview && (view.since || view.until)))
  const whole = timed.data && first.data?.head.overview && (view.since || view.until) ? timed : first
  const along = ways?.entities.map(({ id }) => id) ?? []
  const isNamed = whole.data !== undefined && !lacksRest(whole.data)
  const isMissed = isNamed && along.some((id) => !whole.data?.placeOf.has(id))
  const narrow = useNetworkOf(searchOf({ around: along, steps: '1', neighbours: '4' }), isMissed)
  // What is shown stays until that is here.
  return isMissed && narrow.data ? narrow : whole
}

/** The ways that a view draws. */
export function useDrawnWays({ from, to, avoid, since, until, maxHops }: MapAsked) {
  return useWays({ from, to, avoid, since, maxHops, ...(until && { asOf: until }) })
}

/** The entities a way goes by, what two of them share included. */
function placesAlong(network: Network, { steps }: PathsAnswer['paths'][number]): number[] {
  const ids = steps.flatMap(({ to, evidence }) => [evidence[0]?.shared?.id, to])
  return [steps[0]?.from, ...ids].flatMap((id) => {
    const place = id === undefined ? undefined : network.placeOf.get(id)
    return place === undefined ? [] : [place]
  })
}

/** The same each time: another way moves the camera. */
const noWays: number[][] = []
const noGhosts: Ghost[] = []

/** What a view shows of a network. */
export function usePicture(asked: Network | undefined, view: MapAsked, ways: PathsAnswer | undefined): Picture | undefined {
  const isUpright = useUpright()
  const isSpread = view.around.length > 0 && !asked?.head.overview
  const network = useMemo(() => {
    const placed = asked && isSpread ? spread(asked) : asked
    return placed && isUpright ? upright(placed) : placed
  }, [asked, isSpread, isUpright])
  const colouring = asked && colouringOf(view, isDivided(asked))
  const centrality = centralityOf(view)
  const { since, until } = windowOf(view)
  const colours = useMemo(() => network && colouring && coloursOf(network, colouring), [network, colouring])
  const sizes = useMemo(() => network && sizesOf(network, centrality), [network, centrality])
  const shown = useMemo(() => network && shownIn(network, network.head.overview ? {} : { since, until }), [network, since, until])
  const isWayless = ways !== undefined && ways.paths.length === 0
  const chosen = JSON.stringify(isWayless ? [view.from, view.to, ...(ways.nearest ?? []).map(({ id }) => id)] : view.selected)
  const selected = useMemo(
    () => new Set((JSON.parse(chosen) as string[]).flatMap((id) => network?.placeOf.get(id) ?? [])),
    [network, chosen]
  )
  const drawn = useMemo(() => {
    if (!network || !ways) return noWays
    // Without a way, its ends and who is nearest stand out, each for themselves.
    return isWayless ? [...selected].map((place) => [place]) : ways.paths.map((path) => placesAlong(network, path))
  }, [network, ways, isWayless, selected])
  return useMemo(
    () => network && colours && sizes && shown && { network, colours, sizes, shown, selected, isSpread, ways: drawn, ghosts: noGhosts },
    [network, colours, sizes, shown, selected, isSpread, drawn]
  )
}
