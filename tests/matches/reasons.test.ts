import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Match, Reason } from '#contract/matches.ts'
import type { Tie } from '#contract/entity.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relations } from '#contract/vocabulary/relations.ts'
import { Features } from '../../server/matches/features.ts'
import { groundOf } from '../../server/matches/ground.ts'
import { ranked } from '../../server/matches/rank.ts'
import { Teller } from '../../server/matches/tell.ts'
import { usualWeights } from '../../server/matches/weights.ts'
import { dayOf } from '../../server/network/days.ts'
import { placeOf, refAt } from '../../server/network/projection.ts'
import { stem } from '../../server/text/stem.ts'
import { words } from '../../server/text/tokens.ts'
import { networkOf, type TestTie } from '../network.ts'

/**
 * Every reason of every suggestion on random networks, held against the ties themselves: what is checked here is written from what the
 * contract and the sentences say, not from the matcher's code.
 */
const ids = {
  person: ['a', 'b', 'c', 'd', 'e', 'f'],
  organization: ['bureau', 'atelier', 'usine'],
  project: ['maree', 'lave', 'sentier'],
  program: ['elan', 'tremplin'],
  event: ['soiree', 'bal'],
  theme: ['eau', 'jeux'],
  territory: ['puy'],
  introduction: ['rencontre']
} as const
const said =
  'moulin farine boussole voile granit lampe tisane cordage verger enclume lanterne navette tuile ruche sabot vannerie forge cuivre'.split(
    ' '
  )

const everybody: string[] = [...ids.person, ...ids.organization, ...ids.project, ...ids.program]
const joins: [from: readonly string[], relation: RelationName, to: readonly string[]][] = [
  [ids.person, 'KNOWS', ids.person],
  [ids.person, 'FOLLOWS', ids.person],
  [ids.person, 'CARRIES', ids.project],
  [ids.person, 'WORKS_FOR', ids.organization],
  [ids.organization, 'PARTNERS_IN', ids.project],
  [ids.program, 'SUPPORTS', ids.project],
  [ids.organization, 'SUPPORTS', ids.project],
  [ids.organization, 'RUNS', ids.program],
  [ids.person, 'ATTENDED', ids.event],
  [ids.project, 'PRESENTED_AT', ids.event],
  [everybody, 'ABOUT', ids.theme],
  [everybody, 'LOCATED_IN', ids.territory],
  [ids.introduction, 'OF', ids.person],
  [ids.introduction, 'TO', ids.person],
  [ids.person, 'SET_ASIDE', ids.person],
  [ids.organization, 'SET_ASIDE', ids.organization]
]
const day = fc.integer({ min: 0, max: 1_200 }).map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const dates = fc
  .record({ from_date: fc.option(day, { nil: undefined }), to_date: fc.option(day, { nil: undefined, freq: 3 }) })
  .filter(({ from_date, to_date }) => !from_date || !to_date || from_date <= to_date)
const tie = fc
  .constantFrom(...joins)
  .chain(([from, relation, to]) =>
    fc.record({ from: fc.constantFrom(...from), relation: fc.constant(relation), to: fc.constantFrom(...to), dates })
  )
  .filter(({ from, to }) => from !== to)
  .map(({ from, relation, to, dates }): TestTie => {
    const isUndated = relations[relation].dated === 'undated'
    return [from, relation, to, isUndated ? {} : dates]
  })
const texts = fc.array(fc.constantFrom(...said), { maxLength: 8 }).map((words) => words.join(' '))
const network = fc.record({
  ties: fc.uniqueArray(tie, {
    minLength: 15,
    maxLength: 70,
    selector: ([from, relation, to, fields]) => JSON.stringify([from, relation, to, fields?.from_date])
  }),
  texts: fc.array(texts, { minLength: everybody.length, maxLength: everybody.length }),
  asOf: fc.oneof(day, fc.constant('2020-12-01'))
})

/** Whether a day knew a tie: it had begun, or where only its end is dated, it had ended; a tie to an undated event has no date. */
function isKnown([, relation, , fields = {}]: TestTie, asOf: string): boolean {
  const { from_date, to_date } = fields
  if (from_date) return from_date <= asOf
  return !to_date || relations[relation].dated === 'undated' || to_date <= asOf
}

/** A network as one day knew it, asked as a person with a list of ties would. */
class Known {
  readonly ties: TestTie[]
  private readonly kinds: Map<string, string>
  private readonly bios: Map<string, string>
  readonly asOf: string

