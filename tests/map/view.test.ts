import fc from 'fast-check'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DAY_ZERO } from '#contract/packed-network.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { cardId, inLanguage, type MapAsked, mapAddress, mapIn, to } from '../../web/location.ts'
import { cameraIn, cameraText } from '../../web/map/camera.ts'
import { useViewTitle } from '../../web/map/title.ts'
import { aroundToo, centralityOf, colouringOf, isFiltered, unfiltered, windowOf } from '../../web/map/view.ts'
import { type Network, openNetwork } from '../../web/network/network.ts'
import { networkOf } from '../network.ts'
import { shownNetwork } from './shown.ts'

const nasty = fc.constantFrom('a,b', 'a&b=c', '100 %', '%2C', 'Ève', 'a/b?c#d', 'a+b', ' ', '\n', '"é"', '🙂', '%', '=', 'lang')
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
const ids = fc.array(text, { maxLength: 3 })
const maybe = fc.oneof(fc.constant(''), text)

const view: fc.Arbitrary<MapAsked> = fc.record(
  {
    types: fc.subarray([...types]),
    relations: fc.subarray([...relationNames]),
    communities: fc.array(fc.nat().map(String), { maxLength: 3 }),
    themes: ids,
    territories: ids,
    programs: ids,
    around: ids,
    selected: ids,
    avoid: ids,
    steps: maybe,
    neighbours: maybe,
    whole: maybe,
    since: maybe,
    until: maybe,
    colour: maybe,
    size: maybe,
    camera: maybe,
    ghosts: maybe,
    show: maybe,
    panel: maybe,
    title: maybe,
    from: maybe,
    to: maybe,
    maxHops: maybe
  },
  { noNullPrototype: true }
)

const read = (address: string): MapAsked => mapIn(new URLSearchParams(address.split('?')[1] ?? ''))
const empty = read('/')

describe('the address of the map', () => {
  it('holds the whole view', () => {
    fc.assert(
      fc.property(view, (asked) => {
        expect(read(mapAddress('/', asked))).toEqual(asked)
        expect(read(to.embed(asked))).toEqual(asked)
      })
    )
  })

  it('holds it in either language', () => {
    vi.stubGlobal('window', { location: { origin: 'https://example.org' } })
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    fc.assert(
      fc.property(view, fc.constantFrom('fr' as const, 'en' as const), (asked, language) => {
        const address = inLanguage(to.map(asked), language)
        expect(read(address)).toEqual(asked)
        expect(new URLSearchParams(address.split('?')[1]).get('lang')).toBe(language === 'en' ? 'en' : null)
      })
    )
  })

  it('is bare where nothing is asked for, and short where little is', () => {
    expect(to.map()).toBe('/')
    expect(mapAddress('/', empty)).toBe('/')
    expect(mapAddress('/', { ...empty, types: ['person', 'project'], until: '2021-06' })).toBe('/?types=person%2Cproject&until=2021-06')
    expect(read('/?types=,person,&unknown=1')).toEqual({ ...empty, types: ['person'] })
  })

  it('of a card names any id', () => {
    fc.assert(
      fc.property(text, (id) => {
        expect(cardId(to.card(id))).toBe(id)
      })
    )
  })
})

describe('where the map is looked at from', () => {
  it('is told to a ten-thousandth', () => {
    const share = fc.double({ min: -4, max: 4, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.015, max: 3, noNaN: true }), fc.boolean(), (x, y, ratio, isUpright) => {
        const told = cameraIn(cameraText({ x, y, ratio }, isUpright), isUpright)
        for (const [part, value] of Object.entries({ x, y, ratio })) expect(told?.[part as 'x']).toBeCloseTo(value, 4)
      })
    )
  })

  it('is the same place of the network on a phone that holds the map upright', () => {
    expect(cameraIn(cameraText({ x: 0.2, y: 0.7, ratio: 0.5 }, false), true)).toEqual({ x: 0.7, y: 0.2, ratio: 0.5 })
  })

  it.each(['', 'a,b,c', '1,2', '0.5,0.5,0', '0.5,0.5,-1', '1,2,Infinity', 'NaN,1,1', ',,', '1,,1'])(
    'is left to the map where the address says "%s"',
    (said) => {
      expect(cameraIn(said, false)).toBeUndefined()
    }
  )
})

