import type { EntityRef } from '#contract/entity.ts'
import {
  NOT_KNOWN_END,
  PACKED_TYPE,
  type PackedNames,
  type PackedNetwork,
  type PackedTimes,
  unpackNames,
  unpackNetwork,
  unpackTimes
} from '#contract/packed-network.ts'
import { type EntityType, types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { askBytes } from '../api.ts'

/** The part of the network that a page draws: entities and ties are called by their place. */
export interface Network extends PackedNetwork {
  /** Ids and names, empty until they are here. */
  names: PackedNames
  times: PackedTimes
  /** Whether the days of ties are known; until then every tie counts as undated. */
  isTimed: boolean
  placeOf: Map<string, number>
  /** Compressed sparse rows: the ties of entity i, from either end, are `incident[offsets[i] … offsets[i + 1]]`. */
  offsets: Uint32Array
  incident: Uint32Array
}

export const entityCount = (network: Network): number => network.kinds.length
export const tieCount = (network: Network): number => network.relations.length
export const typeAt = (network: Network, entity: number): EntityType => types[network.kinds[entity] as number] as EntityType
export const relationAt = (network: Network, tie: number): RelationName => relationNames[network.relations[tie] as number] as RelationName
export const nameAt = (network: Network, entity: number): string => network.names.names[entity] ?? ''
export const idAt = (network: Network, entity: number): string => network.names.ids[entity] ?? ''

/** The entity as lists and links name it. */
export const refAt = (network: Network, entity: number): EntityRef => ({
  id: idAt(network, entity),
  type: typeAt(network, entity),
  name: nameAt(network, entity)
})

/** The other end of a tie of `entity`. */
export function otherEnd(network: Network, tie: number, entity: number): number {
  const start = network.starts[tie] as number
  return start === entity ? (network.ends[tie] as number) : start
}

/** The ties of an entity, from either end. */
export const tiesAt = (network: Network, entity: number): Uint32Array =>
  network.incident.subarray(network.offsets[entity], network.offsets[entity + 1])

/** The ties of each entity side by side, by counting. */
function incidence(entities: number, starts: Uint32Array, ends: Uint32Array): Pick<Network, 'offsets' | 'incident'> {
  const offsets = new Uint32Array(entities + 1)
  const count = (entity: number): void => {
    offsets[entity + 1] = (offsets[entity + 1] as number) + 1
  }
  starts.forEach(count)
  ends.forEach(count)
  for (let entity = 0; entity < entities; entity++) offsets[entity + 1] = (offsets[entity + 1] as number) + (offsets[entity] as number)
  const incident = new Uint32Array(2 * starts.length)
  const next = offsets.slice(0, entities)
  const put = (entity: number, tie: number): void => {
    const place = next[entity] as number
    incident[place] = tie
    next[entity] = place + 1
  }
  starts.forEach(put)
  ends.forEach(put)
  return { offsets, incident }
}

const undated = (ties: number): PackedTimes => ({ from: new Uint16Array(ties), to: new Uint16Array(ties).fill(NOT_KNOWN_END) })

const placesOf = ({ ids }: PackedNames): Map<string, number> => new Map(ids.map((id, place) => [id, place]))

/** A network as it came over the wire, and what is worked out of it once. */
export function openNetwork(packed: PackedNetwork): Network {
  const names = packed.names ?? { ids: [], names: [] }
  return {
    ...packed,
    names,
    times: packed.times ?? undated(packed.relations.length),
    isTimed: packed.times !== undefined,
    placeOf: placesOf(names),
    ...incidence(packed.kinds.length, packed.starts, packed.ends)
  }
}

const askPacked = (search: string, signal: AbortSignal): Promise<ArrayBuffer> =>
  askBytes(`/api/network${search && `?${search}`}`, PACKED_TYPE, signal)

/** Asks for the part of the network that a query of /api/network names. */
export async function askNetwork(search: string, signal: AbortSignal): Promise<Network> {
  return openNetwork(unpackNetwork(await askPacked(search, signal)))
}

/** What a large network comes without. */
export interface Rest {
  names: PackedNames & { revision: number }
  times: PackedTimes & { revision: number }
}

/** Whether a network came without names and days. */
export const lacksRest = (network: Network): boolean => entityCount(network) > network.names.ids.length

/** Asks for the names and the days that the answer to the same query left out. */
export async function askRest(search: string, signal: AbortSignal): Promise<Rest> {
  const part = (name: string): Promise<ArrayBuffer> => askPacked(search ? `${search}&part=${name}` : `part=${name}`, signal)
  const [names, times] = await Promise.all([part('names'), part('times')])
  return { names: unpackNames(names), times: unpackTimes(times) }
}

/** A network with its names and days; as it is where they are of another revision. */
export function withRest(network: Network, { names, times }: Rest): Network {
  const { revision } = network.head
  if (names.revision !== revision || times.revision !== revision) return network
  return { ...network, names, times, isTimed: true, placeOf: placesOf(names) }
}
