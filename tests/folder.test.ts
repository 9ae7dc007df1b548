import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../seed/folder/read.ts'
import { readRows } from '../seed/folder/rows.ts'
import { folderOf, judge } from './folders.ts'

const people = 'id,name\nada,Ada\nbob,Bob\n'

describe('a folder of CSV files', () => {
  test('gives people, what is said of them, and their ties', async () => {
    const { entities, ties, warnings } = await judge({
      'people.csv': 'id,name,role,city\nada,Ada,Potière,\nbob,Bob,,Thiers\n',
      'ties.csv': 'from,relation,to,role,from_date,to_date,strength,source\nada,KNOWS,bob,,2019-05,,0.9,Interview\nbob,FOLLOWS,ada,,,,,\n'
    })
    expect(entities).toEqual([
      { id: 'ada', type: 'person', fields: { name: 'Ada', role: 'Potière' }, file: 'people.csv', line: 2 },
      { id: 'bob', type: 'person', fields: { name: 'Bob', city: 'Thiers' }, file: 'people.csv', line: 3 }
    ])
    expect(ties).toMatchObject([
      { relation: 'KNOWS', from: 'ada', to: 'bob', fields: { from_date: '2019-05', strength: 0.9, source: 'Interview' }, line: 2 },
      { relation: 'FOLLOWS', from: 'bob', to: 'ada', fields: {}, line: 3 }
    ])
    expect(warnings).toEqual([])
  })

  test('reads alike however a spreadsheet wrote it', async () => {
    const plain = 'id,name,bio\nada,Ada,"Elle dit ""oui"", puis rit."\n'
    const { entities } = await judge({ 'people.csv': plain })
    const others: Record<string, string> = {
      'a byte order mark': `\ufeff${plain}`,
      CRLF: plain.replaceAll('\n', '\r\n'),
      CR: plain.replaceAll('\n', '\r'),
      'no last line end': plain.trimEnd(),
      semicolons: '"id";"name";bio\nada;Ada;"Elle dit ""oui"", puis rit."\n',
      'semicolons and a quoted comma in the header line': '\ufeffid;name;"bio"\r\nada;Ada;"Elle dit ""oui"", puis rit."',
      'blanks around cells': ' id , name,bio\n ada ,\tAda , "Elle dit ""oui"", puis rit." \n',
      'empty columns at the end': 'id,name,bio,,\nada,Ada,"Elle dit ""oui"", puis rit.",,\n'
    }
    for (const [how, written] of Object.entries(others)) {
      expect((await judge({ 'people.csv': written })).entities, how).toEqual(entities)
    }
  })

  test('skips blank lines and keeps the count of lines, in cells of several lines too', async () => {
    for (const end of ['\n', '\r\n']) {
      const rows = ['', 'id,name,bio', '', 'ada,Ada,"first', '', 'third"', ',,', 'bob,Bob,', '   ', 'eve,"Ève', 'Dupré",x']
      const { entities } = await readFolder(folderOf({ 'people.csv': rows.join(end) }))
      expect([...entities.values()].map(({ id, line }) => [id, line])).toEqual([
        ['ada', 4],
        ['bob', 8],
        ['eve', 10]
      ])
      expect(entities.get('ada')?.fields.bio).toBe(['first', '', 'third'].join(end))
    }
  })

  test('gives back any cells, and the lines where their rows start', async () => {
    const cell = fc.array(fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r\n', '😀', '\t')).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(cell), fc.constantFrom(',', ';'), async (bios, delimiter) => {
        const rows = bios.map((bio, row) => [`row${row}`, bio])
        const written = stringify([['id', 'bio'], ...rows], { delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
        const lines = written.split(/\r?\n/)
        const read: { cells: string[]; line: number }[] = []
        const path = join(folderOf({ 'people.csv': written }), 'people.csv')
        expect(await readRows(path, { onRow: (cells, line) => read.push({ cells, line }), onBytes: () => {} })).toBeUndefined()
        expect(read.slice(1)).toEqual(
          rows.map(([id = '', bio = '']) => ({
            cells: [id, bio.trim()],
            line: lines.findIndex((line) => line.startsWith(id + delimiter)) + 1
          }))
        )
      }),
      { numRuns: 60 }
    )
  })

  test('takes any text as an id', async () => {
    const long = 'é'.repeat(512)
    const { entities } = await judge({ 'people.csv': `id,name\n/,Root\n"org-{'a': 'b, c'}",Dict\n${long},Long\nAda,One\nada,Other\n` })
    expect(entities.map(({ id }) => id)).toEqual(['/', "org-{'a': 'b, c'}", long, 'Ada', 'ada'])
  })

  test('reads numbers as numbers and everything else as text', async () => {
    const { entities } = await judge({ 'events.csv': 'id,name,starts_at,capacity\n1,2021,2021-07-06T18:30,40\n' })
    expect(entities[0]).toMatchObject({ id: '1', fields: { name: '2021', starts_at: '2021-07-06T18:30', capacity: 40 } })
  })

  test('makes ties of themes, territory and holder', async () => {
    const { entities, ties } = await judge({
      'people.csv': 'id,name,themes,territory\nada,Ada,Vélo | Jeux||Vélo,Auvergne\n',
      'themes.csv': 'id,name\nt1,Vélo\n',
      'needs.csv': 'id,holder,text,themes\nn1,ada,Un local,Jeux\n',
      'offers.csv': 'id,holder,text\no1,ada,Un vélo\n'
    })
    expect(ties.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).toEqual([
      'ada ABOUT t1',
      'ada ABOUT theme:Jeux',
      'ada LOCATED_IN territory:Auvergne',
      'ada SEEKS n1',
      'n1 ABOUT theme:Jeux',
      'ada OFFERS o1'
    ])
    expect(entities.filter(({ id }) => id.includes(':'))).toEqual([
      { id: 'theme:Jeux', type: 'theme', fields: { name: 'Jeux' }, file: 'people.csv', line: 2 },
      { id: 'territory:Auvergne', type: 'territory', fields: { name: 'Auvergne' }, file: 'people.csv', line: 2 }
    ])
  })

  test('tells of progress up to the last byte', async () => {
    const told: [number, number][] = []
    await readFolder(folderOf({ 'people.csv': people, 'ties.csv': 'from,relation,to\n' }), {
      onProgress: (done, total) => told.push([done, total])
    })
    expect(told).toEqual([
      [24, 41],
      [41, 41]
    ])
  })

  test('loads the rest when files are not its own, and names them in one line', async () => {
    const { entities, warnings } = await judge({ 'people.csv': people, 'notes.txt': 'x', 'Organisations.csv': 'x' })
    expect(entities).toHaveLength(2)
    expect(warnings).toEqual(['left alone: Organisations.csv (did you mean organizations.csv?), notes.txt'])
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`note${number}`, '']))
    const [warning, ...others] = (await judge({ 'people.csv': people, ...many })).warnings
    expect(warning).toMatch(/^left alone: note0, note1, .+ and 200 more$/)
    expect(others).toEqual([])
  })

  test('warns once a file of names that are missing', async () => {
    const rows = Array.from({ length: 7 }, (_, row) => `p${row},\n`).join('')
    const { entities, warnings } = await judge({ 'people.csv': `id,name\n${rows}`, 'needs.csv': 'id,text\nn,Un local\n' })
    expect(entities).toHaveLength(8)
    expect(warnings).toEqual(['people.csv lines 2, 3, 4, 5, 6 and 2 more: no name; the id is shown'])
  })

  test('counts a repeated tie once; the last of two that differ updates the first', async () => {
    const { ties, warnings } = await judge({
      'people.csv': people,
      'ties.csv': [
        'from,relation,to,role,from_date,to_date,strength,source',
        'ada,KNOWS,bob,,2019,,0.5,Interview',
        'ada,KNOWS,bob,,2019,,0.5,Interview',
        'ada,KNOWS,bob,,2019,2021,0.7,',
        'ada,KNOWS,bob,voisine,2019,,,',
        'ada,KNOWS,bob,,2020,,,',
        'bob,KNOWS,ada,,2019,,,'
      ].join('\n')
    })
    expect(ties.map(({ from, fields }) => [from, fields])).toEqual([
      ['ada', { from_date: '2019', to_date: '2021', strength: 0.7, source: 'Interview' }],
      ['ada', { role: 'voisine', from_date: '2019' }],
      ['ada', { from_date: '2020' }],
      ['bob', { from_date: '2019' }]
    ])
    expect(warnings).toEqual([
      'ties.csv line 3: an exact repeat of an earlier tie; it counts once',
      'ties.csv line 4: an earlier tie again with other values; the last one counts'
    ])
  })
})