  constructor(ties: TestTie[], kinds: Map<string, string>, bios: Map<string, string>, asOf: string) {
    this.ties = ties.filter((tie) => isKnown(tie, asOf))
    this.kinds = kinds
    this.bios = bios
    this.asOf = asOf
  }

  kind = (id: string): string | undefined => this.kinds.get(id)
  between = (one: string, other: string): TestTie[] =>
    this.ties.filter(([from, , to]) => (from === one && to === other) || (from === other && to === one))
  ends = (one: string, ...named: RelationName[]): string[] =>
    this.ties.filter(([from, relation]) => from === one && named.includes(relation)).map(([, , to]) => to)
  projects = (one: string): string[] => (this.kind(one) === 'project' ? [one] : this.ends(one, 'CARRIES', 'PARTNERS_IN', 'SUPPORTS'))

  /** Whether two have worked together, met or been introduced. Here all things are small enough for those in them to have met. */
  haveMet(one: string, other: string): boolean {
    if (this.between(one, other).some(([, relation]) => relation !== 'FOLLOWS' && relation !== 'SET_ASIDE')) return true
    if (this.projects(one).some((project) => this.projects(other).includes(project))) return true
    if (this.kind(one) !== 'person' || this.kind(other) !== 'person') return false
    const overlaps = (a: TestTie, b: TestTie): boolean => {
      const once = relations[a[1]].dated === 'once'
      const span = ([, , , fields = {}]: TestTie) => [
        fields.from_date ?? '0',
        fields.to_date ?? (once && fields.from_date ? fields.from_date : '9')
      ]
      const [[from, to], [fromB, toB]] = [span(a), span(b)] as [[string, string], [string, string]]
      return from <= toB && fromB <= to
    }
    const shares = (named: RelationName[], check: boolean): boolean =>
      this.ties.some(
        (a) =>
          a[0] === one &&
          named.includes(a[1]) &&
          this.ties.some((b) => b[0] === other && named.includes(b[1]) && b[2] === a[2] && (!check || overlaps(a, b)))
      )
    const introduced = this.ties.some(
      ([from, relation, to]) =>
        (relation === 'OF' || relation === 'TO') &&
        to === one &&
        this.ties.some(([same, also, too]) => same === from && (also === 'OF' || also === 'TO') && too === other)
    )
    return introduced || shares(['WORKS_FOR'], true) || shares(['ATTENDED', 'PRESENTED_AT'], true)
  }

  /** Everything that one says, its projects and themes included. */
  words(one: string): Set<string> {
    const about = [one, ...this.projects(one)].flatMap((id) => [
      this.bios.get(id) ?? '',
      id,
      ...this.ties.filter(([from, relation]) => from === id && relation === 'ABOUT').map(([, , theme]) => theme)
    ])
    return new Set(about.flatMap((text) => words(text).map(stem)))
  }

  /** Whether one is tied to a thing, or a project of its own is. */
  isWithin = (one: string, thing: string): boolean =>
    [one, ...this.projects(one)].some((id) => this.between(id, thing).some(([, relation]) => relation !== 'FOLLOWS'))
}

/** Whether one can be asked for an introduction to another: they have met, or the one is tied to what the other is. */
const isLinked = (known: Known, one: string, other: string): boolean => known.haveMet(one, other)

