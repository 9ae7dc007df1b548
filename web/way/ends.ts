import type { EntityRef } from '#contract/entity.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'

/** The kinds that a way may start from and lead to. */
export const endTypes: EntityType[] = ['person', 'organization', 'project']

export const canEndWay = ({ type }: Pick<EntityRef, 'type'>): boolean => endTypes.includes(type)
