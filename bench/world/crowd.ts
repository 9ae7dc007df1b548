import { type Random, powerLaw } from './random.ts'

/** Some are known by many, most by few: draws from a crowd, those of much weight more often, within one community or anywhere. */
export class Crowd {
  readonly count: number
  /** Where each community begins, and after the last where it ends. */
  private readonly bounds: Uint32Array
  private readonly sums: Float64Array

  constructor(random: Random, bounds: Uint32Array, heaviest: number) {
    this.bounds = bounds
    this.count = bounds[bounds.length - 1] as number
    this.sums = new Float64Array(this.count + 1)
    for (let i = 0; i < this.count; i++) this.sums[i + 1] = (this.sums[i] as number) + powerLaw(random, 2.3, 1, heaviest)
  }

  anyone(random: Random): number {
    return this.drawn(random, 0, this.count)
  }

  /** One of a community; anyone where nobody is in it. */
  oneOf(random: Random, community: number): number {
    const [start, end] = [this.bounds[community] as number, this.bounds[community + 1] as number]
    return start === end ? this.anyone(random) : this.drawn(random, start, end)
  }

  communityOf(place: number): number {
    return lastAtMost(this.bounds, place, 0, this.bounds.length - 1)
  }

  private drawn(random: Random, start: number, end: number): number {
    const [least, most] = [this.sums[start] as number, this.sums[end] as number]
    return Math.min(end - 1, lastAtMost(this.sums, least + random() * (most - least), start, end))
  }
}

/** The last place between `low` and `high` that holds no more than `value`. */
function lastAtMost(sorted: Float64Array | Uint32Array, value: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle
    else high = middle
  }
  return low
}
