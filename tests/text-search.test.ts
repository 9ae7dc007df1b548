import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../server/text/fold.ts'
import { search, type SearchOptions } from '../server/text/search.ts'
import { SearchIndexBuilder, type SearchIndex } from '../server/text/search-index.ts'
import { words } from '../server/text/tokens.ts'

const PERSON = 0
const ORGANIZATION = 1
const PROJECT = 2
const NAME = 0
const ROLE = 1
const DESCRIPTION = 2

interface Story {
  name: string
  type?: number
  rank?: number
  role?: string
  description?: string
}

function indexOf(stories: Story[]): SearchIndex {
  const builder = new SearchIndexBuilder()
  for (const { name, type = PERSON, rank = 0, role = '', description = '' } of stories) {
    builder.add({
      type,
      rank,
      fields: [
        { text: description, weight: 1, field: DESCRIPTION },
        { text: name, weight: 10, field: NAME },
        { text: role, weight: 3, field: ROLE }
      ]
    })
  }
  return builder.build()
}

function among(stories: Story[]) {
  const index = indexOf(stories)
  return (query: string, options: Partial<SearchOptions> = {}) =>
    search(index, query, { limit: 20, ...options }).map(({ document }) => stories[document]?.name)
}

describe('a town’s network', () => {
  const find = among([
    { name: 'Ève' },
    { name: 'Zoé Lefèvre', role: 'ingénieure du son' },
    { name: 'Ada Lovelace', rank: 2, description: 'Formations au calcul, en forêt et sur l’eau' },
    { name: 'Ada Byron', rank: 9 },
    { name: 'Jean-Pierre Martin', description: 'Ami de Zoé' },
    { name: 'Œuvre commune', type: PROJECT },
    { name: 'L’Atelier d’à côté', type: ORGANIZATION, description: 'Réparation de vélos et mobilité durable' },
    { name: 'Turing 22', type: ORGANIZATION, description: 'Espace de co-working' },
    { name: 'Co’péro jeux vidéo', type: PROJECT },
    { name: 'Observatoire des mobilités', type: ORGANIZATION },
    { name: 'Москва' }
  ])

  test('accents, case and ligatures are forgiven', () => {
    expect(find('eve')[0]).toBe('Ève')
    expect(find('ZOE LEFEVRE')).toEqual(['Zoé Lefèvre'])
    expect(find('oeuvre')).toEqual(['Œuvre commune'])
    expect(find('œuvre')).toEqual(['Œuvre commune'])
    expect(find('москв')).toEqual(['Москва'])
  })

  test('apostrophes and hyphens are forgiven, left out or put in', () => {
    const queries = ["l'atelier", 'l’atelier', 'l atelier', 'atelier', 'latelier', "l'atelier d'à côté"]
    for (const query of queries) expect(find(query)[0]).toBe('L’Atelier d’à côté')
    for (const query of ['copero', "co'péro", 'co pero jeux', 'coper']) expect(find(query)[0]).toBe('Co’péro jeux vidéo')
    for (const query of ['jean pierre', 'jeanpierre', 'jean-pierre m']) expect(find(query)).toEqual(['Jean-Pierre Martin'])
    for (const query of ['coworking', 'co-working', 'co working']) expect(find(query)[0]).toBe('Turing 22')
  })

  test('one letter answers, and beginnings of all words', () => {
    expect(find('z')).toEqual(['Zoé Lefèvre', 'Jean-Pierre Martin'])
    expect(find('2')).toEqual(['Turing 22'])
    expect(find('lef zo')).toEqual(['Zoé Lefèvre'])
    expect(find('tur 2')).toEqual(['Turing 22'])
  })

  test('a typo is forgiven, also in the beginning of a word; two in a long one', () => {
    for (const query of ['lefvre', 'lefevree', 'lefebre', 'elfevre', 'lefve', 'zoe lefvr']) expect(find(query)).toEqual(['Zoé Lefèvre'])
    expect(find('turnig')).toEqual(['Turing 22'])
    expect(find('obzervatore')).toEqual(['Observatoire des mobilités'])
    expect(find('turing 23')).toEqual(['Turing 22'])
  })

  test('forms of a word are forgiven', () => {
    expect(find('mobilités')).toEqual(['Observatoire des mobilités', 'L’Atelier d’à côté'])
    expect(find('formation')).toEqual(['Ada Lovelace'])
    expect(find('durables')).toEqual(['L’Atelier d’à côté'])
  })

  test('names come before texts: the name, its beginning, its words', () => {
    const ranked = among([
      { name: 'Note', description: 'marée basse', rank: 99 },
      { name: 'La grande marée', rank: 5 },
      { name: 'Marée basse', rank: 1 },
      { name: 'Marée haute', rank: 2 },
      { name: 'Guide', role: 'marées' },
      { name: 'Marée' }
    ])
    expect(ranked('maree')).toEqual(['Marée', 'Marée haute', 'Marée basse', 'La grande marée', 'Guide', 'Note'])
  })

  test('what matches alike goes by rank, then shorter name, then order', () => {
    expect(find('ada')).toEqual(['Ada Byron', 'Ada Lovelace'])
    expect(find('ada l')).toEqual(['Ada Lovelace'])
    expect(among([{ name: 'Ada Lovelace' }, { name: 'Ada Bo' }, { name: 'Ada Li' }])('ada')).toEqual(['Ada Bo', 'Ada Li', 'Ada Lovelace'])
  })

  test('stop words do not exclude', () => {
    expect(find('la réparation de vélos')).toEqual(['L’Atelier d’à côté'])
    expect(find('observatoire de la mobilité')).toEqual(['Observatoire des mobilités'])
    expect(find('the turing of')).toEqual(['Turing 22'])
    expect(find("l'")).toContain('L’Atelier d’à côté')
  })

  test('all words first; where nobody has all, most of them', () => {
    expect(find('zoé son')).toEqual(['Zoé Lefèvre'])
    expect(find('zoé son xylophone')).toEqual(['Zoé Lefèvre'])
    expect(find('zoé xylophone')).toEqual(['Zoé Lefèvre', 'Jean-Pierre Martin'])
    expect(find('xylophone')).toEqual([])
  })

  test('a query without a word finds nothing', () => {
    for (const query of ['', '   ', '?!…', "'", '-', '🙂']) expect(find(query)).toEqual([])
  })

  test('types are kept, the hidden leave no trace', () => {
    expect(find('mobilité', { types: [ORGANIZATION] })).toHaveLength(2)
    expect(find('mobilité', { types: [PERSON] })).toEqual([])
    expect(find('zoé xylophone', { hidden: (document) => document === 1 })).toEqual(['Jean-Pierre Martin'])
    expect(find('zoé son', { hidden: (document) => document === 1 })).toEqual(['Jean-Pierre Martin'])
  })

  test('the field says where', () => {
    const index = indexOf([{ name: 'Zoé', role: 'ingénieure', description: 'eau' }])
    const fields = (query: string) => search(index, query, { limit: 1 }).map(({ field }) => field)
    expect([fields('zo'), fields('ingenieur'), fields('zoé eau'), fields('zoé ing')]).toEqual([[NAME], [ROLE], [DESCRIPTION], [ROLE]])
  })

  test('nothing is found where nothing is, nor in a network without anybody', () => {
    expect(among([])('ada')).toEqual([])
    expect(among([{ name: '' }])('ada')).toEqual([])
    expect(find('ada', { types: [] })).toEqual([])
    expect(find('ada', { types: [15] })).toEqual([])
  })
})

