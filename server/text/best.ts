/** The few least of all the numbers that are offered, in ascending order, each with what it stands for. */
export class Best<T> {
  readonly items: { key: number; item: T }[] = []
  /** Only what is below is still taken. */
  bound: number
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
    this.bound = limit > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  }

  offer(key: number, item: T): void {
    if (key >= this.bound) return
    let at = this.items.length
    while (at > 0 && (this.items[at - 1] as { key: number }).key > key) at--
    this.items.splice(at, 0, { key, item })
    if (this.items.length > this.limit) this.items.pop()
    if (this.items.length === this.limit) this.bound = (this.items[this.limit - 1] as { key: number }).key
  }
}
