import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { FolderRead, Name } from './records.ts'
import { inBatches, type Store } from './store.ts'

/** Stands for an end whose name was refused. */
export const NOWHERE = -1

/** Both ends of every tie as numbers, one for each id, and the kind of each: a million ties are then judged without looking up ids. */
interface Ends {
  from: Int32Array
  to: Int32Array
  /** By number; `undefined` where neither the folder nor the store holds the id. */
  types: (EntityType | undefined)[]
}

/** Numbers the ends of the folder's ties; the store is asked for those that the folder does not hold. */
export async function findEnds({ entities, ties }: FolderRead, names: Map<Name, string>, store: Store): Promise<Ends> {
  const numbers = new Map<string, number>()
  const types: (EntityType | undefined)[] = []
  const numberOf = (id: string, type?: EntityType): number => {
    let number = numbers.get(id)
    if (number === undefined) {
      number = types.length
      numbers.set(id, number)
      types.push(type)
    }
    return number
  }
  for (const { id, type } of entities.values()) numberOf(id, type)
  const named = new Map<Name, number>()
  for (const [name, id] of names) named.set(name, numberOf(id, name.type))

  const [from, to] = [new Int32Array(ties.length), new Int32Array(ties.length)]
  for (const [at, tie] of ties.entries()) {
    from[at] = typeof tie.from === 'string' ? numberOf(tie.from) : (named.get(tie.from) ?? NOWHERE)
    to[at] = typeof tie.to === 'string' ? numberOf(tie.to) : (named.get(tie.to) ?? NOWHERE)
  }

  const outside = [...numbers].flatMap(([id, number]) => (types[number] === undefined ? [id] : []))
  for (const [id, type] of await inBatches(outside, (batch) => store.typesOf(batch))) types[numbers.get(id) ?? NOWHERE] = type
  return { from, to, types }
}
