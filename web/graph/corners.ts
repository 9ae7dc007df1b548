import type { ProgramAttributeSpecification } from 'sigma/rendering'

type Corner = readonly [number, number]

/** A program, as far as items are written for it. */
interface Written {
  array: Float32Array
  isInstanced: boolean
}

/** Two triangles in place of each square of a strip. */
export const triangles = (strip: readonly Corner[]): Corner[] =>
  strip.slice(2).flatMap((corner, place) => [strip[place] as Corner, strip[place + 1] as Corner, corner])

/**
 * How a program knows the corners of what it draws. A card is given each item once, and once the corners that all have. What draws without
 * a card begins anew with each item given so, which takes most of its time: it is given each item once for each corner.
 */
export function cornersOf(
  isLean: boolean,
  attributes: ProgramAttributeSpecification[],
  corner: ProgramAttributeSpecification,
  all: readonly Corner[]
) {
  if (isLean) return { VERTICES: all.length, ATTRIBUTES: [...attributes, corner] }
  return { VERTICES: all.length, ATTRIBUTES: attributes, CONSTANT_ATTRIBUTES: [corner], CONSTANT_DATA: all.map((one) => [...one]) }
}

/** Writes what a program is told of an item. */
export function writeItem({ array, isInstanced }: Written, offset: number, item: readonly number[], all: readonly Corner[]): void {
  array.set(item, offset)
  if (isInstanced) return
  let at = offset
  for (const [across, along] of all) {
    array.copyWithin(at, offset, offset + item.length)
    array[at + item.length] = across
    array[at + item.length + 1] = along
    at += item.length + 2
  }
}
