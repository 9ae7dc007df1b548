import type { Recorded } from '#contract/entity.ts'
import { spokenOn } from '#contract/vocabulary/spoken-date.ts'
import { ago } from '../spoken.ts'
import { useLanguage, useSay } from '../language.ts'
import { words } from '../words.ts'

/** When something was written down and what brought it; the day itself under the pointer. */
export function Written({ record, className }: { record: Recorded; className?: string }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <time className={className} dateTime={record.at} title={spokenOn(record.at.slice(0, 10), language)}>
      {say(words.card.written)(ago(record.at, language), record.label)}
    </time>
  )
}
