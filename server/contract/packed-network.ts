import type { NetworkHead } from './network.ts'

/*
 * What the map draws, as a browser takes it in at once: a head in JSON, then arrays. It holds what the JSON form holds, rounded to what can
 * be seen. Asked for with this type in Accept; docs/decisions/0005-packed-network.md has the measures.
 */
export const PACKED_TYPE = 'application/vnd.entremise.network'

/** Above so many entities, ids and names and the days of ties are asked for apart. */
export const MOST_WITH_ALL = 5000

/** The head, and what entities name by a place in a list. */
interface PackedHead extends NetworkHead {
  themes: string[]
  territories: string[]
}

export interface PackedNames {
  ids: string[]
  names: string[]
}

/** The day before 1 January 1900, counted from 1 January 1970: days on the wire are counted from it, and reach into 2079. */
export const DAY_ZERO = -25_568

/** Where the last day of a tie is not known. */
export const NOT_KNOWN_END = 65_535

/** First and last day that each tie is known to hold, counted from DAY_ZERO; 0 and NOT_KNOWN_END where not known. */
export interface PackedTimes {
  from: Uint16Array
  to: Uint16Array
}

/** Entities are called by their place; ties stand in the order of where they start, then of where they end. */
export interface PackedNetwork {
  head: PackedHead
  /** Place of each entity's kind in the vocabulary's `types`. */
  kinds: Uint8Array
  /** 0 to 65535. */
  x: Uint16Array
  y: Uint16Array
  communities: Uint16Array
  degrees: Uint16Array
  /** Square root of the centrality, 0 to 255. */
  betweenness: Uint8Array
  pagerank: Uint8Array
  /** Places in the head's `themes` and `territories`, plus one; 0 is none. */
  themes: Uint16Array
  territories: Uint16Array
  /** How many neighbours are not drawn. */
  hidden: Uint16Array
  starts: Uint32Array
  ends: Uint32Array
  /** Place of each tie's relation in the vocabulary's `relationNames`. */
  relations: Uint8Array
  /** Absent where they are asked for apart. */
  names?: PackedNames
  times?: PackedTimes
}

type Sections = Record<string, Uint8Array | Uint16Array>

const aligned = (length: number): number => (length + 3) & ~3

/** A head in JSON and named arrays, one after the other: its length, itself, then each array from a multiple of four bytes on. */
function pack(head: object, sections: Sections): Uint8Array<ArrayBuffer> {
  const listed = Object.entries(sections)
  const text = new TextEncoder().encode(
    JSON.stringify({ head, sections: listed.map(([name, array]) => [name, array.BYTES_PER_ELEMENT, array.length]) })
  )
  const length = listed.reduce((sum, [, array]) => sum + aligned(array.byteLength), 4 + aligned(text.length))
  const bytes = new Uint8Array(length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  let offset = 4 + aligned(text.length)
  for (const [, array] of listed) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset)
    offset += aligned(array.byteLength)
  }
  return bytes
}

function unpack(buffer: ArrayBuffer): { head: unknown; sections: Sections } {
  const length = new DataView(buffer).getUint32(0, true)
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as {
    head: unknown
    sections: [name: string, width: 1 | 2, length: number][]
  }
  const sections: Sections = {}
  let offset = 4 + aligned(length)
  for (const [name, width, count] of told.sections) {
    sections[name] = width === 1 ? new Uint8Array(buffer, offset, count) : new Uint16Array(buffer, offset, count)
    offset += aligned(width * count)
  }
  return { head: told.head, sections }
}

/** Numbers in groups of seven bits, the last of each without the high bit (LEB128). */
class Varints {
  private bytes = new Uint8Array(1024)
  private length = 0

  push(number: number): void {
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    let left = number
    while (left > 127) {
      this.bytes[this.length++] = (left & 127) | 128
      left >>>= 7
    }
    this.bytes[this.length++] = left
  }

  all(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }
}

/** Where ties start and end: for each entity how many start there, then the difference from one end to the next, sign last. */
function packTies(entities: number, { starts, ends }: Pick<PackedNetwork, 'starts' | 'ends'>): Uint8Array {
  const written = new Varints()
  let tie = 0
  for (let entity = 0; entity < entities; entity++) {
    let after = tie
    while (starts[after] === entity) after++
    written.push(after - tie)
    let last = entity
    for (; tie < after; tie++) {
      const step = (ends[tie] as number) - last
      written.push(step < 0 ? -2 * step - 1 : 2 * step)
      last = ends[tie] as number
    }
  }
  return written.all()
}

function unpackTies(bytes: Uint8Array, entities: number, ties: number): Pick<PackedNetwork, 'starts' | 'ends'> {
  const starts = new Uint32Array(ties)
  const ends = new Uint32Array(ties)
  let at = 0
  const next = (): number => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }
  let tie = 0
  for (let entity = 0; entity < entities; entity++) {
    let last = entity
    for (let left = next(); left > 0; left--) {
      const step = next()
      last += step & 1 ? -((step + 1) >> 1) : step >> 1
      starts[tie] = entity
      ends[tie++] = last
    }
  }
  return { starts, ends }
}

const asBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const fromBytes = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))

/** A part of an answer says of which revision it is: one asked for later may be of another. */
type OfRevision<Part> = Part & { revision: number }

export const packNames = ({ revision, ids, names }: OfRevision<PackedNames>): Uint8Array<ArrayBuffer> =>
  pack({ revision }, { names: asBytes({ ids, names }) })

export function unpackNames(buffer: ArrayBuffer): OfRevision<PackedNames> {
  const { head, sections } = unpack(buffer)
  return { ...(head as { revision: number }), ...(fromBytes(sections.names as Uint8Array) as PackedNames) }
}

export const packTimes = ({ revision, from, to }: OfRevision<PackedTimes>): Uint8Array<ArrayBuffer> => pack({ revision }, { from, to })

export function unpackTimes(buffer: ArrayBuffer): OfRevision<PackedTimes> {
  const { head, sections } = unpack(buffer)
  return { ...(head as { revision: number }), ...(sections as unknown as PackedTimes) }
}

export function packNetwork({ head, starts, ends, names, times, ...arrays }: PackedNetwork): Uint8Array<ArrayBuffer> {
  return pack(head, {
    ...arrays,
    ties: packTies(arrays.kinds.length, { starts, ends }),
    ...(names && { names: asBytes(names) }),
    ...(times && { from: times.from, to: times.to })
  })
}

export function unpackNetwork(buffer: ArrayBuffer): PackedNetwork {
  const { head, sections } = unpack(buffer)
  const { ties, names, from, to, ...arrays } = sections as Sections & { kinds: Uint8Array; relations: Uint8Array; ties: Uint8Array }
  return {
    ...(arrays as unknown as Omit<PackedNetwork, 'head' | 'starts' | 'ends'>),
    head: head as PackedHead,
    ...unpackTies(ties, arrays.kinds.length, arrays.relations.length),
    ...(names && { names: fromBytes(names as Uint8Array) as PackedNames }),
    ...(from && to && { times: { from, to } as PackedTimes })
  }
}
