import { cardFields, type Field, tieFields } from './fields.ts'
import { rgbOf } from './shapes.ts'
import type { Told, ToldCard, ToldTie } from './told.ts'
import { element, escaped } from './xml.ts'

/** Names that Gephi takes as the label, the place, the size and the colour of a card; it knows a colour by its three parts. */
const drawnFields: Field<ToldCard>[] = [
  { name: 'label', type: 'string', read: ({ name }) => name },
  { name: 'card', type: 'string', read: ({ id }) => id },
  { name: 'x', type: 'double', read: ({ x }) => x },
  { name: 'y', type: 'double', read: ({ y }) => y },
  { name: 'size', type: 'double', read: ({ size }) => size },
  { name: 'r', type: 'integer', read: ({ colour }) => rgbOf(colour).r },
  { name: 'g', type: 'integer', read: ({ colour }) => rgbOf(colour).g },
  { name: 'b', type: 'integer', read: ({ colour }) => rgbOf(colour).b },
  ...cardFields
]

/** Whether a tie has a direction is said of it: NetworkX takes no file in which some edges have one and others none. */
const namedTies: Field<ToldTie>[] = [
  { name: 'label', type: 'string', read: ({ sentence }) => sentence },
  { name: 'directed', type: 'boolean', read: ({ isDirected }) => String(isDirected) },
  ...tieFields
]

const types = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const

/** Keys are one list over cards and ties: those of ties are told apart by their first letter. */
const declared = (what: 'node' | 'edge', prefix: string, fields: readonly Field<never>[]): string =>
  fields
    .map(({ name, type }) => element('key', { id: `${prefix}${name}`, for: what, 'attr.name': name, 'attr.type': types[type] }))
    .join('\n')

const values = <Of>(of: Of, prefix: string, fields: readonly Field<Of>[]): string[] =>
  fields.flatMap(({ name, read }) => {
    const value = read(of)
    return value === undefined || value === '' ? [] : [element('data', { key: `${prefix}${name}` }, escaped(String(value)))]
  })

/**
 * A view in GraphML (http://graphml.graphdrawing.org/specification.html). Its ids are of the form that the schema asks for; the id of a
 * card, which may be any text, is its attribute `card`.
 */
export function graphmlOf({ title, address, cards, ties }: Told): string {
  const ids = new Map(cards.map((card, place) => [card, `n${place}`]))
  const nodes = cards.map((card) => element('node', { id: ids.get(card) }, ...values(card, 'n_', drawnFields)))
  const edges = ties.map((tie) =>
    element('edge', { id: tie.id, source: ids.get(tie.from), target: ids.get(tie.to) }, ...values(tie, 'e_', namedTies))
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'graphml',
    {
      xmlns: 'http://graphml.graphdrawing.org/xmlns',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd'
    },
    element('desc', {}, escaped(`${title} · ${address}`)),
    `\n${declared('node', 'n_', drawnFields)}\n${declared('edge', 'e_', namedTies)}\n`,
    element('graph', { id: 'view', edgedefault: 'directed' }, `\n${nodes.join('\n')}\n${edges.join('\n')}\n`)
  )}\n`
}
