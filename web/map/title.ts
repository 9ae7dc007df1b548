import { type EntityType, kinds } from '#contract/vocabulary/kinds.ts'
import { useSay } from '../language.ts'
import type { MapAsked } from '../location.ts'
import { type Network, nameAt } from '../network/network.ts'
import { mapWords } from './words.ts'
import { isFiltered } from './view.ts'

/** What a view is called: the name it was given, else what it shows. */
export function useViewTitle(view: MapAsked, network: Network | undefined): string {
  const say = useSay()
  const nameOf = (id: string): string => {
    const place = network?.placeOf.get(id)
    return network && place !== undefined ? nameAt(network, place) : id
  }
  if (view.title) return view.title
  if (view.from && view.to) return say(mapWords.wayOf)(nameOf(view.from), nameOf(view.to))
  if (view.around.length > 0) return say(mapWords.around)(view.around.slice(0, 3).map(nameOf))
  if (!isFiltered(view)) return say(mapWords.whole)
  const chosen = network ? namesChosen(view, network) : []
  const ofKinds = view.types.map((type) => say(kinds[type as EntityType]?.plural ?? mapWords.part))
  const parts = [...(ofKinds.length <= 3 ? ofKinds : []), ...chosen]
  return parts.length > 0 ? parts.slice(0, 4).join(' · ') : say(mapWords.part)
}

/** The names of the communities, themes, territories and programmes that a view keeps. */
function namesChosen(view: MapAsked, { head }: Network): string[] {
  const { facets, communities } = head
  const named = new Map([...facets.themes, ...facets.territories, ...facets.programs].map(({ id, name }) => [id, name]))
  const ofCommunities = view.communities.flatMap((id) => communities.find((one) => String(one.id) === id)?.name ?? [])
  return [...ofCommunities, ...[...view.themes, ...view.territories, ...view.programs].flatMap((id) => named.get(id) ?? [])]
}
