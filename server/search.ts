import { SearchAnswer, SearchQuery, type SearchResult } from '#contract/search.ts'
import type { Field } from '#contract/vocabulary/fields.ts'
import { kinds, types } from '#contract/vocabulary/kinds.ts'
import type { AddAnswer } from './answers.ts'
import { fieldsAt, type Projection, refAt } from './network/projection.ts'
import { search as findIn } from './text/search.ts'

/** Fields that say in a word what somebody or something is: the first known one is shown, where everybody may see it. */
const telling = ['role', 'kind', 'stage', 'format', 'city', 'status', 'state']
const tellingOf = types.map((type) =>
  telling.filter((name) => {
    const field: Field | undefined = kinds[type].fields[name]
    return field?.is === 'value' && field.seenBy === 'everyone'
  })
)
const fieldNames = types.map((type) => Object.keys(kinds[type].fields))

/** What is found for the query, best first. */
function search(projection: Projection, { q, types: kept, limit }: SearchQuery): SearchAnswer {
  const found = findIn(projection.search, q, { types: kept?.length ? kept.map((type) => types.indexOf(type)) : undefined, limit })
  return {
    revision: projection.revision,
    results: found.map(({ document, field }): SearchResult => {
      const fields = fieldsAt(projection, document)
      const kind = projection.kinds[document] as number
      const detail = tellingOf[kind]?.map((name) => fields[name]).find((value) => value !== undefined)
      const matched = field === 0 ? 'name' : (fieldNames[kind]?.[field - 1] ?? 'name')
      return { ...refAt(projection, document), ...(detail !== undefined && { detail: String(detail) }), matched }
    })
  }
}

export function addSearch(add: AddAnswer): void {
  add(
    '/api/search',
    { summary: 'Find people and things by a few letters', query: SearchQuery, answer: SearchAnswer },
    ({ query, projection }) => search(projection, query)
  )
}
