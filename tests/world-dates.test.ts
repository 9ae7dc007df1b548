import { beforeAll, describe, expect, test } from 'vitest'
import { firstDay, lastDay } from '#contract/vocabulary/date.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { judge } from './folders.ts'

/** The day on which the demonstration world was written. */
const WRITTEN_ON = '2026-11-25'
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

let world: Awaited<ReturnType<typeof judge>>
beforeAll(async () => {
  world = await judge('seed/world')
})

const fieldsOf = (id: string) => world.entities.find((entity) => entity.id === id)?.fields ?? {}
const dateOf = (id: string, field: string) => String(fieldsOf(id)[field] ?? '')
const tiesOf = (...names: RelationName[]) =>
  world.ties
    .filter(({ relation }) => names.includes(relation))
    .map(({ from, relation, to, fields }) => {
      const [since, until] = [String(fields.from_date ?? ''), String(fields.to_date ?? '')]
      return { from, relation, to, since, until, source: String(fields.source ?? ''), said: `${from} ${relation} ${to}` }
    })
/** The first month of a source that names a day or a month, as "Entretien du 12 mai 2021" does. */
const monthOf = (source: string): string | undefined => {
  const [, month = '', year] = /(\p{L}+) (\d{4})$/u.exec(source) ?? []
  return MONTHS.includes(month) ? `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}` : undefined
}

describe('in the demonstration world, time goes forward', () => {
  test('its ties were made over ten years', () => {
    const years = new Set(world.ties.map(({ fields }) => String(fields.from_date ?? '').slice(0, 4)))
    for (let year = 2016; year <= 2026; year++) expect(years).toContain(String(year))
    for (const year of years) if (year !== '') expect(Number(year), year).toBeGreaterThanOrEqual(2016)
  })

  test('only events are still to come', () => {
    const toCome = world.ties.filter(({ fields }) => String(fields.from_date ?? '') > WRITTEN_ON)
    for (const { relation } of toCome) expect(['RUNS', 'HOSTS', 'SPONSORS', 'PRESENTED_AT', 'ATTENDED']).toContain(relation)
    for (const field of ['started_on', 'ended_on', 'created_on', 'held_on', 'published_on'])
      for (const { id } of world.entities) expect(dateOf(id, field) <= WRITTEN_ON, `${id} ${field}`).toBe(true)
    expect(world.entities.filter(({ id, type }) => type === 'event' && dateOf(id, 'starts_at') > WRITTEN_ON).length).toBeGreaterThan(0)
  })

  test('nobody carries or helps a project before it begins or after it ends, and only what has ended has an end', () => {
    for (const { id, type, fields } of world.entities)
      if (type === 'project') expect(fields.ended_on !== undefined, id).toBe(fields.stage === 'ended')
    for (const { to, since, until, said } of tiesOf('CARRIES', 'PARTNERS_IN', 'SUPPORTS')) {
      expect(lastDay(since) >= firstDay(dateOf(to, 'started_on')), said).toBe(true)
      const end = dateOf(to, 'ended_on')
      if (end) expect(until !== '' && until <= end, said).toBe(true)
    }
    for (const { since, until, said } of tiesOf('WORKS_FOR', 'CARRIES', 'SUPPORTS', 'PARTNERS_IN'))
      if (until) expect(until > since, said).toBe(true)
  })

  test('people are at an event on its day', () => {
    for (const { to, since, said } of tiesOf('ATTENDED', 'PRESENTED_AT', 'HOSTS', 'SPONSORS')) {
      const start = dateOf(to, 'starts_at').slice(0, 10)
      if (start) expect(since, said).toBe(start)
    }
  })

  test('two who met by an introduction know each other since, and those who did not, do not', () => {
    const known = tiesOf('KNOWS')
    for (const { id, type, fields } of world.entities) {
      if (type !== 'introduction') continue
      const [one, other] = (['OF', 'TO'] as const).map((name) => tiesOf(name).find(({ from }) => from === id)?.to)
      const since = known.find(({ from, to }) => (from === one && to === other) || (from === other && to === one))?.since
      const isHeld = fields.state === 'held' || fields.state === 'useful'
      expect(fields.held_on !== undefined, id).toBe(isHeld)
      expect(since, id).toBe(fields.held_on)
      if (isHeld) expect(String(fields.held_on) >= String(fields.created_on), id).toBe(true)
    }
    const states = new Set(world.entities.flatMap(({ type, fields }) => (type === 'introduction' ? [fields.state] : [])))
    expect(states).toEqual(new Set(['proposed', 'accepted', 'declined', 'made', 'held', 'useful']))
  })

  test('an introduction answers a need that was told, takes place on the day of its event, and is followed by what it led to', () => {
    for (const { from, to, said } of tiesOf('FOR')) expect(dateOf(to, 'created_on') <= dateOf(from, 'created_on'), said).toBe(true)
    for (const { from, to, said } of tiesOf('AT')) {
      const [start, created] = [dateOf(to, 'starts_at').slice(0, 10), dateOf(from, 'created_on')]
      const end = dateOf(to, 'ends_at') || start
      if (start) expect(created >= start && created <= end, said).toBe(true)
    }
    for (const { from, to, since, said } of tiesOf('LED_TO')) {
      expect(since, said).toBe(dateOf(to, 'started_on'))
      expect(lastDay(since) >= dateOf(from, 'held_on'), said).toBe(true)
    }
  })

  test('nobody seeks or offers for a project that is not there yet', () => {
    for (const { from, to, said } of tiesOf('SEEKS', 'OFFERS')) {
      const start = dateOf(from, 'started_on')
      if (start) expect(dateOf(to, 'created_on') >= start, said).toBe(true)
    }
  })

  test('no source tells what happened after it', () => {
    const dated = world.ties.flatMap(({ from, to, fields }) => {
      const month = monthOf(String(fields.source ?? ''))
      return month ? [{ month, since: String(fields.from_date ?? '').slice(0, 7), said: `${from} ${to}, ${fields.source}` }] : []
    })
    expect(dated.length).toBeGreaterThan(200)
    for (const { month, since, said } of dated) expect(since <= month, said).toBe(true)
  })
})
