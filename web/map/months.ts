import { useLanguage } from '../language.ts'

const months = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
} as const

/** Says a month, written 2021-03, as people do: "mars 2021". */
export function useMonthWords(): (month: string) => string {
  const language = useLanguage()
  return (month) => `${months[language][Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}
