import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import Graph from 'graphology'
import gexf from 'graphology-gexf'
import decodeQR from 'qr/decode.js'
import { SaxesParser } from 'saxes'
import { describe, expect, it, test } from 'vitest'
import { cardsCsv, tiesCsv } from '../web/export/csv.ts'
import { gexfOf } from '../web/export/gexf.ts'
import { graphmlOf } from '../web/export/graphml.ts'
import { jsonOf } from '../web/export/json.ts'
import { type SheetAsked, sheetOf } from '../web/export/sheet.ts'
import { svgOf } from '../web/export/svg.ts'
import { fileName, today } from '../web/export/taken.ts'
import { type Told, toldOf } from '../web/export/told.ts'
import type { Say } from '../web/language.ts'
import { pictureOf, type TestCard, type TestLine } from './picture.ts'

const say: Say = (words) => words.fr

const cards: TestCard[] = [
  { id: 'ada', name: 'Ada Morel', x: 0.2, y: 0.3 },
  { id: 'basse', type: 'project', name: 'Marée basse', x: 0.6, y: 0.7 },
  { id: 'bob', name: 'Bob Lave', x: 0.8, y: 0.4 },
  { id: 'alone', type: 'event', name: 'BarCamp', x: 0.4, y: 0.5 }
]
// 2021-01-01 to 2021-12-31.
const in2021: [number, number] = [18_628, 18_992]
const lines: TestLine[] = [
  ['ada', 'CARRIES', 'basse', in2021],
  ['ada', 'KNOWS', 'bob'],
  ['ada', 'FOLLOWS', 'bob', [19_000, 65_535]],
  ['bob', 'ATTENDED', 'alone', [15_000, 15_000]]
]

const groups = ['#345fb2', '#cb473d', '#874197', '#a49d90']

function told(these: TestCard[] = cards, ties: TestLine[] = lines, about: Partial<Told> = {}): Told {
  const { language = 'fr', title = 'Carte jeux vidéo' } = about
  return toldOf({
    picture: pictureOf(these, ties),
    groups,
    at: '2026-11-25T10:00:00.000Z',
    address: 'http://127.0.0.1/?a=1&b=2',
    language,
    title
  })
}

/** Reads XML as strictly as XML is: the first fault is thrown. Every element with its attributes and the text right in it. */
function elementsIn(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: typeof elements = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([attribute, { value }]) => [attribute, value])
    const element = { name, attributes: Object.fromEntries(values), text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const inner = open.at(-1)
    if (inner) inner.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return elements
}

const nasty = [
  '"Le <Connecteur>" & ]]> cie',
  "l'été\u0000\u0008\u001f",
  'deux\nlignes\tet\rplus',
  '😀 émoji',
  '\ud800 moitié',
  '\uffff',
  ' espaces ',
  ''
]
const names = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...nasty))
/** What XML can hold of a text. */
const sayable = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

describe('what is told of a view', () => {
  it('is what is shown, in words', () => {
    const picture = pictureOf(cards, lines, { window: { since: 18_800, until: 18_900 } })
    const { cards: shown, ties } = toldOf({ picture, groups, at: '', address: '', language: 'fr', title: '' })
    // Bob's evening was over long before, and he began to follow later; what is not dated stays.
    expect(shown.map(({ name }) => name)).toEqual(['Ada Morel', 'Marée basse'])
    expect(ties.map(({ from, sentence, to }) => `${from.name} ${sentence} ${to.name}`)).toEqual(['Ada Morel porte Marée basse'])
    expect(ties[0]).toMatchObject({ since: '2021-01-01', until: '2021-12-31' })
    expect(shown[0]).toMatchObject({ kind: 'Personne', community: 'Énergie & <eau>', x: -300, y: -200, colour: '#345fb2' })
  })
})

