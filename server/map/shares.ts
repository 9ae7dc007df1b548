import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { entityCount, type Projection, tieCount, typeAt } from '../network/projection.ts'

/** What members of a community may have in common: what they are about, where they are, with whom they work, who supports them. */
const sharing = new Set(
  (['ABOUT', 'LOCATED_IN', 'WORKS_FOR', 'SUPPORTS', 'PARTNERS_IN'] satisfies RelationName[]).map((name) => relationNames.indexOf(name))
)
const shareable = new Set<EntityType>(['theme', 'territory', 'organization', 'program'])

/** A thing tells a community from the others where so many of its members have it, and so much more often than everybody. */
const LEAST_SHARE = 0.2
const LEAST_LIFT = 2
/** Communities beyond these are drawn by few and told by their centre alone. */
const MOST_TOLD = 200

/** What members of a community have in common, and how many of them. */
export interface Share {
  thing: number
  count: number
}

/** How many members each community has. */
export function sizesOf(community: Uint16Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count)
  for (const one of community) sizes[one] = (sizes[one] as number) + 1
  return sizes
}

/** What the members of each of the largest communities share, what tells most of it first. */
export function sharesOf(projection: Projection, community: Uint16Array, count: number): Share[][] {
  const { starts, ends, relations } = projection
  const entities = entityCount(projection)
  const sizes = sizesOf(community, count)
  const everywhere = new Uint32Array(entities)
  const within = Array.from({ length: Math.min(count, MOST_TOLD) }, () => new Map<number, number>())
  // Who has the same in two roles has it once; a project has those who support it, whose ties they are.
  const countedFor = new Map<number, Set<number>>()
  const isNew = (member: number, thing: number): boolean => {
    const seen = countedFor.get(thing) ?? new Set()
    countedFor.set(thing, seen)
    return seen.size < seen.add(member).size
  }
  for (let tie = 0; tie < tieCount(projection); tie++) {
    if (!sharing.has(relations[tie] as number)) continue
    const [start, end] = [starts[tie] as number, ends[tie] as number]
    const [member, thing] = shareable.has(typeAt(projection, end)) ? [start, end] : [end, start]
    if (!isNew(member, thing)) continue
    everywhere[thing] = (everywhere[thing] as number) + 1
    const shared = within[community[member] as number]
    shared?.set(thing, (shared.get(thing) ?? 0) + 1)
  }

  return within.map((shared, number) => {
    const told: (Share & { weight: number })[] = []
    for (const [thing, held] of shared) {
      const share = held / (sizes[number] as number)
      const lift = share / ((everywhere[thing] as number) / entities)
      if (held > 1 && share >= LEAST_SHARE && lift >= LEAST_LIFT) told.push({ thing, count: held, weight: held * Math.log(lift) })
    }
    return told.sort((a, b) => b.weight - a.weight || a.thing - b.thing).map(({ thing, count }) => ({ thing, count }))
  })
}
