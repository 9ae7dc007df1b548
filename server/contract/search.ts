import { z } from 'zod'
import { EntityRef } from './entity.ts'
import { EntityType } from './vocabulary/kinds.ts'

/** A list in a URL: values with commas between. */
const listOf = <T>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    )
    .pipe(z.array(item))

/** What is searched, among which kinds, and how many results. */
export const SearchQuery = z.object({
  q: z.string().max(200).default('').describe('What is searched: accents, case and a typo are forgiven, the beginning of a word suffices'),
  types: listOf(EntityType).optional().describe('Kinds to keep, with commas between; left out, all'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many results at the most')
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** An entity found, and what tells it from others of its name. */
export const SearchResult = EntityRef.extend({
  /** A short second line: role, kind, stage or city; absent where nothing is known. */
  detail: z.string().optional(),
  /** Where the query was found: `name`, or the field (as in the vocabulary) that made it a result. */
  matched: z.string()
})
export type SearchResult = z.infer<typeof SearchResult>

/** Best first; a word in a name counts more than in a text. An empty query has no results. */
export const SearchAnswer = z.object({ revision: z.number().int(), results: z.array(SearchResult) })
export type SearchAnswer = z.infer<typeof SearchAnswer>
