import { type PackedTexts, packedCount, sharedUint32 } from '../text/packed.ts'
import type { Label } from './aside.ts'

/** Labels that take in new ones: the places of those that are there stay. */
export class GrowingLabels {
  private readonly labels: PackedTexts
  private readonly known = new Map<string, number>([['', 0]])
  private readonly added: Buffer[] = []

  constructor(labels: PackedTexts) {
    this.labels = labels
  }

  readonly place: Label = (given) => {
    const text = given ?? ''
    let place = this.known.get(text)
    if (place === undefined) {
      const bytes = Buffer.from(text, 'utf8')
      place = this.find(bytes)
      if (place === undefined) place = packedCount(this.labels) + this.added.push(bytes) - 1
      this.known.set(text, place)
    }
    return place
  }

  private find(text: Buffer): number | undefined {
    const { bytes, offsets } = this.labels
    for (let place = 0; place < offsets.length - 1; place++) {
      const start = offsets[place] as number
      const end = offsets[place + 1] as number
      if (end - start === text.length && text.compare(bytes, start, end) === 0) return place
    }
    return undefined
  }

  pack(): PackedTexts {
    const { bytes, offsets } = this.labels
    if (this.added.length === 0) return this.labels
    const added = Buffer.concat(this.added)
    const grown = new Uint8Array(new SharedArrayBuffer(bytes.length + added.length))
    grown.set(bytes)
    grown.set(added, bytes.length)
    const grownOffsets = sharedUint32(offsets.length + this.added.length)
    grownOffsets.set(offsets)
    for (const [i, text] of this.added.entries())
      grownOffsets[offsets.length + i] = (grownOffsets[offsets.length + i - 1] as number) + text.length
    return { bytes: grown, offsets: grownOffsets }
  }
}
