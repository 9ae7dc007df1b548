import type { NetworkHead } from '#contract/network.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { ABOUT, LOCATED_IN } from './select.ts'

type Label = typeof ABOUT | typeof LOCATED_IN

const kindOf = new Map<Label, number>([
  [ABOUT, types.indexOf('theme')],
  [LOCATED_IN, types.indexOf('territory')]
])

/** The first theme or territory of an entity; a theme or a territory is its own. */
function labelAt(
  { kinds, relations, starts, ends, incident, incidentOffsets }: Projection,
  entity: number,
  relation: Label
): number | undefined {
  if (kinds[entity] === kindOf.get(relation)) return entity
  let label = Number.POSITIVE_INFINITY
  for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
    const tie = incident[i] as number
    if (relations[tie] === relation && starts[tie] === entity) label = Math.min(label, ends[tie] as number)
  }
  return Number.isFinite(label) ? label : undefined
}

/** The first theme or territory of each entity, as places in a list of their ids, plus one. */
export function labelsOf(projection: Projection, entities: Uint32Array, relation: Label): { ids: string[]; places: Uint16Array } {
  const ids: string[] = []
  const known = new Map<number, number>()
  const places = new Uint16Array(entities.length)
  for (const [place, entity] of entities.entries()) {
    const label = labelAt(projection, entity, relation)
    if (label === undefined) continue
    let number = known.get(label)
    if (number === undefined && ids.length < 65_535) {
      number = ids.push(textAt(projection.ids, label))
      known.set(label, number)
    }
    places[place] = number ?? 0
  }
  return { ids, places }
}

/** How many themes and territories have a rank. */
const MOST_RANKED = 20

const ranks = new WeakMap<Projection, NetworkHead['ranks']>()

/** The themes and territories that most of the whole network have first. */
export function ranksOf(projection: Projection): NetworkHead['ranks'] {
  const known = ranks.get(projection)
  if (known) return known
  const ranked = (relation: Label): string[] => {
    const counts = new Map<number, number>()
    for (let entity = 0; entity < entityCount(projection); entity++) {
      const label = labelAt(projection, entity, relation)
      if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
    }
    return [...counts]
      .sort(([a, one], [b, two]) => two - one || a - b)
      .slice(0, MOST_RANKED)
      .map(([label]) => textAt(projection.ids, label))
  }
  const told = { themes: ranked(ABOUT), territories: ranked(LOCATED_IN) }
  ranks.set(projection, told)
  return told
}
