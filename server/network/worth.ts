import { relationNames, relations } from '#contract/vocabulary/relations.ts'

/** Whether people who are tied to the same thing by this relation share it, by the relation's place. */
export const isShared = relationNames.map((name) => relations[name].together !== undefined)

/** What each relation is worth as a tie, 0 to 1, by its place; 0 where no way goes along it. */
export const worths = relationNames.map((name) => relations[name].worth ?? 0)

/** False, by its place, for a relation that is as true read from the other end. */
export const isDirected = relationNames.map((name) => relations[name].directed)
