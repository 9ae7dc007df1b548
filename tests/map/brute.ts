import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relations } from '#contract/vocabulary/relations.ts'
import type { TestTie } from '../network.ts'
import type { Facts } from './random-networks.ts'

/*
 * What a question keeps, by looking at every fact: written from what the contract says of each filter, not from the product's code, so that
 * the two can be held against each other.
 */
export interface Filters {
  types?: EntityType[] | undefined
  relations?: RelationName[] | undefined
  themes?: string[] | undefined
  territories?: string[] | undefined
  programs?: string[] | undefined
  communities?: number[] | undefined
  since?: string | undefined
  until?: string | undefined
  around?: string[] | undefined
  steps?: number | undefined
}

/** The number of each entity's community, which is the map's own to say. */
export type CommunityOf = (id: string) => number

const isDated = ([, , , { from_date, to_date } = {}]: TestTie): boolean => from_date !== undefined || to_date !== undefined

/** Whether a tie was known on the one day and still held on the other; what is not dated always did. Texts of whole days stand in order. */
function held([, relation, , fields = {}]: TestTie, { since = '', until = '9' }: Filters): boolean {
  const { from_date, to_date = relations[relation].dated === 'once' ? from_date : undefined } = fields
  return (from_date ?? to_date ?? '') <= until && (to_date ?? '9') >= since
}

const touches = ([from, , to]: TestTie, id: string): boolean => from === id || to === id
const otherEnd = ([from, , to]: TestTie, id: string): string => (from === id ? to : from)

/** Whether an entity passes every filter but the focus. */
function passes({ entities, ties }: Facts, id: string, filters: Filters, communityOf: CommunityOf): boolean {
  const { types, themes, territories, programs, communities, since, until } = filters
  const has = (things: string[] | undefined, relation: RelationName): boolean =>
    !things || things.includes(id) || ties.some(([from, said, to]) => from === id && said === relation && things.includes(to))
  const own = ties.filter((tie) => touches(tie, id))
  const dated = own.filter(isDated)
  return (
    (!types || types.includes(entities[id] as EntityType)) &&
    has(themes, 'ABOUT') &&
    has(territories, 'LOCATED_IN') &&
    (!communities || communities.includes(communityOf(id))) &&
    (!programs || programs.includes(id) || own.some((tie) => programs.includes(otherEnd(tie, id)))) &&
    ((since === undefined && until === undefined) || dated.length === 0 || dated.some((tie) => held(tie, filters)))
  )
}

/** The entities and ties that a question keeps. */
export function keptOf(facts: Facts, filters: Filters, communityOf: CommunityOf): { entities: string[]; ties: TestTie[] } {
  const { relations: kept, around, steps = 1 } = filters
  const ties = facts.ties.filter((tie) => (!kept || kept.includes(tie[1])) && held(tie, filters))
  const passing = new Set(Object.keys(facts.entities).filter((id) => passes(facts, id, filters, communityOf)))
  let reached = new Set(around ?? passing)
  if (around)
    for (let step = 0; step < steps; step++)
      reached = new Set([
        ...reached,
        ...[...reached]
          .flatMap((id) => ties.filter((tie) => touches(tie, id)).map((tie) => otherEnd(tie, id)))
          .filter((id) => passing.has(id))
      ])
  const entities = [...reached].sort()
  return { entities, ties: ties.filter(([from, , to]) => reached.has(from) && reached.has(to)) }
}

/** Whom an entity is tied to by what a question keeps, though the answer does not hold them. */
export function hiddenAround(facts: Facts, id: string, filters: Filters, communityOf: CommunityOf): string[] {
  const { entities } = keptOf(facts, filters, communityOf)
  const unfocused = keptOf(facts, { ...filters, around: undefined }, communityOf)
  const { relations: kept } = filters
  const others = facts.ties
    .filter((tie) => (!kept || kept.includes(tie[1])) && held(tie, filters) && touches(tie, id))
    .map((tie) => otherEnd(tie, id))
  return [...new Set(others)].filter((other) => unfocused.entities.includes(other) && !entities.includes(other))
}
