import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { Name } from './records.ts'

/** What a check asks of the store; each call holds 5,000 ids or names at the most. */
export interface Store {
  /** The kinds of those ids that are in the store. */
  typesOf(ids: string[]): Promise<Map<string, EntityType>>
  /** The ids of the themes or territories of these names, by name. */
  named(type: Name['type'], names: string[]): Promise<Map<string, string>>
}

/** A store that holds nothing. */
export const emptyStore: Store = { typesOf: async () => new Map(), named: async () => new Map() }

const BATCH = 5_000

/** Asks for all in batches, one after the other. */
export async function inBatches<Answer>(
  asked: string[],
  ask: (batch: string[]) => Promise<Map<string, Answer>>
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  for (let start = 0; start < asked.length; start += BATCH) {
    for (const [key, answer] of await ask(asked.slice(start, start + BATCH))) answers.set(key, answer)
  }
  return answers
}
