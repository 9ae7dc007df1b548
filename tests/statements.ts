import type { Parameters } from '../server/graph/engine.ts'

/** A statement of cypher/ as the story says it, and what it answers. */
export interface Said {
  name: string
  words?: { LABEL?: string; RELATION?: string }
  parameters: Parameters
  rows: object[]
  /** The statement gives its rows in no order. */
  unordered?: true
}

export const ada = { id: 'ada', name: 'Ada', created_in: 1, revised_in: 1 }
const bob = { id: 'bob', name: 'Bob', bio: 'Bakes', created_in: 1, revised_in: 1 }
export const bread = { id: 'theme:bread', name: 'bread', created_in: 1, revised_in: 1 }
const otherBread = { id: 'theme:other', name: 'bread', created_in: 1, revised_in: 1 }
const met = { key: '2024-03|friend', role: 'friend', from_date: '2024-03', strength: 0.5, created_in: 1, revised_in: 1 }
/** What a tie does not say. */
const unsaid = { role: null, from_date: null, to_date: null, strength: null, source: null }
const plain = { key: '|', created_in: 1, revised_in: 1 }
export const entry = {
  revision: 1,
  at: '2026-01-02T03:04:05.678Z',
  by: 'command line',
  batch: 'import-1',
  label: 'village',
  undoes: null,
  counts: '{}',
  complete: true
}

