import { describe, expect, test } from 'vitest'
import { type DateSpan, spokenDate, spokenOn, spokenSpan } from '#contract/vocabulary/spoken-date.ts'

describe('a date', () => {
  test.each([
    ['2024', '2024', '2024'],
    ['0987', '987', '987'],
    ['2024-03', 'mars 2024', 'March 2024'],
    ['2024-03-09', '9 mars 2024', '9 March 2024'],
    ['2020-04-01', '1er avril 2020', '1 April 2020'],
    ['2020-04-11', '11 avril 2020', '11 April 2020'],
    ['0050-02-01', '1er février 50', '1 February 50'],
    ['2021-07-06T18:30', '6 juillet 2021 à 18 h 30', '6 July 2021 at 18:30'],
    ['2021-07-06T09:00:30.5+02:00', '6 juillet 2021 à 9 h', '6 July 2021 at 09:00'],
    ['2021-08-01T00:05Z', '1er août 2021 à 0 h 05', '1 August 2021 at 00:05'],
    ['', '', ''],
    ['soon', 'soon', 'soon'],
    ['2024-99', '2024-99', '2024-99']
  ])('%s is %s, %s', (date, french, english) => {
    expect([spokenDate(date, 'fr'), spokenDate(date, 'en')]).toEqual([french, english])
  })
})

describe('the day something took place', () => {
  test.each([
    ['2024', 'en 2024', 'in 2024'],
    ['2024-03', 'en mars 2024', 'in March 2024'],
    ['2020-08', 'en août 2020', 'in August 2020'],
    ['2024-03-09', 'le 9 mars 2024', 'on 9 March 2024'],
    ['2020-04-01', 'le 1er avril 2020', 'on 1 April 2020'],
    ['2021-07-06T18:30', 'le 6 juillet 2021 à 18 h 30', 'on 6 July 2021 at 18:30']
  ])('%s is %s, %s', (date, french, english) => {
    expect([spokenOn(date, 'fr'), spokenOn(date, 'en')]).toEqual([french, english])
  })
})

describe('when something held, as of 15 June 2025', () => {
  const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

  test.each<[DateSpan, french: string, english: string]>([
    [{}, '', ''],
    [{ from_date: '2019' }, 'depuis 2019', 'since 2019'],
    [{ from_date: '2025' }, 'depuis 2025', 'since 2025'],
    [{ from_date: '2021-04' }, 'depuis avril 2021', 'since April 2021'],
    [{ from_date: '2021-03-03' }, 'depuis le 3 mars 2021', 'since 3 March 2021'],
    [{ from_date: '2025-06-15' }, 'depuis le 15 juin 2025', 'since 15 June 2025'],
    [{ from_date: '2025-06-16' }, 'à partir du 16 juin 2025', 'from 16 June 2025'],
    [{ from_date: '2026' }, 'à partir de 2026', 'from 2026'],
    [{ from_date: '2025-09' }, 'à partir de septembre 2025', 'from September 2025'],
    [{ from_date: '2025-10' }, 'à partir d’octobre 2025', 'from October 2025'],
    [{ to_date: '2021' }, 'jusqu’en 2021', 'until 2021'],
    [{ to_date: '2021-03' }, 'jusqu’en mars 2021', 'until March 2021'],
    [{ to_date: '2021-03-03' }, 'jusqu’au 3 mars 2021', 'until 3 March 2021'],
    [{ from_date: '2019', to_date: '2021' }, 'de 2019 à 2021', 'from 2019 to 2021'],
    [{ from_date: '2020-04', to_date: '2021-05' }, 'd’avril 2020 à mai 2021', 'from April 2020 to May 2021'],
    [{ from_date: '2020-05', to_date: '2021-04' }, 'de mai 2020 à avril 2021', 'from May 2020 to April 2021'],
    [{ from_date: '2020-04-01', to_date: '2021-08-09' }, 'du 1er avril 2020 au 9 août 2021', 'from 1 April 2020 to 9 August 2021'],
    [{ from_date: '2019', to_date: '2021-03-03' }, 'de 2019 au 3 mars 2021', 'from 2019 to 3 March 2021'],
    [{ from_date: '2019-10', to_date: '2021' }, 'd’octobre 2019 à 2021', 'from October 2019 to 2021'],
    [{ from_date: '2019-03-03', to_date: '2021-05' }, 'du 3 mars 2019 à mai 2021', 'from 3 March 2019 to May 2021'],
    [{ from_date: '2021-03', to_date: '2021-03' }, 'en mars 2021', 'in March 2021'],
    [{ from_date: '2021-03-01', to_date: '2021-03-01' }, 'le 1er mars 2021', 'on 1 March 2021']
  ])('%o is "%s", "%s"', (span, french, english) => {
    expect([spokenSpan(span, 'fr', '2025-06-15'), spokenSpan(span, 'en', '2025-06-15')]).toEqual([french, english])
  })

  test.each(months.map((month, place) => [month, place + 1] as const))('from %s on, "de" is written as it is said', (month, number) => {
    const from_date = `2020-${String(number).padStart(2, '0')}`
    const begin = ['avril', 'août', 'octobre'].includes(month) ? `d’${month}` : `de ${month}`
    expect(spokenSpan({ from_date, to_date: '2022' }, 'fr', '2025-06-15')).toBe(`${begin} 2020 à 2022`)
  })
})
