import { paletteOf } from '../graph/palette.ts'
import { inLanguage, to } from '../location.ts'
import { cardsCsv, tiesCsv } from './csv.ts'
import { gexfOf } from './gexf.ts'
import { graphmlOf } from './graphml.ts'
import { jsonOf } from './json.ts'
import type { Taken } from './taken.ts'
import { toldOf } from './told.ts'

const writers = {
  cards: [cardsCsv, 'text/csv'],
  ties: [tiesCsv, 'text/csv'],
  gexf: [gexfOf, 'application/xml'],
  graphml: [graphmlOf, 'application/xml'],
  json: [jsonOf, 'application/json']
} as const

/** What is shown of a view as a file of data. */
export function data({ picture, view, title, language }: Taken, form: keyof typeof writers): Blob {
  const [write, type] = writers[form]
  const told = toldOf({
    picture,
    title,
    language,
    at: new Date().toISOString(),
    address: window.location.origin + inLanguage(to.map({ ...view, panel: '' }), language),
    groups: paletteOf(picture.colours, 'on-paper').groups
  })
  return new Blob([write(told)], { type: `${type};charset=utf-8` })
}
