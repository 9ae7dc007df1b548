import { paletteOf } from '../graph/palette.ts'
import { cardsCsv, tiesCsv } from './csv.ts'
import { gexfOf } from './gexf.ts'
import { graphmlOf } from './graphml.ts'
import { jsonOf } from './json.ts'
import { addressOf, type Taken } from './taken.ts'
import { toldOf } from './told.ts'

const writers = {
  cards: [cardsCsv, 'text/csv'],
  ties: [tiesCsv, 'text/csv'],
  gexf: [gexfOf, 'application/xml'],
  graphml: [graphmlOf, 'application/xml'],
  json: [jsonOf, 'application/json']
} as const

/** What is shown of a view as a file of data. */
export function data(taken: Taken, form: keyof typeof writers): Blob {
  const { picture, title, language } = taken
  const [write, type] = writers[form]
  const told = toldOf({
    picture,
    title,
    language,
    at: new Date().toISOString(),
    address: addressOf(taken),
    groups: paletteOf(picture.colours, 'on-paper').groups
  })
  return new Blob([write(told)], { type: `${type};charset=utf-8` })
}