function holds(known: Known, one: string, match: Match, reason: Reason): boolean {
  const other = match.id
  const named = reason.entities.map(({ id }) => id)
  switch (reason.kind) {
    case 'contacts':
      return (
        named.length > 0 &&
        named.every((id) => isLinked(known, one, id) && isLinked(known, id, other)) &&
        (reason.count ?? 0) >= named.length
      )
    case 'projects': {
      const [mine, their] = named as [string, string]
      const spoken = (reason.words ?? []).map((word) => stem(words(word).join('')))
      return (
        known.projects(one).includes(mine) &&
        known.projects(other).includes(their) &&
        spoken.length > 0 &&
        spoken.every((word) => known.words(mine).has(word) && known.words(their).has(word))
      )
    }
    case 'words': {
      const spoken = (reason.words ?? []).map((word) => stem(words(word).join('')))
      return spoken.length > 0 && spoken.every((word) => known.words(one).has(word) && known.words(other).has(word))
    }
    case 'theme':
      return named.length > 0 && named.every((id) => known.ends(one, 'ABOUT').includes(id) && known.ends(other, 'ABOUT').includes(id))
    case 'program':
    case 'organization':
    case 'event':
    case 'place':
      return named.length === 1 && known.isWithin(one, named[0] as string) && known.isWithin(other, named[0] as string)
    case 'reads':
      return known.between(one, other).some(([, relation]) => relation === 'FOLLOWS')
    case 'joins': {
      const [project] = named as [string]
      const since = new Date(Date.parse(known.asOf) - 548 * 86_400_000).toISOString().slice(0, 10)
      const joined = new Set(
        known.ties
          .filter(
            ([from, relation, to, fields]) => to === project && isMembership(known, from, relation) && (fields?.from_date ?? '') > since
          )
          .map(([from]) => from)
      )
      return known.projects(other).includes(project) && joined.size === reason.count
    }
    case 'near':
      return [one, ...named].every((id, i) => isLinked(known, id, named[i] ?? other)) && reason.count === named.length + 1
  }
}
const isMembership = (known: Known, from: string, relation: RelationName): boolean =>
  ['CARRIES', 'PARTNERS_IN', 'SUPPORTS'].includes(relation) && known.kind(from) !== 'program'

function isThere(known: Known, { relation, from, to, from_date }: Tie): boolean {
  return known.ties.some((tie) => tie[0] === from && tie[1] === relation && tie[2] === to && tie[3]?.from_date === from_date)
}

describe('every reason of every suggestion', () => {
  it('is true of the network as the day knew it, and nobody is suggested who has met before or was set aside', () => {
    let suggestions = 0
    const kindsOfReasons = new Set<string>()
    fc.assert(
      fc.property(network, ({ ties, texts, asOf }) => {
        const kinds = new Map(Object.entries(ids).flatMap(([type, all]) => all.map((id) => [id, type] as const)))
        const bios = new Map(everybody.map((id, i) => [id, texts[i] ?? '']))
        const projection = networkOf(
          Object.fromEntries(
            [...kinds].map(([id, type]) => [id, [type as 'person', { [type === 'person' ? 'bio' : 'description']: bios.get(id) ?? '' }]])
          ),
          ties
        )
        const known = new Known(ties, kinds, bios, asOf)
        const features = new Features(projection, groundOf(projection, dayOf(asOf)))
        for (const id of everybody) {
          const one = placeOf(projection, id)
          for (const type of ['person', 'organization', 'project', 'program'] as const) {
            const kind = types.indexOf(type)
            const weights = usualWeights(projection.kinds[one] as number, kind)
            features.lookFrom(one)
            const teller = new Teller(features, weights, one)
            for (const candidate of ranked(features, one, kind, weights, { limit: 10, spare: 0, unexpected: 0.3, fame: 0.2 })) {
              const match = teller.tell(candidate)
              if (!match) continue
              suggestions += 1
              expect(match.id, 'itself').not.toBe(id)
              expect(known.haveMet(id, match.id) && type !== 'project', `${id} has met ${match.id}`).toBe(false)
              const aside = ties.some(
                ([from, relation, to, fields]) =>
                  relation === 'SET_ASIDE' &&
                  ((from === id && to === match.id) || (to === id && from === match.id)) &&
                  isKnown([from, relation, to, fields], asOf) &&
                  asOf <= (fields?.to_date ?? '9')
              )
              expect(aside, `${id} and ${match.id} are set aside`).toBe(false)
              expect(match.reasons.length).toBeGreaterThan(0)
              expect(
                match.reasons.some(({ kind }) => kind !== 'place' && kind !== 'joins'),
                'a place or a growing project alone'
              ).toBe(true)
              for (const reason of match.reasons) {
                kindsOfReasons.add(reason.kind)
                expect(holds(known, id, match, reason), `${id} – ${match.id}: ${JSON.stringify(reason)}`).toBe(true)
                for (const each of reason.ties) expect(isThere(known, each), JSON.stringify(each)).toBe(true)
                for (const entity of reason.entities) expect(entity).toEqual(refAt(projection, placeOf(projection, entity.id)))
              }
            }
          }
        }
      }),
      { numRuns: 60 }
    )
    expect(suggestions).toBeGreaterThan(1_000)
    expect([...kindsOfReasons].sort()).toEqual([
      'contacts',
      'event',
      'joins',
      'near',
      'organization',
      'place',
      'program',
      'projects',
      'reads',
      'theme',
      'words'
    ])
  })
})
