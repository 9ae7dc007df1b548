import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { types } from '#contract/vocabulary/kinds.ts'
import { contrast, difference, labOf, type Lab, lightOf, seenBy, sights } from './colour.ts'

/** What docs/decisions/0006-palette.md says is reached; every pair is above. */
const APART = 15
const APART_FOR_OTHER_SIGHT = 10

const css = readFileSync(new URL('../web/style/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }])
)
const colourOf = (name: string, mode: Mode): string => {
  const colour = tokens.get(name)?.[mode]
  if (!colour) throw new Error(`web/style/tokens.css has no colour --${name} for ${mode}`)
  return colour
}

const modes = ['light', 'dark'] as const
type Mode = (typeof modes)[number]
const groups = [...Array.from({ length: 10 }, (_, place) => `group-${place + 1}`), 'group-other']

describe.each(modes)('colours in the %s', (mode) => {
  it.each(Object.keys(sights) as (keyof typeof sights)[])('of communities, themes and territories stay apart for %s sight', (sight) => {
    const least = sight === 'usual' ? APART : APART_FOR_OTHER_SIGHT
    const seen = groups.map((name) => ({ name, lab: labOf(seenBy(sights[sight], lightOf(colourOf(name, mode)))) }))
    const close = seen.flatMap((one, place) =>
      seen.slice(0, place).flatMap((other) => {
        const apart = difference(one.lab, other.lab)
        return apart < least ? [`${other.name} and ${one.name}: ${apart.toFixed(1)}`] : []
      })
    )
    expect(close).toEqual([])
  })

  it.each([...groups, ...types, 'flame', 'edge'])('stand out from the ground as signs do: %s', (name) => {
    expect(contrast(colourOf(name, mode), colourOf('paper', mode))).toBeGreaterThanOrEqual(3)
  })

  it.each(['ink', 'soft', 'flame-words'])('are read as words on paper and on a card: %s', (name) => {
    for (const ground of ['paper', 'card']) expect(contrast(colourOf(name, mode), colourOf(ground, mode))).toBeGreaterThanOrEqual(4.5)
  })
})

describe('how colours are weighed', () => {
  // Pairs 1, 3, 7, 17, 25 and 34 of the data that the authors of the formula published to check it.
  it.each<[Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
  ])('%j and %j differ by %d', (one, other, expected) => {
    expect(difference(one, other)).toBeCloseTo(expected, 4)
    expect(difference(other, one)).toBeCloseTo(expected, 4)
  })

  it('leaves white and black as they are, for every sight', () => {
    for (const sight of Object.values(sights))
      for (const hex of ['#ffffff', '#000000', '#808080'])
        for (const [place, share] of seenBy(sight, lightOf(hex)).entries()) expect(share).toBeCloseTo(lightOf(hex)[place] as number, 4)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  })

  it('knows who takes which colours for the same', () => {
    const apart = (sight: keyof typeof sights): number =>
      difference(labOf(seenBy(sights[sight], lightOf('#2e8b57'))), labOf(seenBy(sights[sight], lightOf('#b5651d'))))
    expect(apart('usual')).toBeGreaterThan(40)
    expect(apart('deuteranopia')).toBeLessThan(apart('usual') / 3)
    expect(apart('tritanopia')).toBeGreaterThan(apart('deuteranopia'))
  })
})
