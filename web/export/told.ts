import { NOT_KNOWN_END } from '#contract/packed-network.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { relations, type RelationName } from '#contract/vocabulary/relations.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { Language } from '#contract/vocabulary/words.ts'
import { idAt, nameAt, type Network, relationAt, typeAt } from '../network/network.ts'
import { type Picture, xAt, yAt } from '../network/picture.ts'
import { extentOf, scaleAt } from '../network/sizes.ts'

/** A card of the view, in words and numbers. */
export interface ToldCard {
  id: string
  name: string
  type: EntityType
  /** What its type is called in the language of the page. */
  kind: string
  community: string
  theme: string
  territory: string
  degree: number
  /** 0 to 1, of the greatest in the network. */
  betweenness: number
  pagerank: number
  /** In units of a map 1,000 wide, its middle at 0, y upwards; the radius in the same. */
  x: number
  y: number
  size: number
  /** #rrggbb, on a light ground. */
  colour: string
}

/** A tie of the view: "Ada *porte* Marée basse". Its ends are places among the cards. */
export interface ToldTie {
  id: string
  from: ToldCard
  to: ToldCard
  relation: RelationName
  sentence: string
  isDirected: boolean
  /** First and last day that it is known to hold, as YYYY-MM-DD. */
  since?: string
  until?: string
}

/** A view, told: what files of data are written from. */
export interface Told {
  title: string
  /** When it was told: a moment, ISO 8601. */
  at: string
  /** Where the view is found again. */
  address: string
  language: Language
  revision: number
  cards: ToldCard[]
  ties: ToldTie[]
}

export interface ToldAsked extends Pick<Told, 'title' | 'at' | 'address' | 'language'> {
  picture: Picture
  /** The colour of each group of the picture. */
  groups: string[]
}

const WIDTH = 1000
const DAY_MS = 86_400_000

/** Centralities are known as the square root of a share of 255. */
const share = (root: number): number => Math.round((root / 255) ** 2 * 10_000) / 10_000
const tenth = (value: number): number => Math.round(value * 10) / 10
const dayOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Tells what is shown of a picture, and nothing that years or filters leave out. */
export function toldOf({ picture, groups, ...about }: ToldAsked): Told {
  const { network, shown, sizes, colours } = picture
  const { language } = about
  const communities = new Map(network.head.communities.map(({ id, name }) => [id, name]))
  const scale = scaleAt(extentOf(network) * WIDTH)
  const cards = new Map<number, ToldCard>()
  for (let entity = 0; entity < network.kinds.length; entity++) {
    if (!shown.entities[entity]) continue
    const type = typeAt(network, entity)
    cards.set(entity, {
      id: idAt(network, entity),
      name: nameAt(network, entity),
      type,
      kind: kinds[type].name[language],
      community: communities.get(network.communities[entity] as number) ?? '',
      theme: labelOf(network, 'themes', entity),
      territory: labelOf(network, 'territories', entity),
      degree: network.degrees[entity] as number,
      betweenness: share(network.betweenness[entity] as number),
      pagerank: share(network.pagerank[entity] as number),
      x: tenth((xAt(network, entity) - 0.5) * WIDTH),
      y: tenth((yAt(network, entity) - 0.5) * WIDTH),
      size: tenth((sizes[entity] as number) * scale),
      colour: groups[colours.of[entity] as number] ?? '#808080'
    })
  }
  return { ...about, revision: network.head.revision, cards: [...cards.values()], ties: tiesOf(picture, cards, language) }
}

/** The name of the first theme or territory of an entity. */
function labelOf(network: Network, which: 'themes' | 'territories', entity: number): string {
  const id = network.head[which][(network[which][entity] as number) - 1]
  if (id === undefined) return ''
  const place = network.placeOf.get(id)
  return network.head.facets[which].find((choice) => choice.id === id)?.name ?? (place === undefined ? id : nameAt(network, place))
}

function tiesOf({ network, shown }: Picture, cards: ReadonlyMap<number, ToldCard>, language: Language): ToldTie[] {
  const ties: ToldTie[] = []
  for (let tie = 0; tie < network.relations.length; tie++) {
    const from = cards.get(network.starts[tie] as number)
    const to = cards.get(network.ends[tie] as number)
    if (!shown.ties[tie] || !from || !to) continue
    const relation = relationAt(network, tie)
    const [first, last] = [network.times.from[tie] as number, network.times.to[tie] as number]
    ties.push({
      id: `t${ties.length + 1}`,
      from,
      to,
      relation,
      sentence: relations[relation].sentence[language],
      isDirected: relations[relation].directed,
      ...(first > 0 && { since: dayOf(first) }),
      ...(last < NOT_KNOWN_END && { until: dayOf(last) })
    })
  }
  return ties
}
