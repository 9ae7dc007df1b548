import type { Language } from '#contract/vocabulary/words.ts'
import type { Told, ToldCard, ToldTie } from './told.ts'
import { exportWords } from './words.ts'

/*
 * Two files, since a spreadsheet opens one table at a time and a zip would first have to be taken apart. They are written for Excel, which
 * asks most: it reads UTF-8 only where a byte order mark says so; in French it parts cells at semicolons and numbers at a comma, in English
 * at commas and a point, and would take 1.5 for the first of May.
 *
 * Writing takes less here than csv-stringify, which brings 10 kB of stand-ins for Node into a browser.
 */

const MARK = '\uFEFF'
const styles = { fr: { separator: ';', point: ',' }, en: { separator: ',', point: '.' } } satisfies Record<Language, object>

/** A cell that begins like this is taken for a formula, and would be run (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

const columns = exportWords.columns
type Column<Of> = [keyof typeof columns, (of: Of) => string | number | undefined]

const cardColumns: Column<ToldCard>[] = [
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['community', ({ community }) => community],
  ['theme', ({ theme }) => theme],
  ['territory', ({ territory }) => territory],
  ['degree', ({ degree }) => degree],
  ['betweenness', ({ betweenness }) => betweenness],
  ['pagerank', ({ pagerank }) => pagerank],
  ['id', ({ id }) => id]
]

const tieColumns: Column<ToldTie>[] = [
  ['from', ({ from }) => from.name],
  ['sentence', ({ sentence }) => sentence],
  ['to', ({ to }) => to.name],
  ['since', ({ since }) => since],
  ['until', ({ until }) => until],
  ['relation', ({ relation }) => relation],
  ['fromId', ({ from }) => from.id],
  ['toId', ({ to }) => to.id]
]

/** Lines end as RFC 4180 has it. */
function table<Of>(of: Of[], told: Column<Of>[], language: Language): string {
  const { separator, point } = styles[language]
  const cell = (value: string | number | undefined): string => {
    if (typeof value === 'number') return String(value).replace('.', point)
    const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '')
    return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const rows = [told.map(([name]) => cell(columns[name][language])), ...of.map((one) => told.map(([, read]) => cell(read(one))))]
  return MARK + rows.map((row) => `${row.join(separator)}\r\n`).join('')
}

/** A row for each card. */
export const cardsCsv = ({ cards, language }: Told): string => table(cards, cardColumns, language)

/** A row for each tie, which reads as a sentence. */
export const tiesCsv = ({ ties, language }: Told): string => table(ties, tieColumns, language)
