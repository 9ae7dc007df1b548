import type { EntityRef } from '#contract/entity.ts'

/** A part of a sentence: the name of an entity, or what stands between names. */
interface Part {
  text: string
  entity?: EntityRef
}

/** A name that stands for itself, not within a longer one or the name of a group. */
const isApart = (sentence: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]$|· $/u.test(sentence.slice(0, from)) && !/^[\p{L}\p{N}]|^ ·/u.test(sentence.slice(to))

/** A sentence cut where it names one of these, each at its first mention; of two names that begin alike the longer is read. */
export function linked(sentence: string, entities: readonly EntityRef[]): Part[] {
  const found: { from: number; to: number; entity: EntityRef }[] = []
  for (const entity of entities.toSorted((a, b) => b.name.length - a.name.length)) {
    for (let from = sentence.indexOf(entity.name); from >= 0; from = sentence.indexOf(entity.name, from + 1)) {
      const to = from + entity.name.length
      if (!isApart(sentence, from, to) || found.some((other) => from < other.to && to > other.from)) continue
      found.push({ from, to, entity })
      break
    }
  }
  const parts: Part[] = []
  let at = 0
  for (const { from, to, entity } of found.sort((a, b) => a.from - b.from)) {
    if (from > at) parts.push({ text: sentence.slice(at, from) })
    parts.push({ text: sentence.slice(from, to), entity })
    at = to
  }
  return at < sentence.length ? [...parts, { text: sentence.slice(at) }] : parts
}
