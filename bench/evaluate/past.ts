import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { ALWAYS } from '../../server/network/days.ts'
import { entityCount, type Projection, tieCount, typeAt } from '../../server/network/projection.ts'
import { counts } from '../../server/network/strength.ts'

/** Whom or what each entity is joined to, each once: those of entity i are `others[offsets[i] … offsets[i + 1]]`. */
export interface Neighbours {
  offsets: Uint32Array
  others: Uint32Array
}

/** The network as it was known on one day. Entities are called by their place in the projection. */
export interface Past {
  projection: Projection
  /** By any tie, read from either end. */
  tied: Neighbours
  /** Those who had met: tied to each other, or both to the same project. Only of the kinds that are asked for or suggested. */
  met: Neighbours
}

export const neighboursOf = ({ offsets, others }: Neighbours, entity: number): Uint32Array =>
  others.subarray(offsets[entity], offsets[entity + 1])
export const degreeOf = ({ offsets }: Neighbours, entity: number): number => (offsets[entity + 1] as number) - (offsets[entity] as number)

/** Packs a set for each entity. */
export function joined(sets: readonly ReadonlySet<number>[]): Neighbours {
  const offsets = new Uint32Array(sets.length + 1)
  for (const [entity, set] of sets.entries()) offsets[entity + 1] = (offsets[entity] as number) + set.size
  const others = new Uint32Array(offsets[sets.length] as number)
  for (const [entity, set] of sets.entries()) others.set([...set], offsets[entity])
  return { offsets, others }
}

/** What was known on `asOf` (a day as in days.ts), by the rule that the product itself follows. */
export function pastOf(projection: Projection, asOf: number, kinds: ReadonlySet<EntityType>): Past {
  const tied = Array.from({ length: entityCount(projection) }, () => new Set<number>())
  for (let tie = 0; tie < tieCount(projection); tie++) {
    if (!counts(projection, tie, { asOf, since: ALWAYS })) continue
    const [start, end] = [projection.starts[tie] as number, projection.ends[tie] as number]
    tied[start]?.add(end)
    tied[end]?.add(start)
  }
  const isAsked = tied.map((_, entity) => kinds.has(typeAt(projection, entity)))
  const met = tied.map((others, entity) => {
    const found = new Set<number>()
    if (!isAsked[entity]) return found
    for (const other of others) {
      if (isAsked[other]) found.add(other)
      if (typeAt(projection, other) !== 'project') continue
      for (const partner of tied[other] ?? []) if (isAsked[partner]) found.add(partner)
    }
    found.delete(entity)
    return found
  })
  return { projection, tied: joined(tied), met: joined(met) }
}

/** Those at most two steps from an entity along `met`, itself included: it has met them, or somebody who has. */
export function nearOf({ met }: Past, entity: number): Set<number> {
  const near = new Set([entity, ...neighboursOf(met, entity)])
  for (const contact of neighboursOf(met, entity)) for (const other of neighboursOf(met, contact)) near.add(other)
  return near
}
