import { types } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { fieldsAt, otherEnd, type Projection, entityCount } from '../network/projection.ts'
import { searched } from '../network/searched.ts'
import { type PackedTexts, Packer, sharedFloat32, sharedUint32, textAt } from '../text/packed.ts'
import { stem } from '../text/stem.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { tokens } from '../text/tokens.ts'
import { freshness, type Members } from './members.ts'
import { PALE_WORDS } from './pale-words.ts'
import { eachOf, type Offsets, rowsOf } from './rows.ts'

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
const SHORTEST = 2
/** Rarity is held against those who say so much, where they are not few: many who say a word or two would make every word of a text rare. */
const TALKATIVE = 12
const FEW = 50

/** What people call what they do counts as if they said it so many times. */
const ROLE_TIMES = 3
const NAME_TIMES = 2

/** Fields that are no text about what somebody does. */
const unsaid = new Set(['name', 'city', 'siren'])

const [person, project] = [types.indexOf('person'), types.indexOf('project')]
const speaking = new Set((['person', 'organization', 'project', 'program'] as const).map((type) => types.indexOf(type)))

/** Whether a kind is one of those who may meet. */
export const isMeetingKind = (kind: number): boolean => speaking.has(kind)

/** The terms of texts by their numbers, and a word for each. */
class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  readonly words: string[] = []

  numberOf(token: string): number {
    const known = this.numbers.get(token)
    if (known !== undefined) return known
    const root = stem(token)
    let number = this.stems.get(root)
    if (number === undefined) {
      number = this.words.push(token) - 1
      this.stems.set(root, number)
    }
    this.numbers.set(token, number)
    return number
  }
}

/** How often each term stands in what an entity says of itself, themes and territory included; the name of a person says nothing. */
function ownCounts(projection: Projection, entity: number, vocabulary: Vocabulary): { counts: Map<number, number>; length: number } {
  const counts = new Map<number, number>()
  const kind = projection.kinds[entity] as number
  const read = (text: string, times = 1): void => {
    for (const token of tokens(text)) {
      if (token.length < SHORTEST || STOP_WORDS.has(token) || PALE_WORDS.has(token)) continue
      const term = vocabulary.numberOf(token)
      counts.set(term, (counts.get(term) ?? 0) + times)
    }
  }
  const fields = fieldsAt(projection, entity)
  const own = searched[kind] ?? []
  for (const { name, field } of own)
    if (field.is === 'value' && !unsaid.has(name) && fields[name] !== undefined)
      read(String(fields[name]), name === 'role' ? ROLE_TIMES : 1)
  const length = counts.size
  if (kind !== person && fields.name !== undefined) read(String(fields.name), NAME_TIMES)
  for (const { field } of own) if (field.is === 'tie') readEnds(projection, entity, field.relation as RelationName, read)
  return { counts, length }
}

function readEnds(projection: Projection, entity: number, relation: RelationName, read: (text: string) => void): void {
  if (relation === 'LOCATED_IN') return
  const sought = relationNames.indexOf(relation)
  eachOf(projection.incidentOffsets, entity, (at) => {
    const tie = projection.incident[at] as number
    if (projection.relations[tie] === sought) read(textAt(projection.names, otherEnd(projection, tie, entity)))
  })
}

/** The terms of everybody, as the day `asOf` knew who was in which project. */
export function termsOf(projection: Projection, members: Members, asOf: number): Terms {
  const entities = entityCount(projection)
  const vocabulary = new Vocabulary()
  const lengths = sharedUint32(entities)
  const own: (Map<number, number> | undefined)[] = []
  for (let entity = 0; entity < entities; entity++) {
    const said = speaking.has(projection.kinds[entity] as number) ? ownCounts(projection, entity, vocabulary) : undefined
    lengths[entity] = said?.length ?? 0
    own.push(said?.counts)
  }

  const said = own.map((counts, entity) => counts && withProjects(counts, entity))
  function withProjects(counts: Map<number, number>, entity: number): Map<number, number> {
    if (projection.kinds[entity] === project || members.offsets[entity] === members.offsets[entity + 1]) return counts
    const all = new Map(counts)
    eachOf(members.offsets, entity, (at) => {
      const share = freshness(members.since[at] as number, asOf)
      for (const [term, count] of own[members.others[at] as number] ?? [])
        all.set(term, (all.get(term) ?? 0) + (1 + Math.log(count)) * share)
    })
    return all
  }

  // Counted among what each says of itself: the text of a project is one, however many people speak by it.
  const holding = new Uint32Array(vocabulary.words.length)
  let speakers = 0
  for (const counts of own) {
    if (!counts || counts.size === 0) continue
    if (counts.size >= TALKATIVE) speakers += 1
    for (const term of counts.keys()) holding[term] = (holding[term] as number) + 1
  }
  // Where few say much, rarity is held against everybody.
  if (speakers < FEW) speakers = own.filter((counts) => counts && counts.size > 0).length
  const rarity = Float64Array.from(holding, (holders) =>
    holders === 0 || (holders > LEAST_COMMON && holders > speakers * COMMON) ? 0 : Math.log(1 + speakers / holders)
  )
  return { ...packed(said, rarity, vocabulary.words), lengths }
}

function packed(
  said: readonly (Map<number, number> | undefined)[],
  rarity: Float64Array,
  words: readonly string[]
): Omit<Terms, 'lengths'> {
  const kept = said.map((counts) => {
    const weighed = [...(counts ?? [])].map(([term, count]) => ({ term, weight: Math.log(1 + count) * (rarity[term] as number) }))
    return weighed
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, MOST_TERMS)
  })
  const { offsets, next } = rowsOf(said.length, (entity) => kept[entity]?.length ?? 0)
  const total = offsets[said.length] as number
  const [terms, weights] = [sharedUint32(total), sharedFloat32(total)]
  const holding = new Uint32Array(words.length)
  kept.forEach((row, entity) => {
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
    for (const { term, weight } of row) {
      const at = next[entity] as number
      next[entity] = at + 1
      terms[at] = term
      weights[at] = weight / length
      holding[term] = (holding[term] as number) + 1
    }
  })
  const byTerm = rowsOf(words.length, (term) => holding[term] as number)
  const [holders, holderWeights] = [sharedUint32(total), sharedFloat32(total)]
  for (let entity = 0; entity < said.length; entity++) {
    eachOf(offsets, entity, (at) => {
      const place = byTerm.next[terms[at] as number] as number
      byTerm.next[terms[at] as number] = place + 1
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
