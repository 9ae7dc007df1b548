import { describe, expect, it } from 'vitest'
import { a, de } from '../web/lexicon.ts'

describe('a name in a French sentence', () => {
  it('loses the e of de before a vowel', () => {
    const said = ['Ada', 'Ève', 'Yves Orme', 'Yann', 'Nour', 'Turing 22', 'Œuf libre'].map(de)
    expect(said).toEqual(['d’Ada', 'd’Ève', 'd’Yves Orme', 'de Yann', 'de Nour', 'de Turing 22', 'd’Œuf libre'])
  })

  it('gives its article to de and to à', () => {
    expect(['Le Connecteur', 'Les Chimères', 'La Comédie', 'L’Atelier'].map(de)).toEqual([
      'du Connecteur',
      'des Chimères',
      'de La Comédie',
      'de L’Atelier'
    ])
    expect(['Ada', 'Le Connecteur', 'Les Chimères', 'La Comédie'].map(a)).toEqual([
      'à Ada',
      'au Connecteur',
      'aux Chimères',
      'à La Comédie'
    ])
  })

  it('keeps a name that only looks as if it had an article', () => {
    expect(['Léa', 'Lesly', 'Le', 'Lena Orme'].map(de)).toEqual(['de Léa', 'de Lesly', 'de Le', 'de Lena Orme'])
    expect(['Leïla', 'Les'].map(a)).toEqual(['à Leïla', 'à Les'])
  })
})
