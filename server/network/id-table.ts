import { type PackedTexts, packedCount, sharedUint32 } from '../text/packed.ts'

/**
 * Finds a text among packed ones by hashing: open addressing with linear probing, at most half full. A slot holds the place of a
 * text plus one; 0 is free.
 */
export type IdTable = Uint32Array

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let i = start; i < end; i++) value = Math.imul(value ^ (bytes[i] as number), 0x01000193)
  return value >>> 0
}

/** The table of some ids, each of which stands among them once. */
export function buildIdTable(ids: PackedTexts): IdTable {
  const count = packedCount(ids)
  let size = 16
  while (size < count * 2) size *= 2
  const table = sharedUint32(size)
  for (let i = 0; i < count; i++) {
    let slot = hash(ids.bytes, ids.offsets[i] as number, ids.offsets[i + 1] as number) & (size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = i + 1
  }
  return table
}

/** The place of `id` among `ids`, or -1. */
export function findId(table: IdTable, ids: PackedTexts, id: string): number {
  const sought = Buffer.from(id, 'utf8')
  const mask = table.length - 1
  for (let slot = hash(sought, 0, sought.length) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const i = (table[slot] as number) - 1
    const start = ids.offsets[i] as number
    if ((ids.offsets[i + 1] as number) - start === sought.length && sought.compare(ids.bytes, start, start + sought.length) === 0) return i
  }
  return -1
}
