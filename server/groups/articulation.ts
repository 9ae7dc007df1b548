import type { Acquainted } from './acquainted.ts'

/** Somebody without whom others would have no way left to the rest. */
export interface Articulation {
  person: number
  /** How many would be cut off, and who: everybody but the largest part of what the person holds together. */
  size: number
  cutOff(): Iterable<number>
}

/**
 * Everybody who alone holds parts of the network together: the articulation points of the graph of acquaintances (Hopcroft and Tarjan,
 * "Efficient algorithms for graph manipulation", 1973), in linear time, without recursion.
 */
export function articulationsOf({ offsets, others, people }: Acquainted): Articulation[] {
  const entities = offsets.length - 1
  /** When each was first come by, from 1 on. */
  const found = new Uint32Array(entities)
  const lowest = new Uint32Array(entities)
  const parent = new Int32Array(entities).fill(-1)
  const next = offsets.slice(0, entities)
  /** In the order they were found: whoever hangs below somebody follows them, up to `last`. */
  const order = new Uint32Array(people.length + 1)
  const last = new Uint32Array(entities)
  /** The parts that hang below each, by their first. */
  const hanging = new Map<number, number[]>()
  const articulations: Articulation[] = []
  let count = 0

  const walk = (root: number): void => {
    const first = count + 1
    let at = root
    order[++count] = at
    found[at] = lowest[at] = count
    for (;;) {
      const i = next[at] as number
      if (i < (offsets[at + 1] as number)) {
        next[at] = i + 1
        const other = others[i] as number
        if (found[other] === 0) {
          parent[other] = at
          at = other
          order[++count] = at
          found[at] = lowest[at] = count
        } else if (other !== parent[at]) lowest[at] = Math.min(lowest[at] as number, found[other] as number)
        continue
      }
      last[at] = count
      const above = parent[at] as number
      if (above < 0) break
      lowest[above] = Math.min(lowest[above] as number, lowest[at] as number)
      if ((lowest[at] as number) >= (found[above] as number)) {
        const parts = hanging.get(above)
        if (parts) parts.push(at)
        else hanging.set(above, [at])
      }
      at = above
    }
    // Of one walk the whole is known only now: what is above somebody, if anything, is a part too.
    for (const [person, parts] of hanging) gather(person, parts, first)
    hanging.clear()
  }

  const gather = (person: number, parts: number[], first: number): void => {
    const spans = parts.map((part): [number, number] => [found[part] as number, last[part] as number])
    const sizes = spans.map(([from, to]) => to - from + 1)
    const below = sizes.reduce((sum, size) => sum + size, 0)
    const above = count - first - below
    const greatest = Math.max(above, ...sizes)
    const size = below + above - greatest
    if (size === 0) return
    const until = count
    const kept = above === greatest ? -1 : sizes.indexOf(greatest)
    articulations.push({
      person,
      size,
      *cutOff() {
        for (const [place, [from, to]] of spans.entries()) if (place !== kept) for (let i = from; i <= to; i++) yield order[i] as number
        if (kept < 0) return
        const isBelow = (i: number): boolean => spans.some(([from, to]) => i >= from && i <= to)
        for (let i = first; i <= until; i++) if (order[i] !== person && !isBelow(i)) yield order[i] as number
      }
    })
  }

  for (const person of people) if (found[person] === 0) walk(person)
  return articulations
}
