import { NetworkAnswer, type NetworkNode, NetworkQuery } from '#contract/network.ts'
import { MOST_WITH_ALL, PACKED_TYPE, packNames, packNetwork, packTimes } from '#contract/packed-network.ts'
import { type AddAnswer, Bytes } from './answers.ts'
import { find } from './cards.ts'
import { type Drawing, drawNetwork, namesOf, timesOf } from './map/picture.ts'
import { FAR, type NetworkMap } from './map/network-map.ts'
import type { Asked } from './map/select.ts'
import { type Projection, refAt, tieAt } from './network/projection.ts'

/** A map of the same revision is soon there; a first one of a large network takes longer than anybody waits. */
const LONGEST_WAIT_MS = 12_000

function askedOf(
  projection: Projection,
  { types, relations, themes, territories, programs, since, until, around, steps, neighbours, communities }: NetworkQuery
): Asked {
  const places = (ids: string[] | undefined): number[] | undefined => ids?.map((id) => find(projection, id))
  return {
    types,
    relations,
    since,
    until,
    steps,
    neighbours,
    communities,
    themes: places(themes),
    territories: places(territories),
    programs: places(programs),
    around: places(around)
  }
}

/** The packed form: it holds ids, names and numbers, nothing that only some may see. */
function packed(projection: Projection, drawing: Drawing, part: NetworkQuery['part']): Bytes {
  if (part === 'names') return new Bytes(PACKED_TYPE, packNames({ revision: projection.revision, ...namesOf(projection, drawing) }))
  if (part === 'times') return new Bytes(PACKED_TYPE, packTimes({ revision: projection.revision, ...timesOf(projection, drawing) }))
  const isWhole = drawing.entities.length <= MOST_WITH_ALL
  const rest = isWhole ? { names: namesOf(projection, drawing), times: timesOf(projection, drawing) } : {}
  return new Bytes(PACKED_TYPE, packNetwork({ ...drawing.packed, ...rest }))
}

function told(projection: Projection, map: NetworkMap, { packed, entities, ties }: Drawing): NetworkAnswer {
  const { themes, territories, ...head } = packed.head
  const label = (ids: string[], place: number): string | undefined => ids[place - 1]
  return {
    ...head,
    nodes: Array.from(
      entities,
      (entity, place): NetworkNode => ({
        ...refAt(projection, entity),
        x: (packed.x[place] as number) / FAR,
        y: (packed.y[place] as number) / FAR,
        community: packed.communities[place] as number,
        degree: packed.degrees[place] as number,
        betweenness: map.betweenness[entity] as number,
        pagerank: map.pagerank[entity] as number,
        theme: label(themes, packed.themes[place] as number),
        territory: label(territories, packed.territories[place] as number),
        hidden: packed.hidden[place] as number
      })
    ),
    ties: Array.from(ties, (tie) => tieAt(projection, tie))
  }
}

export function addNetwork(add: AddAnswer): void {
  add(
    '/api/network',
    {
      summary: `What the map draws: the network, or the part of it that filters keep. Also packed, as ${PACKED_TYPE}`,
      query: NetworkQuery,
      answer: NetworkAnswer,
      alsoAs: PACKED_TYPE
    },
    async ({ query, projection, map, isPacked }) => {
      const asked = askedOf(projection, query)
      const drawn = await map(LONGEST_WAIT_MS)
      const drawing = drawNetwork(projection, drawn, asked, query.most)
      return isPacked ? packed(projection, drawing, query.part) : told(projection, drawn, drawing)
    }
  )
}
