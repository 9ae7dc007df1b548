import { z } from 'zod'
import { upTo, once } from './asked.ts'
import { EntityRef } from './entity.ts'
import { Kinds } from './listed.ts'

/** What is searched, among which kinds, and how many results. */
export const SearchQuery = z.object({
  q: once()
    .max(200, { error: 'is longer than 200 characters; search for fewer words' })
    .default('')
    .describe('What is searched: accents, case and a typo are forgiven, the beginning of a word suffices'),
  types: Kinds.describe('Kinds to keep, repeated or with commas between; left out, all'),
  limit: upTo(200, 20).describe('How many results at the most; above 200, 200')
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
export const SearchAnswer = z.object({ revision: z.number().int(), results: z.array(SearchResult) }).describe('What was found, best first')
export type SearchAnswer = z.infer<typeof SearchAnswer>
