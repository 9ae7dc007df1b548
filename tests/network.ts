import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { type TieFields, tieKey } from '../server/journal/change.ts'
import { ProjectionBuilder } from '../server/network/build.ts'
import type { Projection } from '../server/network/projection.ts'

/** A tie as a test writes it: Ada CARRIES Marée basse. */
export type TestTie = [from: string, relation: RelationName, to: string, fields?: TieFields]

/** A network in memory: each entity by its id, with its kind or with its kind and fields. */
export function networkOf(
  entities: Record<string, EntityType | [EntityType, Record<string, string | number>]>,
  ties: TestTie[]
): Projection {
  const ids = Object.keys(entities).sort()
  const builder = new ProjectionBuilder(ids)
  for (const [from, relation, to, fields = {}] of ties) {
    builder.addTie({ from, relation, to, fields, key: tieKey(fields), created_in: 1, revised_in: 1 })
  }
  for (const id of ids) {
    const entity = entities[id] as EntityType | [EntityType, Record<string, string | number>]
    const [type, fields] = typeof entity === 'string' ? [entity, {}] : entity
    builder.addEntity({ id, type, fields: { name: id, ...fields }, created_in: 1, revised_in: 1 })
  }
  return builder.build({ revision: 1, store: 'test', entries: [], removals: [] })
}
