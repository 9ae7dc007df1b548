import type { SearchResult } from '#contract/search.ts'
import { kinds } from '#contract/vocabulary/kinds.ts'
import { spokenValue } from '#contract/vocabulary/values.ts'
import { useLanguage, useSay } from '../language.ts'
import { Tile } from '../ui/Tile.tsx'
import { words } from '../words.ts'

/** What a result says of itself: kind, role or stage, and where it was found when not in its name. */
export function useResultLine(): (result: SearchResult) => string {
  const say = useSay()
  const language = useLanguage()
  return ({ type, detail, matched }) => {
    const fields: Record<string, { name: { fr: string; en: string } }> = kinds[type].fields
    const field = matched === 'name' ? undefined : fields[matched]
    return [
      say(kinds[type].name),
      detail && (type === 'person' ? detail : spokenValue(detail, language)),
      field && say(words.search.foundIn)(say(field.name).toLowerCase())
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

export function ResultWords({ result }: { result: SearchResult }) {
  const line = useResultLine()
  return (
    <span className="line">
      <Tile of={result} />
      <span className="line-words">
        <span className="line-name">{result.name}</span>
        <span className="line-detail">{line(result)}</span>
      </span>
    </span>
  )
}
