import { sharedUint32 } from '../text/packed.ts'

/** A list of whole numbers that grows without keeping an object for each. */
export class GrowingUint32 {
  private values: Uint32Array = new Uint32Array(1 << 12)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length] = value
    this.length += 1
  }

  at(i: number): number {
    return this.values[i] as number
  }

  /** Copied into memory that threads share. */
  share(): Uint32Array {
    const shared = sharedUint32(this.length)
    shared.set(this.values.subarray(0, this.length))
    return shared
  }
}
