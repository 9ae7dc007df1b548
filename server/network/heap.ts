/** Whole numbers by their priority, the smallest priority first: a binary heap in typed arrays. */
export class Heap {
  private priorities = new Float64Array(1 << 10)
  private items = new Int32Array(1 << 10)
  size = 0

  push(item: number, priority: number): void {
    if (this.size === this.items.length) this.grow()
    let place = this.size
    this.size += 1
    while (place > 0) {
      const above = (place - 1) >> 1
      if ((this.priorities[above] as number) <= priority) break
      this.move(above, place)
      place = above
    }
    this.priorities[place] = priority
    this.items[place] = item
  }

  /** The smallest priority; Infinity where nothing is left. */
  top(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.priorities[0] as number)
  }

  /** Takes the item of the smallest priority; there must be one. */
  pop(): number {
    const first = this.items[0] as number
    this.size -= 1
    const priority = this.priorities[this.size] as number
    const item = this.items[this.size] as number
    let place = 0
    for (;;) {
      let below = place * 2 + 1
      if (below >= this.size) break
      if (below + 1 < this.size && (this.priorities[below + 1] as number) < (this.priorities[below] as number)) below += 1
      if ((this.priorities[below] as number) >= priority) break
      this.move(below, place)
      place = below
    }
    this.priorities[place] = priority
    this.items[place] = item
    return first
  }

  private move(from: number, to: number): void {
    this.priorities[to] = this.priorities[from] as number
    this.items[to] = this.items[from] as number
  }

  private grow(): void {
    const priorities = new Float64Array(this.priorities.length * 2)
    priorities.set(this.priorities)
    this.priorities = priorities
    const items = new Int32Array(this.items.length * 2)
    items.set(this.items)
    this.items = items
  }
}
