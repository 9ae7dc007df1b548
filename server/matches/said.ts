import type { RelationName } from '#contract/vocabulary/relations.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { GrowingUint32 } from '../network/growing.ts'
import { entityCount, fieldsAt, otherEnd, type Projection } from '../network/projection.ts'
import { searched } from '../network/searched.ts'
import { fold } from '../text/fold.ts'
import { sharedUint32, textAt } from '../text/packed.ts'
import { stem } from '../text/stem.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { tokens } from '../text/tokens.ts'
import { PALE_WORDS } from './pale-words.ts'
import type { Offsets } from './rows.ts'

/** What each says of itself, in compressed sparse rows; the same on every day, so that it is read once. A term is a stem. */
export interface Said {
  offsets: Offsets
  terms: Uint32Array
  /** How often it says the term. */
  counts: Uint32Array
  /** How many different terms it says, its name and themes left out. */
  lengths: Uint32Array
  /** A word for each term, as somebody wrote it. */
  words: string[]
  /** Numbers of the city and of the role or kind as they are written; 0 where there is none. */
  cities: Uint32Array
  roles: Uint32Array
}

const SHORTEST = 2
/** What people call what they do counts as if they said it so many times. */
const ROLE_TIMES = 3
const NAME_TIMES = 2
/** Fields that are no text about what somebody does. */
const unsaid = new Set(['name', 'city', 'siren'])

const person = types.indexOf('person')
const speaking = new Set((['person', 'organization', 'project', 'program'] as const).map((type) => types.indexOf(type)))

/** Whether a kind is one of those who may meet. */
export const isMeetingKind = (kind: number): boolean => speaking.has(kind)

/** What everybody who may meet says. */
export function saidOf(projection: Projection): Said {
  const entities = entityCount(projection)
  const reader = new Reader()
  const [terms, counts] = [new GrowingUint32(), new GrowingUint32()]
  const [cities, roles, lengths] = [sharedUint32(entities), sharedUint32(entities), sharedUint32(entities)]
  const offsets = sharedUint32(entities + 1)
  const places = new Numbers()
  for (let entity = 0; entity < entities; entity++) {
    if (isMeetingKind(projection.kinds[entity] as number)) {
      const fields = fieldsAt(projection, entity)
      cities[entity] = places.of(fields.city)
      roles[entity] = places.of(fields.role ?? fields.kind)
      lengths[entity] = readOwn(projection, entity, fields, reader)
      for (const [term, count] of reader.counts) {
        terms.push(term)
        counts.push(count)
      }
    }
    offsets[entity + 1] = terms.length
  }
  return { offsets, terms: terms.share(), counts: counts.share(), lengths, words: reader.words, cities, roles }
}

/** Texts by their numbers from 1 on, the same where they fold to the same; 0 is no text. */
class Numbers {
  private readonly written = new Map<unknown, number>()
  private readonly folded = new Map<string, number>()

  of(text: unknown): number {
    const known = this.written.get(text)
    if (known !== undefined) return known
    const key = fold(String(text ?? '')).trim()
    let number = key ? this.folded.get(key) : 0
    if (number === undefined) {
      number = this.folded.size + 1
      this.folded.set(key, number)
    }
    this.written.set(text, number)
    return number
  }
}

/** Words never reach across these. */
const GAP = /[ \t\r\n]+/

/** Counts the terms of texts. */
class Reader {
  /** How often each term stands in what was read since `counts` was cleared. */
  readonly counts = new Map<number, number>()
  /** A word for each term. */
  readonly words: string[] = []
  private readonly stems = new Map<string, number>()
  /** By what stands between two gaps: the terms in it. Most of a text was read before, in another. */
  private readonly known = new Map<string, number[]>()

  read(text: string, times = 1): void {
    for (const piece of text.split(GAP)) {
      let terms = this.known.get(piece)
      if (!terms) {
        terms = tokens(piece)
          .filter(isTelling)
          .map((token) => this.termOf(token))
        this.known.set(piece, terms)
      }
      for (const term of terms) this.counts.set(term, (this.counts.get(term) ?? 0) + times)
    }
  }

  private termOf(token: string): number {
    const root = stem(token)
    const known = this.stems.get(root)
    if (known !== undefined) return known
    const term = this.words.push(token) - 1
    this.stems.set(root, term)
    return term
  }
}

const isTelling = (token: string): boolean => token.length >= SHORTEST && !STOP_WORDS.has(token) && !PALE_WORDS.has(token)

/**
 * Reads what an entity says of itself, themes included; the name of a person says nothing. Gives how many different terms it says but for
 * its name and themes.
 */
function readOwn(projection: Projection, entity: number, fields: Record<string, string | number>, reader: Reader): number {
  reader.counts.clear()
  const kind = projection.kinds[entity] as number
  const own = searched[kind] ?? []
  for (const { name, field } of own)
    if (field.is === 'value' && !unsaid.has(name) && fields[name] !== undefined)
      reader.read(String(fields[name]), name === 'role' ? ROLE_TIMES : 1)
  const length = reader.counts.size
  if (kind !== person && fields.name !== undefined) reader.read(String(fields.name), NAME_TIMES)
  for (const { field } of own) if (field.is === 'tie') readEnds(projection, entity, field.relation as RelationName, reader)
  return length
}

function readEnds(projection: Projection, entity: number, relation: RelationName, reader: Reader): void {
  if (relation === 'LOCATED_IN') return
  const sought = relationNames.indexOf(relation)
  for (let at = projection.incidentOffsets[entity] as number; at < (projection.incidentOffsets[entity + 1] as number); at++) {
    const tie = projection.incident[at] as number
    if (projection.relations[tie] === sought) reader.read(textAt(projection.names, otherEnd(projection, tie, entity)))
  }
}
