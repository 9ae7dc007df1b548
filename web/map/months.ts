import { useMemo } from 'react'
import { useLanguage } from '../language.ts'

/** Says a month, written 2021-03, as people do: "mars 2021". */
export function useMonthWords(): (month: string) => string {
  const locale = useLanguage() === 'fr' ? 'fr-FR' : 'en-GB'
  const format = useMemo(() => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }), [locale])
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`))
}
