import type { Choice, Facets } from '#contract/network.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { textAt } from '../text/packed.ts'
import { entityCount, otherEnd, type Projection, tieCount } from '../network/projection.ts'
import type { NetworkMap } from './network-map.ts'
import { ABOUT, type Asked, type Facet, keeps, LOCATED_IN, type Selection } from './select.ts'

/** The most choices of one filter that are told; what is asked for is told beside them. */
const MOST_CHOICES = 60

const programKind = types.indexOf('program')

/** How many each filter could keep, the others being as they are. */
export function facetsOf(projection: Projection, map: NetworkMap, selection: Selection, asked: Asked): Facets {
  return {
    types: kindCounts(projection, selection),
    relations: relationCounts(projection, selection),
    themes: choices(projection, selection, 'themes', ABOUT, asked.themes),
    territories: choices(projection, selection, 'territories', LOCATED_IN, asked.territories),
    programs: programChoices(projection, selection, asked.programs),
    communities: communityCounts(projection, map, selection)
  }
}

/** The most communities that are told with their counts. */
const MOST_COMMUNITIES = 20

function communityCounts(projection: Projection, map: NetworkMap, selection: Selection): Facets['communities'] {
  const counts = new Map<number, number>()
  for (let entity = 0; entity < entityCount(projection); entity++) {
    const community = map.community[entity] as number
    if (keeps(selection, entity, 'communities')) counts.set(community, (counts.get(community) ?? 0) + 1)
  }
  return map.communities.slice(0, MOST_COMMUNITIES).flatMap(({ id, name }) => {
    const count = counts.get(id)
    return count ? [{ id, name, count }] : []
  })
}

function kindCounts(projection: Projection, selection: Selection): Facets['types'] {
  const counts = new Uint32Array(types.length)
  for (let entity = 0; entity < entityCount(projection); entity++)
    if (keeps(selection, entity, 'types'))
      counts[projection.kinds[entity] as number] = (counts[projection.kinds[entity] as number] as number) + 1
  return Object.fromEntries(types.flatMap((type, place) => (counts[place] ? [[type, counts[place]]] : [])))
}

function relationCounts(projection: Projection, selection: Selection): Facets['relations'] {
  const counts = new Uint32Array(relationNames.length)
  const { starts, ends, relations } = projection
  for (let tie = 0; tie < tieCount(projection); tie++)
    if (selection.timely[tie] && keeps(selection, starts[tie] as number, 'relations') && keeps(selection, ends[tie] as number, 'relations'))
      counts[relations[tie] as number] = (counts[relations[tie] as number] as number) + 1
  return Object.fromEntries(relationNames.flatMap((name, place) => (counts[place] ? [[name, counts[place]]] : [])))
}

/** Themes or territories, by how many that are kept have them. */
function choices(projection: Projection, selection: Selection, facet: Facet, relation: number, asked: number[] | undefined): Choice[] {
  const counts = new Map<number, number>()
  const { starts, ends, relations, incident, incidentOffsets } = projection
  // The same may be said twice, in two roles.
  const countedFor = new Int32Array(entityCount(projection)).fill(-1)
  for (let entity = 0; entity < entityCount(projection); entity++) {
    if (!keeps(selection, entity, facet)) continue
    for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
      const tie = incident[i] as number
      const choice = ends[tie] as number
      if (relations[tie] !== relation || starts[tie] !== entity || countedFor[choice] === entity) continue
      countedFor[choice] = entity
      counts.set(choice, (counts.get(choice) ?? 0) + 1)
    }
  }
  return told(projection, counts, asked)
}

/** Programmes, by how many that are kept are tied to them. */
function programChoices(projection: Projection, selection: Selection, asked: number[] | undefined): Choice[] {
  const counts = new Map<number, number>()
  const { kinds, incident, incidentOffsets } = projection
  for (let program = 0; program < entityCount(projection); program++) {
    if (kinds[program] !== programKind) continue
    const tied = new Set<number>()
    for (let i = incidentOffsets[program] as number; i < (incidentOffsets[program + 1] as number); i++) {
      const other = otherEnd(projection, incident[i] as number, program)
      if (keeps(selection, other, 'programs')) tied.add(other)
    }
    if (tied.size > 0) counts.set(program, tied.size)
  }
  return told(projection, counts, asked)
}

function told(projection: Projection, counts: Map<number, number>, asked: number[] = []): Choice[] {
  const most = [...counts].sort(([a, one], [b, two]) => two - one || a - b)
  const shown = most.slice(0, MOST_CHOICES)
  const missing = asked
    .filter((place) => !shown.some(([one]) => one === place))
    .map((place): [number, number] => [place, counts.get(place) ?? 0])
  return [...shown, ...missing].map(([place, count]) => ({
    id: textAt(projection.ids, place),
    name: textAt(projection.names, place),
    count
  }))
}