describe('GEXF', () => {
  it('is read by somebody else with places, colours, sizes and ties side by side', () => {
    const graph = gexf.parse(Graph, gexfOf(told()), { allowUndeclaredAttributes: false, addMissingNodes: false })
    expect(graph.order).toBe(4)
    expect(graph.size).toBe(4)
    expect(graph.getNodeAttributes('ada')).toMatchObject({
      label: 'Ada Morel',
      x: -300,
      y: -200,
      color: 'rgb(52,95,178)',
      type: 'person',
      degree: 3
    })
    expect(graph.getNodeAttribute('ada', 'size')).toBeGreaterThan(graph.getNodeAttribute('basse', 'size'))
    expect(graph.getNodeAttribute('ada', 'betweenness')).toBeCloseTo(0.252, 3)
    const between = graph.mapEdges('ada', 'bob', (_, attributes, _from, _to, _a, _b, isUndirected) => [attributes.relation, isUndirected])
    expect(between).toEqual(
      expect.arrayContaining([
        ['KNOWS', true],
        ['FOLLOWS', false]
      ])
    )
    expect(graph.getEdgeAttributes('t1')).toMatchObject({
      sentence: 'porte',
      from_date: '2021-01-01',
      to_date: '2021-12-31',
      label: 'porte'
    })
  })

  it('is well-formed whatever cards are called, and says their names', () => {
    fc.assert(
      fc.property(names, names, (name, title) => {
        const file = gexfOf(told([{ id: 'a', name }, { id: 'b' }], [['a', 'KNOWS', 'b']], { title }))
        expect(elementsIn(file).find(({ name }) => name === 'node')?.attributes.label).toBe(sayable(name))
      })
    )
  })

  it('keeps cards apart whose ids differ in what XML cannot say', () => {
    const file = gexfOf(told([{ id: 'a\u0001' }, { id: 'a\u0002' }, { id: 'a' }], [['a\u0001', 'KNOWS', 'a\u0002']]))
    const ids = elementsIn(file).flatMap(({ name, attributes }) => (name === 'node' ? [attributes.id] : []))
    expect(new Set(ids).size).toBe(3)
  })
})

describe('GraphML', () => {
  it('has a key for all it says, and the names that Gephi draws by', () => {
    const elements = elementsIn(graphmlOf(told()))
    const keys = new Map(elements.flatMap(({ name, attributes: { id, ...rest } }) => (name === 'key' ? [[id, rest] as const] : [])))
    for (const { name, attributes } of elements) if (name === 'data') expect(keys.has(attributes.key)).toBe(true)
    const drawn = [...keys.values()].flatMap((key) => (key.for === 'node' ? [`${key['attr.name']} ${key['attr.type']}`] : []))
    expect(drawn).toEqual(expect.arrayContaining(['label string', 'x double', 'y double', 'size double', 'r int', 'g int', 'b int']))
    const first = elements.slice(elements.findIndex(({ name }) => name === 'node') + 1)
    const said = Object.fromEntries(first.slice(0, 8).map(({ attributes, text }) => [attributes.key, text]))
    expect(said).toMatchObject({ n_label: 'Ada Morel', n_card: 'ada', n_x: '-300', n_y: '-200', n_r: '52', n_g: '95', n_b: '178' })
    const ends = elements.filter(({ name }) => name === 'edge').map(({ attributes: { id, source, target } }) => [id, source, target])
    expect(ends.slice(0, 2)).toEqual([
      ['t1', 'n0', 'n1'],
      ['t2', 'n0', 'n2']
    ])
    const directed = elements.filter(({ attributes }) => attributes.key === 'e_directed').map(({ text }) => text)
    expect(directed).toEqual(['true', 'false', 'true', 'true'])
  })

  it('is well-formed whatever cards are called, and says their names', () => {
    fc.assert(
      fc.property(names, (name) => {
        const file = graphmlOf(told([{ id: 'a', name }], []))
        const label = elementsIn(file).find(({ attributes }) => attributes.key === 'n_label')?.text
        expect(label ?? '').toBe(sayable(name))
      })
    )
  })
})

describe('CSV', () => {
  const read = (file: string, delimiter: string) => parseCsv(file, { bom: true, delimiter, columns: true }) as Record<string, string>[]

  it('opens in a French spreadsheet: with a mark, semicolons and commas in numbers', () => {
    const file = cardsCsv(told())
    expect(file.startsWith('\uFEFFNom;Nature;')).toBe(true)
    expect(read(file, ';')[0]).toMatchObject({
      Nom: 'Ada Morel',
      Nature: 'Personne',
      'Nombre de liens': '3',
      'Fait le pont (0 à 1)': '0,252',
      Identifiant: 'ada'
    })
    const [first] = read(tiesCsv(told()), ';')
    expect(first).toMatchObject({ De: 'Ada Morel', Lien: 'porte', À: 'Marée basse', 'Depuis le': '2021-01-01', Relation: 'CARRIES' })
  })

  it('opens in an English one: with commas and points', () => {
    expect(read(cardsCsv(told(cards, lines, { language: 'en' })), ',')[1]).toMatchObject({
      Name: 'Marée basse',
      Kind: 'Project',
      'Acts as a bridge (0 to 1)': '0.252'
    })
  })

  test.each(['=HYPERLINK("http://x")', '+33', '-1', '@sum', '\t=1', '\r=1', '＝1'])('%j is a name, not a formula', (name) => {
    expect(read(cardsCsv(told([{ id: 'a', name }], [])), ';')[0]?.Nom).toBe(`'${name}`)
  })

  it('gives back every name as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (written) => {
        const name = `n${written}`
        expect(read(cardsCsv(told([{ id: 'a', name }], [])), ';')[0]?.Nom).toBe(name)
      })
    )
  })
})

