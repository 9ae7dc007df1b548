import type { IceBreaker, IceBreakerKind } from '#contract/ice-breakers.ts'
import { bothMet } from '../matches/circle.ts'
import type { Ground } from '../matches/ground.ts'
import { type Projection, refAt, tieAt } from '../network/projection.ts'
import { FEW, type Found, type Pair } from './found.ts'
import { Known } from './known.ts'
import { acquaintances, events, past, places, readings } from './shared.ts'
import { anecdotes, commonWords, questions } from './texts.ts'
import { answers, programmes, themes } from './work.ts'

/** How good a first word each kind makes, 0 to 1, before how many share it. */
const worth: Record<IceBreakerKind, number> = {
  answers: 1,
  past: 0.8,
  acquaintance: 0.8,
  anecdote: 0.75,
  reads: 0.7,
  event: 0.6,
  theme: 0.6,
  program: 0.55,
  words: 0.5,
  place: 0.35,
  question: 0
}

/** What more than so many are tied to is no surprise, however far it is. */
const MANY = 20
const MOST = 10
const MOST_OF_A_KIND = 2
/** Below so many, what they could ask each other is told too. */
const ENOUGH = 3
/** So many acquaintances of both are looked at. */
const MOST_MET = 200

/**
 * First words for two people: what they share, the unexpected first, never more than two of a kind; and where that is little, what each
 * could ask the other. Unexpected is what few share, or what has none of the themes the two are known for.
 */
export function iceBreakers(projection: Projection, { terms, circles, asOf }: Ground, a: number, b: number): IceBreaker[] {
  const looked = new Map<number, Known>()
  const known = (entity: number): Known => {
    const found = looked.get(entity) ?? new Known(projection, entity, asOf)
    looked.set(entity, found)
    return found
  }
  const pair: Pair = { projection, terms, a: known(a), b: known(b), met: bothMet(circles, a, b).slice(0, MOST_MET), known, asOf }
  const themed = new Set([...pair.a.to('ABOUT').keys(), ...pair.b.to('ABOUT').keys()])
  const isFar = (thing: number): boolean => {
    const about = [...known(thing).to('ABOUT').keys()]
    return about.length > 0 && !about.some((theme) => themed.has(theme))
  }
  const found = [answers, past, acquaintances, anecdotes, readings, events, themes, programmes, commonWords, places]
    .flatMap((kind) => kind(pair))
    .map((each) => ({
      ...each,
      isUnexpected: each.isUnexpected ?? (each.sharers <= FEW || (each.sharers <= MANY && each.things.some(isFar))),
      score: worth[each.kind] / (1 + Math.log(Math.max(1, each.sharers / 2)))
    }))
    .sort((one, other) => Number(other.isUnexpected) - Number(one.isUnexpected) || other.score - one.score)
  const ofKind = new Map<IceBreakerKind, number>()
  const spoken = new Set(found.flatMap(({ kind, words = [] }) => (kind === 'anecdote' ? words : [])))
  const shared = found.filter(({ kind, words = [] }) => {
    // What an anecdote tells is not told again as a word.
    if (kind === 'words' && words.every((word) => spoken.has(word))) return false
    const count = (ofKind.get(kind) ?? 0) + 1
    ofKind.set(kind, count)
    return count <= MOST_OF_A_KIND
  })
  const asked = shared.length < ENOUGH ? questions(pair) : []
  return [...shared.slice(0, MOST), ...asked].map((each) => told(projection, each))
}

function told(projection: Projection, { kind, sentence, entities, ties, words, isUnexpected = false }: Found): IceBreaker {
  return {
    kind,
    sentence,
    entities: [...new Set(entities)].map((entity) => refAt(projection, entity)),
    ties: [...new Set(ties)].map((tie) => tieAt(projection, tie)),
    ...(words && { words }),
    unexpected: isUnexpected
  }
}
