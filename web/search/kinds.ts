import { type EntityType, types } from '#contract/vocabulary/kinds.ts'

/** The kinds that a URL keeps; what is no kind is left out, none at all means every kind. */
export function kindsIn(asked: URLSearchParams): EntityType[] {
  const wanted = (asked.get('types') ?? '').split(',')
  return types.filter((type) => wanted.includes(type))
}