it('JSON says the view in the words of the API', () => {
  const view = JSON.parse(jsonOf(told()))
  expect(view).toMatchObject({
    title: 'Carte jeux vidéo',
    language: 'fr',
    date: '2026-11-25T10:00:00.000Z',
    address: 'http://127.0.0.1/?a=1&b=2',
    revision: 7
  })
  expect(view.nodes[0]).toEqual({
    id: 'ada',
    name: 'Ada Morel',
    type: 'person',
    kind: 'Personne',
    community: 'Énergie & <eau>',
    degree: 3,
    betweenness: 0.252,
    pagerank: 1,
    x: -300,
    y: -200,
    size: view.nodes[0].size,
    colour: '#345fb2'
  })
  expect(view.ties[0]).toEqual({
    from: 'ada',
    relation: 'CARRIES',
    to: 'basse',
    sentence: 'porte',
    directed: true,
    from_date: '2021-01-01',
    to_date: '2021-12-31'
  })
})

/** Reads the squares of a code as a camera would. */
function readCode(d: string): string {
  const [scale, edge, size] = [6, 4, Math.max(...[...d.matchAll(/M\d+ (\d+)/g)].map(([, y]) => Number(y) + 1))]
  const width = (size + 2 * edge) * scale
  const data = new Uint8Array(width * width * 3).fill(255)
  for (const [, x, y, run] of d.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = (Number(y) + edge) * scale; row < (Number(y) + edge + 1) * scale; row++) {
      const start = row * width + (Number(x) + edge) * scale
      data.fill(0, start * 3, (start + Number(run) * scale) * 3)
    }
  return decodeQR({ width, height: width, data })
}

