import { types } from '#contract/vocabulary/kinds.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { type PackedTexts, Packer, sharedFloat32, sharedUint32, textAt } from '../text/packed.ts'
import { freshness, type Members } from './members.ts'
import { eachOf, type Offsets, rowSize, rowsOf } from './rows.ts'
import { isMeetingKind, type Said } from './said.ts'

/**
 * What everybody's texts are about: for each person, organization, project and programme the terms that tell most, weighted by how
 * often it uses them and how few others do (tf–idf: Spärck Jones 1972), each row of length 1; and by term, who has it. A term is a
 * stem; people and organizations also speak by the texts of their projects, the latest most.
 */
export interface Terms {
  offsets: Offsets
  terms: Uint32Array
  weights: Float32Array
  /** How many different terms an entity says of itself, its name and themes left out: the texts of few say little. */
  lengths: Uint32Array
  holderOffsets: Offsets
  holders: Uint32Array
  holderWeights: Float32Array
  /** A word for each term, as somebody wrote it. */
  words: PackedTexts
}

/** So many of the terms that tell most are kept of each. */
const MOST_TERMS = 120
/** A term that more than this share of all, and more than so many, have tells nobody apart. */
const COMMON = 0.3
const LEAST_COMMON = 10
/** Rarity is held against those who say so much, where they are not few: many who say a word or two would make every word of a text rare. */
const TALKATIVE = 12
const FEW = 50

const project = types.indexOf('project')

/** The terms of everybody, as the day `asOf` knew who was in which project. */
export function termsOf(projection: Projection, said: Said, members: Members, asOf: number): Terms {
  const entities = entityCount(projection)
  const counts = new Counts(said.words.length)
  const spoken = (entity: number): void => {
    counts.clear()
    eachOf(said.offsets, entity, (at) => counts.add(said.terms[at] as number, said.counts[at] as number))
    if (projection.kinds[entity] === project || !isMeetingKind(projection.kinds[entity] as number)) return
    eachOf(members.offsets, entity, (at) => {
      const group = members.others[at] as number
      const share = freshness(members.since[at] as number, asOf)
      eachOf(said.offsets, group, (place) => counts.add(said.terms[place] as number, (1 + Math.log(said.counts[place] as number)) * share))
    })
  }

  // Counted among what each says of itself: the text of a project is one, however many people speak by it.
  const holding = new Uint32Array(said.words.length)
  for (const term of said.terms) holding[term] = (holding[term] as number) + 1
  let [talkative, all, most] = [0, 0, 0]
  for (let entity = 0; entity < entities; entity++) {
    const own = rowSize(said.offsets, entity)
    if (own > 0) all += 1
    if (own >= TALKATIVE) talkative += 1
    spoken(entity)
    most += Math.min(counts.size, MOST_TERMS)
  }
  // Where few say much, rarity is held against everybody.
  const speakers = talkative < FEW ? all : talkative
  const rarity = Float64Array.from(holding, (holders) =>
    holders === 0 || (holders > LEAST_COMMON && holders > speakers * COMMON) ? 0 : Math.log(1 + speakers / holders)
  )
  const [terms, weights] = [sharedUint32(most), sharedFloat32(most)]
  const offsets = sharedUint32(entities + 1)
  let next = 0
  for (let entity = 0; entity < entities; entity++) {
    spoken(entity)
    const row = counts.telling(rarity, MOST_TERMS)
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
    for (const { term, weight } of row) {
      terms[next] = term
      weights[next++] = weight / length
    }
    offsets[entity + 1] = next
  }
  return { ...withHolders(offsets, terms.subarray(0, next), weights.subarray(0, next), said.words), lengths: said.lengths }
}

/** How often terms are said by one; used again from one to the next. */
class Counts {
  private readonly counts: Float64Array
  private readonly terms: number[] = []

  constructor(terms: number) {
    this.counts = new Float64Array(terms)
  }

  get size(): number {
    return this.terms.length
  }

  clear(): void {
    for (const term of this.terms) this.counts[term] = 0
    this.terms.length = 0
  }

  add(term: number, count: number): void {
    const known = this.counts[term] as number
    if (known === 0) this.terms.push(term)
    this.counts[term] = known + count
  }

  /** The terms that tell most, those first. */
  telling(rarity: Float64Array, most: number): { term: number; weight: number }[] {
    const weighed: { term: number; weight: number }[] = []
    for (const term of this.terms) {
      const weight = Math.log(1 + (this.counts[term] as number)) * (rarity[term] as number)
      if (weight > 0) weighed.push({ term, weight })
    }
    return weighed.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, most)
  }
}

/** The same by term, and a word for each. */
function withHolders(offsets: Offsets, terms: Uint32Array, weights: Float32Array, words: readonly string[]): Omit<Terms, 'lengths'> {
  const holding = new Uint32Array(words.length)
  for (const term of terms) holding[term] = (holding[term] as number) + 1
  const byTerm = rowsOf(words.length, (term) => holding[term] as number)
  const [holders, holderWeights] = [sharedUint32(terms.length), sharedFloat32(terms.length)]
  for (let entity = 0; entity < offsets.length - 1; entity++) {
    eachOf(offsets, entity, (at) => {
      const term = terms[at] as number
      const place = byTerm.next[term] as number
      byTerm.next[term] = place + 1
      holders[place] = entity
      holderWeights[place] = weights[at] as number
    })
  }
  const packer = new Packer()
  for (const word of words) packer.add(word)
  return { offsets, terms, weights, holderOffsets: byTerm.offsets, holders, holderWeights, words: packer.pack() }
}

/** The words that two share, and what each adds to how alike they are (cosine), the most telling first. */
export function sharedTerms(terms: Terms, a: number, b: number): { term: number; product: number }[] {
  const own = new Map<number, number>()
  eachOf(terms.offsets, a, (at) => own.set(terms.terms[at] as number, terms.weights[at] as number))
  const shared: { term: number; product: number }[] = []
  eachOf(terms.offsets, b, (at) => {
    const weight = own.get(terms.terms[at] as number)
    if (weight !== undefined) shared.push({ term: terms.terms[at] as number, product: weight * (terms.weights[at] as number) })
  })
  return shared.sort((x, y) => y.product - x.product || x.term - y.term)
}

/** A word for a term. */
export const wordOf = (terms: Terms, term: number): string => textAt(terms.words, term)
