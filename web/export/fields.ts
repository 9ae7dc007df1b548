import type { ToldCard, ToldTie } from './told.ts'

/** What files of networks say of a card or a tie beside what their form has a place for. The names are those of the API. */
export interface Field<Of> {
  name: string
  type: 'string' | 'integer' | 'double' | 'boolean'
  read(of: Of): string | number | undefined
}

export const cardFields: Field<ToldCard>[] = [
  { name: 'type', type: 'string', read: ({ type }) => type },
  { name: 'kind', type: 'string', read: ({ kind }) => kind },
  { name: 'community', type: 'string', read: ({ community }) => community },
  { name: 'theme', type: 'string', read: ({ theme }) => theme },
  { name: 'territory', type: 'string', read: ({ territory }) => territory },
  { name: 'degree', type: 'integer', read: ({ degree }) => degree },
  { name: 'betweenness', type: 'double', read: ({ betweenness }) => betweenness },
  { name: 'pagerank', type: 'double', read: ({ pagerank }) => pagerank }
]

export const tieFields: Field<ToldTie>[] = [
  { name: 'relation', type: 'string', read: ({ relation }) => relation },
  { name: 'sentence', type: 'string', read: ({ sentence }) => sentence },
  { name: 'from_date', type: 'string', read: ({ since }) => since },
  { name: 'to_date', type: 'string', read: ({ until }) => until }
]
