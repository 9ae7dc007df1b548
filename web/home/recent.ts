import type { EntityRef } from '#contract/entity.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { recall, remember } from '../memory.ts'

const MOST = 6

const isRef = (thing: unknown): thing is EntityRef => {
  const { id, type, name } = (thing ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' && types.some((known) => known === type)
}

/** Cards opened in this browser, the last one first. What another version wrote and nobody can read any more is forgotten. */
export function seenLately(): EntityRef[] {
  try {
    const seen: unknown = JSON.parse(recall('recent') ?? '[]')
    return Array.isArray(seen) ? seen.filter(isRef).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberSeen(entity: EntityRef): void {
  remember('recent', JSON.stringify([entity, ...seenLately().filter(({ id }) => id !== entity.id)].slice(0, MOST)))
}
