import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'

/** What a tie of an entity says of it, as one day knew it. */
export interface Said {
  themes: number[]
  territories: number[]
  /** Whom and what it is tied to by what it takes part in, each once; who is only followed online stands apart. */
  tied: number[]
  followed: number[]
}

const [ABOUT, LOCATED_IN, FOLLOWS] = (['ABOUT', 'LOCATED_IN', 'FOLLOWS'] satisfies RelationName[]).map((name) =>
  relationNames.indexOf(name)
)
/** By these one has met somebody or taken part in something. */
const meeting = new Set(
  (
    [
      'KNOWS',
      'WORKS_FOR',
      'CARRIES',
      'PARTNERS_IN',
      'RUNS',
      'SUPPORTS',
      'ATTENDED',
      'PRESENTED_AT',
      'HOSTS',
      'SPONSORS',
      'BY',
      'OF',
      'TO',
      'LED_TO'
    ] satisfies RelationName[]
  ).map((name) => relationNames.indexOf(name))
)

/** What is known of an entity by its ties, as the day `asOf` knew them. */
export function saidOf(projection: Projection, entity: number, asOf: number): Said {
  const { incident, incidentOffsets, relations, starts } = projection
  const said = { themes: new Set<number>(), territories: new Set<number>(), tied: new Set<number>(), followed: new Set<number>() }
  for (let i = incidentOffsets[entity] as number; i < (incidentOffsets[entity + 1] as number); i++) {
    const tie = incident[i] as number
    if (!isKnown(projection, tie, asOf)) continue
    const relation = relations[tie] as number
    const other = otherEnd(projection, tie, entity)
    const isOwn = starts[tie] === entity
    if (relation === ABOUT) isOwn && said.themes.add(other)
    else if (relation === LOCATED_IN) isOwn && said.territories.add(other)
    else if (relation === FOLLOWS) isOwn && said.followed.add(other)
    else if (meeting.has(relation)) said.tied.add(other)
  }
  return { themes: [...said.themes], territories: [...said.territories], tied: [...said.tied], followed: [...said.followed] }
}
