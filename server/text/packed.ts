/** Texts in one run of UTF-8 bytes: the i-th lies between `offsets[i]` and `offsets[i + 1]`. Shared between threads without a copy. */
export interface PackedTexts {
  bytes: Uint8Array
  offsets: Uint32Array
}

const encoder = new TextEncoder()

/** Packs texts one after the other, growing as needed, into memory that threads share. */
export class Packer {
  private bytes = Buffer.alloc(1 << 16)
  private ends: number[] = []
  private length = 0

  add(text: string): number {
    const most = text.length * 3
    if (this.length + most > this.bytes.length) {
      const grown = Buffer.alloc(Math.max(this.bytes.length * 2, this.length + most))
      this.bytes.copy(grown, 0, 0, this.length)
      this.bytes = grown
    }
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written
    this.ends.push(this.length)
    return this.ends.length - 1
  }

  pack(): PackedTexts {
    const bytes = new Uint8Array(new SharedArrayBuffer(this.length))
    bytes.set(this.bytes.subarray(0, this.length))
    const offsets = sharedUint32(this.ends.length + 1)
    for (let i = 0; i < this.ends.length; i++) offsets[i + 1] = this.ends[i] as number
    return { bytes, offsets }
  }
}

/** The bytes of packed texts as Node reads them; made once. */
const readable = new WeakMap<Uint8Array, Buffer>()

/** The i-th text. */
export function textAt({ bytes, offsets }: PackedTexts, i: number): string {
  let buffer = readable.get(bytes)
  if (!buffer) {
    buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    readable.set(bytes, buffer)
  }
  return buffer.toString('utf8', offsets[i], offsets[i + 1])
}

/** How many texts there are. */
export const packedCount = (texts: PackedTexts): number => texts.offsets.length - 1

/** So many zeros of one byte each, in memory that threads share. */
export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))
/** As `sharedUint8`, of two bytes. */
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(length * 2))
/** As `sharedUint8`, of four bytes. */
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4))
/** As `sharedUint8`, of four bytes with a sign. */
export const sharedInt32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
/** As `sharedUint8`, of four bytes with fractions. */
export const sharedFloat32 = (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(length * 4))
/** As `sharedUint8`, of eight bytes with fractions. */
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * 8))
