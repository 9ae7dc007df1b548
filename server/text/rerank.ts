import { lexiconSize } from './lexicon.ts'
import { type Minima, minimaOf } from './minima.ts'
import { sharedUint32, sharedUint8 } from './packed.ts'
import { inOrder, postings, type SearchIndex } from './search-index.ts'

/** The index as it would be built with other ranks: nothing of what is found changes but the order of what matches alike. Both by document. */
export function reranked(index: SearchIndex, ranks: ArrayLike<number>, nameLengths: ArrayLike<number>): SearchIndex {
  const count = index.documents.length
  const formerPlaces = new Uint32Array(count)
  index.documents.forEach((document, place) => {
    formerPlaces[document] = place
  })
  const documents = inOrder(ranks, nameLengths)
  const places = new Uint32Array(count)
  const types = sharedUint8(count)
  const contents = sharedUint32(index.contents.length)
  const contentStarts = sharedUint32(count + 1)
  documents.forEach((document, place) => {
    const former = formerPlaces[document] as number
    const content = index.contents.subarray(index.contentStarts[former], index.contentStarts[former + 1])
    places[former] = place
    types[place] = index.types[former] as number
    contents.set(content, contentStarts[place])
    contentStarts[place + 1] = (contentStarts[place] as number) + content.length
  })
  return {
    ...index,
    documents,
    types,
    contents,
    contentStarts,
    ...postings(types, { contents, contentStarts }, index.slotLevels, lexiconSize(index.terms)),
    namePlaces: namePlaces(index, places)
  }
}

/** Names stand in the same order as before; those that are the same within a type, in that of their new places. */
function namePlaces({ names, types, namePlaces: { levels } }: SearchIndex, places: Uint32Array): Minima {
  const former = levels[0] as Uint32Array
  const text = (i: number): Uint16Array => names.letters.subarray(names.starts[i], names.starts[i + 1])
  const isSame = (i: number, j: number): boolean => types[former[i] as number] === types[former[j] as number] && isEqual(text(i), text(j))
  const moved = sharedUint32(former.length)
  for (let i = 0; i < moved.length; i++) moved[i] = places[former[i] as number] as number
  for (let from = 0, to = 0; from < moved.length; from = to) {
    to = from + 1
    while (to < moved.length && isSame(from, to)) to++
    if (to - from > 1) moved.subarray(from, to).sort()
  }
  return minimaOf(moved)
}

function isEqual(one: Uint16Array, other: Uint16Array): boolean {
  return one.length === other.length && one.every((letter, i) => letter === other[i])
}