describe('a sheet', () => {
  const colours = {
    paper: '#fbf8f3',
    ink: '#1d2433',
    soft: '#5d6678',
    line: '#e7e1d6',
    flame: '#ec4f27',
    communities: ['#305cc3'],
    other: '#a49d90',
    groups
  }
  const svg = (part: Partial<SheetAsked> = {}): string =>
    svgOf(
      sheetOf({
        picture: pictureOf(cards, lines),
        title: 'Carte jeux vidéo',
        years: { since: '', until: '' },
        address: 'https://entremise.example/?around=ada',
        date: '2026-11-25',
        colouring: 'kind',
        centrality: 'degree',
        language: 'fr',
        say,
        colours,
        measure: (text, { size }) => text.length * size * 0.55,
        ...part
      })
    )
  const textsOf = (file: string): string[] => elementsIn(file).flatMap(({ name, text }) => (name === 'text' ? [text] : []))

  it('says what it shows, how to read it, and when it was made', () => {
    const texts = textsOf(svg({ years: { since: '2019-03', until: '2021-06' } }))
    expect(texts).toEqual(
      expect.arrayContaining(['Carte jeux vidéo', '25 novembre 2026', 'Entremise', 'Personnes', 'Projets', 'Se connaître', 'Ada Morel'])
    )
    expect(texts.some((text) => text.includes('4 fiches · 4 liens') && text.includes('de mars 2019 à juin 2021'))).toBe(true)
    expect(texts).not.toContain('Organisations')
    expect(elementsIn(svg()).find(({ name }) => name === 'title')?.text).toBe('Carte jeux vidéo')
  })

  it('has the proportions of a sheet of paper, lying or standing as the map does', () => {
    const boxOf = (file: string): string | undefined => elementsIn(file)[0]?.attributes.viewBox
    expect(boxOf(svg())).toBe('0 0 1414 1000')
    const high = pictureOf(
      cards.map((card) => ({ ...card, x: 0.5 + (card.x ?? 0) / 10 })),
      lines
    )
    expect(boxOf(svg({ picture: high }))).toBe('0 0 1000 1414')
  })

  it('draws the way found in flame, and rings what is chosen', () => {
    const strokes = (file: string): (string | undefined)[] => elementsIn(file).map(({ attributes }) => attributes.stroke)
    expect(strokes(svg())).not.toContain('#ec4f27')
    expect(strokes(svg({ picture: pictureOf(cards, lines, { ways: [['ada', 'bob', 'alone']] }) }))).toContain('#ec4f27')
    const rings = elementsIn(svg({ picture: pictureOf(cards, lines, { selected: ['ada'] }) })).filter(
      ({ attributes }) => attributes.fill === 'none' && attributes.stroke === '#1d2433'
    )
    expect(rings.some(({ name }) => name === 'circle')).toBe(true)
  })

  it('draws suggested meetings in flame, with a line in the legend, and counts no tie more', () => {
    const picture = pictureOf(cards, lines)
    const before = textsOf(svg({ picture }))
    picture.ghosts = [{ key: '', from: 0, to: cards.length - 1, told: '' }]
    const after = textsOf(svg({ picture }))
    expect(after.filter((text) => !before.includes(text))).toEqual(['À rencontrer', 'Rencontre suggérée'])
    expect(elementsIn(svg({ picture })).some(({ attributes }) => attributes.stroke === '#ec4f27')).toBe(true)
    expect(toldOf({ picture, groups, at: '', address: '', language: 'fr', title: '' }).ties).toHaveLength(lines.length)
  })

  it('of a part of the map has what is in it, and counts that', () => {
    const texts = textsOf(svg({ seen: { left: 0.1, right: 0.3, bottom: 0.2, top: 0.35 } }))
    expect(texts).toContain('Ada Morel')
    expect(texts).not.toContain('Marée basse')
    expect(texts).not.toContain('Projets')
  })

  it('by communities has the ground of each, with its name above', () => {
    const near: TestCard[] = ['a', 'b', 'c', 'd', 'e'].map((id, place) => ({ id, x: 0.3 + place * 0.05, y: 0.5 }))
    const shapesOf = (colouring: 'kind' | 'community') =>
      elementsIn(svg({ colouring, picture: pictureOf([...near, { id: 'far', x: 1, y: 1 }], [], { colouring }) }))
    const grounds = (file: ReturnType<typeof elementsIn>) => file.filter(({ attributes: { d } }) => d?.match(/a/g)?.length === 12)
    expect(grounds(shapesOf('kind'))).toHaveLength(0)
    const [ground, ...others] = grounds(shapesOf('community'))
    expect(others).toEqual([])
    expect(ground?.attributes.fill).toBe(groups[0])
    const names = shapesOf('community').filter(({ name, text }) => name === 'text' && text === 'Énergie & <eau>')
    // In the legend, and on the map.
    expect(names).toHaveLength(2)
  })

  it('says its address, in letters and as a code that a phone reads', () => {
    const elements = elementsIn(svg())
    expect(textsOf(svg())).toContain('entremise.example/?around=ada')
    const code = elements.find(({ attributes }) => attributes.id === 'code')
    const path = elements[elements.indexOf(code as (typeof elements)[number]) + 1]
    expect(readCode(path?.attributes.d ?? '')).toBe('https://entremise.example/?around=ada')
  })

  it('has no code of an address too long for one, and no half of it', () => {
    const elements = elementsIn(svg({ address: `https://entremise.example/?around=${'a'.repeat(1200)}` }))
    expect(elements.some(({ attributes }) => attributes.id === 'code')).toBe(false)
    expect(elements.some(({ text }) => text.includes('entremise.example'))).toBe(false)
  })

  it('of an overview names communities, with how many they hold', () => {
    const picture = pictureOf(cards, lines)
    const { head } = picture.network
    head.overview = true
    head.matched = { entities: 53_168, ties: 122_553 }
    const texts = textsOf(svg({ picture }))
    expect(texts).toEqual(expect.arrayContaining(['Communautés', '4 fiches']))
    expect(texts).not.toContain('Ada Morel')
    expect(texts.join(' ')).toMatch(/53\s168 fiches/)
  })

  it('is well-formed, and has no name twice, whatever is on it', () => {
    fc.assert(
      fc.property(names, names, (name, title) => {
        const elements = elementsIn(
          svg({
            title,
            picture: pictureOf(
              [
                { id: 'a', name, x: 0.2 },
                { id: 'b', x: 0.8 }
              ],
              [['a', 'KNOWS', 'b']]
            )
          })
        )
        const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
      })
    )
  })

  it('of thousands is there at once', () => {
    const many: TestCard[] = Array.from({ length: 3000 }, (_, place) => ({
      id: `c${place}`,
      x: (place * 0.618) % 1,
      y: (place * 0.414) % 1
    }))
    const ties: TestLine[] = many.slice(1).map(({ id }, place): TestLine => [`c${Math.floor(place / 3)}`, 'KNOWS', id])
    const picture = pictureOf(many, ties)
    const start = performance.now()
    svg({ picture })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('of nothing is a sheet all the same', () => {
    expect(textsOf(svg({ picture: pictureOf([], []) }))).toContain('Carte jeux vidéo')
  })
})

describe('a file', () => {
  test.each([
    ['Carte jeux vidéo', 'carte-jeux-video-2026-11-25.png'],
    ['Tout le réseau', 'carte-tout-le-reseau-2026-11-25.png'],
    ['  « L’œuvre » / ..\\ : ?', 'carte-l-oeuvre-2026-11-25.png'],
    ['☃', 'carte-2026-11-25.png'],
    ['x'.repeat(200), `carte-${'x'.repeat(54)}-2026-11-25.png`]
  ])('of %j is called %s', (title, name) => {
    expect(fileName(title, '2026-11-25', 'png', 'fr')).toBe(name)
  })

  it('says the day it is for the reader', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
