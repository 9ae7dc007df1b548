import { cardFields, type Field, tieFields } from './fields.ts'
import { rgbOf } from './shapes.ts'
import type { Told, ToldCard } from './told.ts'
import { element, escaped, isSayable } from './xml.ts'

/*
 * Written here rather than with graphology-gexf: that library would have the page build a graph of graphology only to write it (19 kB of
 * JavaScript), and leaves control characters in names, which no reader of XML takes.
 */

const declared = (what: 'node' | 'edge', fields: readonly Field<never>[]): string =>
  element('attributes', { class: what }, ...fields.map(({ name, type }) => element('attribute', { id: name, title: name, type })))

function values<Of>(of: Of, fields: readonly Field<Of>[]): string {
  const known = fields.flatMap(({ name, read }) => {
    const value = read(of)
    return value === undefined || value === '' ? [] : [element('attvalue', { for: name, value })]
  })
  return element('attvalues', {}, ...known)
}

/** The ids of cards, as somebody joins them with other files; one that XML cannot say is told by its place. */
function idsOf(cards: ToldCard[]): Map<ToldCard, string> {
  return new Map(cards.map((card, place) => [card, isSayable(card.id) ? card.id : `card ${place + 1}`]))
}

/**
 * A view in GEXF 1.3 (https://gexf.net/), as Gephi opens it: with places, colours and sizes. Two ties between the same two cards are told
 * apart by their `kind`, which Gephi keeps; of one kind, it adds them up.
 */
export function gexfOf({ title, at, address, cards, ties }: Told): string {
  const ids = idsOf(cards)
  const nodes = cards.map((card) =>
    element(
      'node',
      { id: ids.get(card), label: card.name },
      values(card, cardFields),
      element('viz:color', rgbOf(card.colour)),
      element('viz:position', { x: card.x, y: card.y, z: 0 }),
      element('viz:size', { value: card.size })
    )
  )
  const edges = ties.map((tie) => {
    const type = tie.isDirected ? 'directed' : 'undirected'
    const attributes = { id: tie.id, source: ids.get(tie.from), target: ids.get(tie.to), type, kind: tie.relation, label: tie.sentence }
    return element('edge', attributes, values(tie, tieFields))
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'gexf',
    { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' },
    element(
      'meta',
      { lastmodifieddate: at.slice(0, 10) },
      element('creator', {}, 'Entremise'),
      element('description', {}, escaped(`${title} · ${address}`))
    ),
    element(
      'graph',
      { defaultedgetype: 'directed', mode: 'static' },
      declared('node', cardFields),
      declared('edge', tieFields),
      element('nodes', { count: nodes.length }, `\n${nodes.join('\n')}\n`),
      element('edges', { count: edges.length }, `\n${edges.join('\n')}\n`)
    )
  )}\n`
}
