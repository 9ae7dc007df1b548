import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../server/text/fold.ts'
import { beginningWith, ending, lexiconOf } from '../server/text/lexicon.ts'
import { leastAt, minimaOf } from '../server/text/minima.ts'
import { sharedUint32 } from '../server/text/packed.ts'
import { stem } from '../server/text/stem.ts'
import { joinedWords, tokens, words } from '../server/text/tokens.ts'
import { misspelled } from '../server/text/typos.ts'

describe('folding', () => {
  test.each([
    ['Ève', 'eve'],
    ['Zoé LEFÈVRE', 'zoe lefevre'],
    ['Œuvre ex æquo, Straße', 'oeuvre ex aequo, strasse'],
    ['l’eau d‘Ada', "l'eau d'ada"],
    ['Saint‑Étienne', 'saint-etienne'],
    ['Łódź, Ærø, İzmir', 'lodz, aero, izmir'],
    ['ﬁlière Ｔuring', 'filiere turing'],
    ['E\u0301cole', 'ecole']
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded))

  test('what is folded stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(fold(text))).toEqual(words(text))
      })
    )
  })
})

describe('words', () => {
  test('apostrophes and hyphens part words, and compounds are also one word', () => {
    expect(words("L'Atelier d'à côté")).toEqual(['l', 'atelier', 'd', 'a', 'cote'])
    expect(tokens("Co'péro jeux vidéo")).toEqual(['co', 'pero', 'copero', 'jeux', 'video'])
    expect(tokens("l'éco-quartier")).toEqual(['l', 'eco', 'quartier', 'ecoquartier'])
    expect(joinedWords("Jean-Pierre d'Arc")).toEqual(['jeanpierre', 'd', 'arc'])
  })

  test('numbers, addresses and other scripts are words; signs are none', () => {
    expect(words('Turing 22')).toEqual(['turing', '22'])
    expect(words('ada@example.org')).toEqual(['ada', 'example', 'org'])
    expect(words('東京 Москва')).toEqual(['東京', 'москва'])
    expect(words(' … !? — 🙂')).toEqual([])
  })

  test.each([
    ['mobilite', 'mobilites'],
    ['formation', 'formations'],
    ['reseau', 'reseaux'],
    ['regional', 'regionaux'],
    ['jeu', 'jeux'],
    ['entrepreneur', 'entrepreneuses'],
    ['technology', 'technologies'],
    ['technology', 'technologie'],
    ['associe', 'associees'],
    ['innovant', 'innovantes']
  ])('%s and %s have one stem', (one, other) => expect(stem(one)).toBe(stem(other)))

  test('meaning stays apart', () => {
    expect(stem('formation')).not.toBe(stem('format'))
    expect(stem('process')).toBe('process')
  })
})

const WORD = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 7 })
const sorted = (list: string[]) => [...new Set(list)].sort()

describe('the lexicon', () => {
  test('finds beginnings and whole words as reading every word does', () => {
    fc.assert(
      fc.property(fc.array(WORD), WORD, (list, word) => {
        const all = sorted(list)
        const lexicon = lexiconOf(all)
        const range = beginningWith(lexicon, word)
        expect(all.slice(...range)).toEqual(all.filter((other) => other.startsWith(word)))
        expect(all.slice(...ending(lexicon, range, word.length))).toEqual(all.filter((other) => other === word))
      })
    )
  })

  test('finds beginnings with typos as measuring every word does', () => {
    fc.assert(
      fc.property(fc.array(WORD, { maxLength: 30 }), WORD, fc.constantFrom(1, 2), (list, word, typos) => {
        const all = sorted(list)
        const found = sorted(misspelled(lexiconOf(all), word, typos).flatMap((range) => all.slice(...range)))
        const whole = word.length < 4
        const near = (other: string) => {
          const beginnings = whole ? [other] : Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end))
          return beginnings.some((beginning) => distance(word, beginning) <= typos)
        }
        expect(found).toEqual(all.filter(near))
      })
    )
  })
})

test('the least of a range is found as reading it does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 700 }), fc.nat(), fc.nat(), (list, one, other) => {
      const numbers = sharedUint32(list.length)
      numbers.set(list)
      const from = one % list.length
      const to = from + 1 + (other % (list.length - from))
      const at = leastAt(minimaOf(numbers), from, to)
      expect(at).toBeGreaterThanOrEqual(from)
      expect(at).toBeLessThan(to)
      expect(list[at]).toBe(Math.min(...list.slice(from, to)))
    })
  )
})

/** Optimal string alignment, from its definition. */
function distance(one: string, other: string): number {
  const edge = (i: number, j: number) => (i === 0 ? j : j === 0 ? i : 0)
  const rows = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => edge(i, j)))
  const at = (i: number, j: number) => rows[i]?.[j] as number
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1)
      ;(rows[i] as number[])[j] = least
    }
  }
  return at(one.length, other.length)
}
