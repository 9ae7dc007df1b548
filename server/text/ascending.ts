import type { Range } from './lexicon.ts'
import { leastAt, type Minima } from './minima.ts'

interface Part {
  least: number
  at: number
  from: number
  to: number
}

/**
 * The numbers of some ranges, least first, without reading or sorting the ranges: the range of the least is parted around it.
 * A number that stands in several ranges comes several times.
 */
export function* ascending(minima: Minima, ranges: Range[]): Generator<number, void> {
  const numbers = minima.levels[0] as Uint32Array
  const heap: Part[] = []
  const add = (from: number, to: number) => {
    if (from >= to) return
    const at = leastAt(minima, from, to)
    push(heap, { least: numbers[at] as number, at, from, to })
  }
  for (const [from, to] of ranges) add(from, to)
  for (let part = pop(heap); part; part = pop(heap)) {
    yield part.least
    add(part.from, part.at)
    add(part.at + 1, part.to)
  }
}

function push(heap: Part[], part: Part): void {
  let at = heap.length
  heap.push(part)
  while (at > 0) {
    const parent = (at - 1) >>> 1
    const above = heap[parent] as Part
    if (above.least <= part.least) break
    heap[at] = above
    at = parent
  }
  heap[at] = part
}

function pop(heap: Part[]): Part | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] as Part).least < (heap[child] as Part).least) child++
    if ((heap[child] as Part).least >= last.least) break
    heap[at] = heap[child] as Part
    at = child
  }
  heap[at] = last
  return top
}