/** Every file of cypher/, one after the other on one store, from an empty one to an empty one. */
export const story: Said[] = [
  { name: 'schema/entity-id', parameters: {}, rows: [] },
  { name: 'schema/entity-index', parameters: {}, rows: [] },
  { name: 'schema/journal-id', parameters: {}, rows: [] },
  { name: 'schema/entry-revision', parameters: {}, rows: [] },
  { name: 'journal/begin', parameters: { store: 'first' }, rows: [] },
  { name: 'journal/begin', parameters: { store: 'second' }, rows: [] },
  { name: 'journal/head', parameters: {}, rows: [{ revision: 0, store: 'first' }] },
  { name: 'journal/advance', parameters: {}, rows: [{ revision: 1 }] },
  { name: 'journal/write-entry', parameters: entry, rows: [] },
  { name: 'journal/write-part', parameters: { revision: 1, part: 1, changes: 'later' }, rows: [] },
  { name: 'journal/write-part', parameters: { revision: 1, part: 0, changes: 'first' }, rows: [] },
  { name: 'journal/entries-since', parameters: { since: 0 }, rows: [entry] },
  { name: 'journal/entries-since', parameters: { since: 1 }, rows: [] },
  { name: 'journal/parts-of', parameters: { revision: 1 }, rows: [{ changes: 'first' }, { changes: 'later' }] },
  { name: 'entities/create', words: { LABEL: 'Person' }, parameters: { rows: [{ fields: bob }, { fields: ada }] }, rows: [{ changed: 2 }] },
  {
    name: 'entities/create',
    words: { LABEL: 'Theme' },
    parameters: { rows: [{ fields: otherBread }, { fields: bread }] },
    rows: [{ changed: 2 }]
  },
  { name: 'entities/ids', parameters: {}, rows: [{ id: 'ada' }, { id: 'bob' }, { id: 'theme:bread' }, { id: 'theme:other' }] },
  {
    name: 'entities/by-ids',
    parameters: { ids: ['theme:bread', 'nobody', 'ada'] },
    rows: [
      { id: 'ada', labels: ['Entity', 'Person'], fields: ada },
      { id: 'theme:bread', labels: ['Entity', 'Theme'], fields: bread }
    ]
  },
  {
    name: 'entities/named',
    words: { LABEL: 'Theme' },
    parameters: { names: ['bread', 'Ada'] },
    rows: [{ name: 'bread', id: 'theme:bread' }]
  },
  {
    name: 'entities/update',
    parameters: { rows: [{ id: 'bob', fields: { bio: null, city: 'Thiers', revised_in: 2 } }] },
    rows: [{ changed: 1 }]
  },
  { name: 'entities/update', parameters: { rows: [{ id: 'nobody', fields: { bio: 'None' } }] }, rows: [{ changed: 0 }] },
  {
    name: 'entities/by-ids',
    parameters: { ids: ['bob'] },
    rows: [{ id: 'bob', labels: ['Entity', 'Person'], fields: { id: 'bob', name: 'Bob', city: 'Thiers', created_in: 1, revised_in: 2 } }]
  },
  {
    name: 'ties/create',
    words: { RELATION: 'KNOWS' },
    parameters: {
      rows: [
        { from: 'bob', to: 'ada', fields: plain },
        { from: 'ada', to: 'bob', fields: met },
        { from: 'ada', to: 'bob', fields: plain }
      ]
    },
    rows: [{ changed: 3 }]
  },
  {
    name: 'ties/create',
    words: { RELATION: 'ABOUT' },
    parameters: { rows: [{ from: 'ada', to: 'theme:bread', fields: plain }] },
    rows: [{ changed: 1 }]
  },
  {
    name: 'ties/create',
    words: { RELATION: 'ABOUT' },
    parameters: { rows: [{ from: 'ada', to: 'nobody', fields: plain }] },
    rows: [{ changed: 0 }]
  },
  {
    name: 'ties/from-ids',
    unordered: true,
    parameters: { ids: ['ada', 'theme:bread'] },
    rows: [
      { from: 'ada', relation: 'ABOUT', to: 'theme:bread', ...unsaid, ...plain },
      { from: 'ada', relation: 'KNOWS', to: 'bob', ...unsaid, ...met },
      { from: 'ada', relation: 'KNOWS', to: 'bob', ...unsaid, ...plain }
    ]
  },
  {
    name: 'ties/update',
    words: { RELATION: 'KNOWS' },
    parameters: {
      rows: [{ from: 'ada', to: 'bob', key: met.key, fields: { strength: 1, source: 'Ada', from_date: null, revised_in: 2 } }]
    },
    rows: [{ changed: 1 }]
  },
  {
    name: 'ties/around-ids',
    parameters: { ids: ['bob', 'ada'] },
    rows: [
      { from: 'ada', relation: 'ABOUT', to: 'theme:bread', ...unsaid, ...plain },
      {
        from: 'ada',
        relation: 'KNOWS',
        to: 'bob',
        ...unsaid,
        key: met.key,
        role: 'friend',
        strength: 1,
        source: 'Ada',
        created_in: 1,
        revised_in: 2
      },
      { from: 'ada', relation: 'KNOWS', to: 'bob', ...unsaid, ...plain },
      { from: 'bob', relation: 'KNOWS', to: 'ada', ...unsaid, ...plain }
    ]
  },
  {
    name: 'ties/remove',
    words: { RELATION: 'KNOWS' },
    parameters: {
      rows: [
        { from: 'ada', to: 'bob', key: plain.key },
        { from: 'ada', to: 'bob', key: met.key },
        { from: 'bob', to: 'ada', key: plain.key }
      ]
    },
    rows: [{ changed: 3 }]
  },
  {
    name: 'ties/remove',
    words: { RELATION: 'ABOUT' },
    parameters: { rows: [{ from: 'ada', to: 'theme:bread', key: plain.key }] },
    rows: [{ changed: 1 }]
  },
  { name: 'ties/around-ids', parameters: { ids: ['ada', 'bob'] }, rows: [] },
  {
    name: 'entities/remove',
    parameters: { rows: [{ id: 'ada' }, { id: 'bob' }, { id: 'theme:other' }, { id: 'theme:bread' }] },
    rows: [{ changed: 4 }]
  },
  { name: 'entities/remove', parameters: { rows: [{ id: 'ada' }] }, rows: [{ changed: 0 }] },
  { name: 'entities/ids', parameters: {}, rows: [] }
]
