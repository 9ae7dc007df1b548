import { relations } from '#contract/vocabulary/relations.ts'
import { spokenOn } from '#contract/vocabulary/spoken-date.ts'
import { fieldsAt } from '../network/projection.ts'
import { EVER } from '../network/days.ts'
import { overlap } from '../network/strength.ts'
import { fold } from '../text/fold.ts'
import { textAt } from '../text/packed.ts'
import { FEW, type Found, type Pair, sharersOf } from './found.ts'
import { inBoth, isOver, type Known, latest } from './known.ts'
import { iceBreakerWords as words } from './words.ts'

const DAYS_A_YEAR = 365.25

/** Teams and projects of both, also at different times. */
export function past({ projection, a, b, asOf }: Pair): Found[] {
  return (['WORKS_FOR', 'CARRIES'] as const).flatMap((relation) =>
    inBoth(a.to(relation), b.to(relation)).map((thing): Found => {
      const [ofA, ofB] = [a.to(relation).get(thing) ?? [], b.to(relation).get(thing) ?? []]
      const name = textAt(projection.names, thing)
      const both = ofA.flatMap((one) => ofB.map((other) => [one, other] as const))
      const together = both.find(([one, other]) => overlap(projection, one, other))
      const found = { kind: 'past' as const, entities: [thing], sharers: sharersOf(projection, thing), things: [thing] }
      const said = relations[relation].together?.[together?.some((tie) => isOver(projection, tie, asOf)) ? 'past' : 'now']
      if (together && said) {
        const filled = (text: string): string =>
          text
            .replace('{a}', () => a.name)
            .replace('{b}', () => b.name)
            .replace('{thing}', () => name)
        return { ...found, sentence: words.together({ fr: filled(said.fr), en: filled(said.en) }), ties: [...together] }
      }
      const gapOf = ([one, other]: readonly [number, number]): number => {
        const [first, then] = inTurn(projection, one, other)
        return (projection.heldFrom[then] as number) - (projection.heldTo[first] as number)
      }
      const nearest = both.reduce((best, pair) => (gapOf(pair) < gapOf(best) ? pair : best))
      const [first] = inTurn(projection, ...nearest)
      const [earlier, later] = first === nearest[0] ? [a.name, b.name] : [b.name, a.name]
      const years = Math.floor(gapOf(nearest) / DAYS_A_YEAR)
      const inWords = relation === 'WORKS_FOR' ? words.teamInTurn : words.projectInTurn
      return { ...found, sentence: inWords(name, earlier, later, years), ties: [...nearest], isUnexpected: true }
    })
  )
}

/** Of two ties that never held together the earlier first. */
const inTurn = ({ heldTo, heldFrom }: Pair['projection'], one: number, other: number): [number, number] =>
  (heldTo[one] as number) < (heldFrom[other] as number) ? [one, other] : [other, one]

/** Somebody's project that another carries too, and by which ties. */
function projectWith(
  { projection, asOf }: Pair,
  one: Known,
  other: Known
): { name: string; ties: number[]; thing: number; isOver: boolean } | undefined {
  const [thing] = inBoth(one.to('CARRIES'), other.to('CARRIES'))
  if (thing === undefined) return undefined
  const ties = [one, other].map((known) => latest(projection, known.to('CARRIES').get(thing) ?? []))
  if (!overlap(projection, ties[0] as number, ties[1] as number)) return undefined
  return { name: textAt(projection.names, thing), ties, thing, isOver: ties.some((tie) => isOver(projection, tie, asOf)) }
}