describe('the years of a view', () => {
  const day = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000 - DAY_ZERO

  it.each([
    [
      { since: '2021-03', until: '2021-03' },
      { since: day('2021-03-01'), until: day('2021-03-31') }
    ],
    [
      { since: '2020', until: '2020' },
      { since: day('2020-01-01'), until: day('2020-12-31') }
    ],
    [
      { since: '2020-02-29', until: '2024-02' },
      { since: day('2020-02-29'), until: day('2024-02-29') }
    ],
    [
      { since: '', until: '1955-12' },
      { since: undefined, until: day('1955-12-31') }
    ],
    [
      { since: 'hier', until: '2021-13' },
      { since: undefined, until: undefined }
    ]
  ])('%j', (asked, window) => {
    expect(windowOf({ ...empty, ...asked })).toEqual(window)
  })
})

describe('a view', () => {
  it('has the first colouring and size where it names none that there is', () => {
    expect([colouringOf(empty, false), centralityOf(empty)]).toEqual(['kind', 'degree'])
    expect(colouringOf(empty, true)).toBe('community')
    expect([colouringOf({ ...empty, colour: 'theme' }, true), centralityOf({ ...empty, size: 'pagerank' })]).toEqual(['theme', 'pagerank'])
    expect([colouringOf({ ...empty, colour: 'rainbow' }, false), centralityOf({ ...empty, size: '9' })]).toEqual(['kind', 'degree'])
  })

  it('shows everything once its filters are taken away', () => {
    fc.assert(
      fc.property(view, (asked) => {
        const { since, until, ...rest } = { ...asked, ...unfiltered }
        expect(isFiltered({ ...rest, since, until } as MapAsked)).toBe(false)
        expect([since, until]).toEqual(['', ''])
        expect(rest.selected).toEqual(asked.selected)
      })
    )
    expect(isFiltered(empty)).toBe(false)
    expect(isFiltered({ ...empty, colour: 'theme', selected: ['ada'] })).toBe(false)
    expect(isFiltered({ ...empty, around: ['ada'] })).toBe(true)
  })

  it('goes around one more, each once', () => {
    expect(aroundToo([], 'ada')).toEqual({ around: ['ada'], camera: '' })
    expect(aroundToo(['ada'], 'bob').around).toEqual(['ada', 'bob'])
    expect(aroundToo(['ada', 'bob'], 'ada').around).toEqual(['ada', 'bob'])
  })
})

const api = shownNetwork()
const Title = ({ view, network }: { view: MapAsked; network: Network | undefined }): string => useViewTitle(view, network)

describe('the title of a view', () => {
  const titleOf = (asked: Partial<MapAsked>, network?: Network): string =>
    renderToString(createElement(Title, { view: { ...empty, ...asked }, network }))

  it('is its own, else what it shows', async () => {
    api.show(
      networkOf({ ada: ['person', { name: 'Ada' }], eve: ['person', { name: 'Ève' }], pain: ['theme', { name: 'Pain' }] }, [
        ['ada', 'ABOUT', 'pain'],
        ['ada', 'KNOWS', 'eve']
      ])
    )
    const network = openNetwork(await api.askPacked())
    expect(titleOf({})).toBe('Tout le réseau')
    expect(titleOf({ title: 'Les fours de Thiers', types: ['person'] }, network)).toBe('Les fours de Thiers')
    expect(titleOf({ around: ['eve', 'ada'] }, network)).toBe('Autour d’Ève et d’Ada')
    expect(titleOf({ from: 'ada', to: 'eve' }, network)).toBe('D’Ada à Ève')
    expect(titleOf({ types: ['person'], themes: ['pain'] }, network)).toBe('Personnes · Pain')
    expect(titleOf({ themes: ['absent'] }, network)).toBe('Une partie du réseau')
    const [community] = network.head.communities
    expect(titleOf({ communities: [String(community?.id)] }, network)).toBe(community?.name)
  })
})