const spaced = (word: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(word, { minLength, maxLength }).map((parts) => parts.join(' '))
const wordOf = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 })
const NAMES = fc.array(
  fc.record({
    name: spaced(wordOf('aébcçlœst'), 1, 3),
    type: fc.constantFrom(PERSON, ORGANIZATION, PROJECT),
    rank: fc.nat(3),
    description: spaced(fc.constantFrom('eau', 'sable', 'la', 'cales', 'basse', 'st-bel'), 0, 5)
  }),
  { minLength: 1, maxLength: 40 }
)
const QUERY = spaced(wordOf('abcelst'), 1, 4)
const TYPES = fc.subarray([PERSON, ORGANIZATION, PROJECT])

describe('in any network', () => {
  test('everybody is found by the name, by each beginning of it, and with a typo in a word', () => {
    fc.assert(
      fc.property(NAMES, fc.nat(), fc.constantFrom('left out', 'added', 'replaced', 'swapped'), (stories, at, typo) => {
        const index = indexOf(stories)
        stories.forEach(({ name }, document) => {
          const folded = fold(name)
          const found = (query: string) => search(index, query, { limit: stories.length }).some((result) => result.document === document)
          expect(found(folded)).toBe(true)
          const first = words(name)[0] as string
          for (let end = 1; end <= first.length; end++) expect(found(first.slice(0, end))).toBe(true)
          words(name).forEach((word, i, all) => {
            if (word.length >= 5) expect(found(all.with(i, mistyped(word, at % (word.length - 1), typo)).join(' '))).toBe(true)
          })
        })
      }),
      { numRuns: 60 }
    )
  })

  test('a filter only leaves out, and a limit only cuts', () => {
    fc.assert(
      fc.property(NAMES, QUERY, TYPES, fc.integer({ min: 1, max: 5 }), (stories, query, types, limit) => {
        const index = indexOf(stories)
        const all = search(index, query, { limit: 100 })
        const kept = all.filter(({ document }) => types.includes(stories[document]?.type as number))
        expect(search(index, query, { limit: 100, types })).toEqual(kept)
        expect(search(index, query, { limit, types })).toEqual(kept.slice(0, limit))
        expect(all).toEqual(all.toSorted((a, b) => b.score - a.score))
        expect(new Set(all.map(({ document }) => document)).size).toBe(all.length)
      })
    )
  })

  test('the hidden change nothing: the answer is that of a network without them', () => {
    fc.assert(
      fc.property(NAMES, QUERY, fc.integer({ min: 2, max: 4 }), (stories, query, every) => {
        const hidden = (document: number) => document % every === 0
        const shown = stories.filter((_, document) => !hidden(document))
        const without = search(indexOf(shown), query, { limit: 100 }).map(({ document }) => shown[document])
        expect(search(indexOf(stories), query, { limit: 100, hidden }).map(({ document }) => stories[document])).toEqual(without)
      })
    )
  })

  test('no query is refused', () => {
    const index = indexOf([{ name: 'Ada Lovelace' }, { name: '東京' }])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (query) => {
        search(index, query, { limit: 5 })
      })
    )
  })
})