/** People both know, as acquaintances or by a project that is not of both. */
export function acquaintances(pair: Pair): Found[] {
  const { projection, a, b, met, known } = pair
  return met.flatMap((other): Found[] => {
    const third = known(other)
    const found = { kind: 'acquaintance' as const, sharers: third.to('KNOWS').size, things: [other] }
    const [byA, byB] = [a.to('KNOWS').get(other), b.to('KNOWS').get(other)]
    if (byA && byB)
      return [
        {
          ...found,
          sentence: words.acquaintance(a.name, b.name, third.name),
          entities: [other],
          ties: [latest(projection, byA), latest(projection, byB)]
        }
      ]
    const ties = byA ?? byB
    const [knower, carrier] = byA ? [a, b] : [b, a]
    const project = ties && projectWith(pair, carrier, third)
    if (!project || knower.to('CARRIES').has(project.thing)) return []
    return [
      {
        ...found,
        sentence: words.acquaintanceByProject(knower.name, third.name, {
          person: carrier.name,
          project: project.name,
          isOver: project.isOver
        }),
        entities: [other, project.thing],
        ties: [latest(projection, ties), ...project.ties]
      }
    ]
  })
}

/** Who follows whom online, and whom both follow. */
export function readings({ projection, a, b }: Pair): Found[] {
  const [forth, back] = [a.to('FOLLOWS').get(b.entity), b.to('FOLLOWS').get(a.entity)]
  const found = { kind: 'reads' as const, entities: [], sharers: FEW, things: [] }
  const each: Found[] = []
  if (forth && back)
    each.push({ ...found, sentence: words.readEachOther(a.name, b.name), ties: [latest(projection, forth), latest(projection, back)] })
  else if (forth) each.push({ ...found, sentence: words.reads(a.name, b.name), ties: [latest(projection, forth)] })
  else if (back) each.push({ ...found, sentence: words.reads(b.name, a.name), ties: [latest(projection, back)] })
  for (const other of inBoth(a.to('FOLLOWS'), b.to('FOLLOWS'))) {
    const ties = [a, b].map((known) => latest(projection, known.to('FOLLOWS').get(other) ?? []))
    const sentence = words.readBoth(a.name, b.name, textAt(projection.names, other))
    each.push({ ...found, sentence, entities: [other], ties, sharers: sharersOf(projection, other), things: [other] })
  }
  return each
}

/** Events where both were, or will be. */
export function events({ projection, a, b, asOf }: Pair): Found[] {
  const being = (known: Known): Map<number, readonly number[]> => new Map([...known.to('ATTENDED'), ...known.to('PRESENTED_AT')])
  const [ofA, ofB] = [being(a), being(b)]
  return inBoth(ofA, ofB).map((event) => {
    const ties = [latest(projection, ofA.get(event) ?? []), latest(projection, ofB.get(event) ?? [])]
    const { starts_at } = fieldsAt(projection, event)
    const day = starts_at === undefined ? undefined : String(starts_at).slice(0, 10)
    const when = day ? { fr: spokenOn(day, 'fr'), en: spokenOn(day, 'en') } : undefined
    const isToCome = ties.every((tie) => (projection.heldTo[tie] as number) > asOf && (projection.heldTo[tie] as number) !== EVER)
    return {
      kind: 'event',
      sentence: words.event(a.name, b.name, textAt(projection.names, event), when, isToCome),
      entities: [event],
      ties,
      sharers: sharersOf(projection, event),
      things: [event]
    }
  })
}

/** The territory and the town of both. */
export function places({ projection, a, b }: Pair): Found[] {
  const found = inBoth(a.to('LOCATED_IN'), b.to('LOCATED_IN')).map((territory): Found => {
    const ties = [a, b].map((known) => latest(projection, known.to('LOCATED_IN').get(territory) ?? []))
    const sentence = words.territory(a.name, b.name, textAt(projection.names, territory))
    return { kind: 'place', sentence, entities: [territory], ties, sharers: sharersOf(projection, territory), things: [] }
  })
  const city = a.field('city')
  const isSame = city !== '' && fold(city) === fold(b.field('city'))
  const isTold = found.some(({ entities }) => entities.some((territory) => fold(textAt(projection.names, territory)) === fold(city)))
  if (!isSame || isTold) return found
  return [...found, { kind: 'place', sentence: words.city(a.name, b.name, city), entities: [], ties: [], sharers: 2 * FEW, things: [] }]
}