describe('in a crowd', () => {
  const COUNT = 40_000
  const stories = Array.from({ length: COUNT }, (_, i) => ({
    name: `Marie n${i}`,
    type: i % 1000 === 7 ? PROJECT : PERSON,
    rank: (i * 7919) % COUNT,
    description: i % 2 === 0 ? 'marée commune' : 'commune'
  }))
  const index = indexOf(stories)
  const byRank = stories.map((_, document) => document).sort((a, b) => (stories[b]?.rank ?? 0) - (stories[a]?.rank ?? 0))
  const documents = (query: string, options: Partial<SearchOptions> = {}) =>
    search(index, query, { limit: 10, ...options }).map(({ document }) => document)

  test('a common word, two of them, a name: the best by rank', () => {
    expect(documents('commune')).toEqual(byRank.slice(0, 10))
    expect(documents('m')).toEqual(byRank.slice(0, 10))
    expect(documents('comune')).toEqual(byRank.slice(0, 10))
    expect(documents('commune marie')).toEqual(byRank.slice(0, 10))
    expect(documents('commune maree')).toEqual(byRank.filter((document) => document % 2 === 0).slice(0, 10))
    expect(documents('commune n39999')).toEqual([39_999])
    expect(documents('n39999 marié')[0]).toBe(39_999)
  })

  test('a rare type is found whole', () => {
    const projects = byRank.filter((document) => stories[document]?.type === PROJECT)
    for (const query of ['m', 'commune', 'comune', 'marie commune']) {
      expect(documents(query, { types: [PROJECT], limit: 100 })).toEqual(projects)
    }
  })

  test('where nearly all are hidden, the others are found', () => {
    const hidden = (document: number) => document % 10_000 !== 1
    const shown = byRank.filter((document) => !hidden(document))
    for (const query of ['m', 'commune', 'marie commune', 'marie xylophone']) expect(documents(query, { hidden })).toEqual(shown)
    expect(documents('m', { hidden: () => true })).toEqual([])
  })

  test('the index passes to another thread without a copy', () => {
    const { port1, port2 } = new MessageChannel()
    port1.postMessage(index)
    const received = receiveMessageOnPort(port2)?.message as SearchIndex
    port1.close()
    for (const part of [received.contents, received.types, received.terms.letters, received.postings.levels[1]]) {
      expect(part?.buffer).toBeInstanceOf(SharedArrayBuffer)
    }
    expect(search(received, 'marie commune', { limit: 3 })).toEqual(search(index, 'marie commune', { limit: 3 }))
  })
})

function mistyped(word: string, at: number, typo: string): string {
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  if (typo === 'left out') return before + after
  if (typo === 'added') return `${before}${letter}x${after}`
  if (typo === 'replaced') return `${before}x${after}`
  return before + after.charAt(0) + letter + after.slice(1)
}
