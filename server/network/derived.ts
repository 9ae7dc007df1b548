import { types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relations } from '#contract/vocabulary/relations.ts'
import { sharedUint32 } from '../text/packed.ts'
import { ALWAYS, endOf, knownFrom, startOf } from './days.ts'
import type { Projection } from './projection.ts'
import { isDirected, isShared } from './worth.ts'

const person = types.indexOf('person')

/** First and last day, as days.ts counts them. */
export interface Days {
  from: number
  to: number
}

/** The days of an event that says when it begins. */
export function eventDays({ starts_at, ends_at }: { starts_at?: string; ends_at?: string }): Days | undefined {
  return starts_at ? { from: startOf(starts_at), to: endOf(ends_at ?? starts_at) } : undefined
}

/** When a tie holds: its own dates, else those of the event it leads to. */
export function heldDays(relation: RelationName, from: string | undefined, to: string | undefined, event: Days | undefined): Days {
  const once = relations[relation].dated === 'once'
  const ofEvent = once && !from ? event : undefined
  return { from: ofEvent?.from ?? startOf(from), to: ofEvent?.to ?? endOf(to ?? (once ? from : undefined)) }
}

/** The latest day from which a tie is known. */
export function latestStartOf({ heldFrom, heldTo }: Pick<Projection, 'heldFrom' | 'heldTo'>): number {
  let latest = ALWAYS
  for (let tie = 0; tie < heldFrom.length; tie++) latest = Math.max(latest, knownFrom(heldFrom[tie] as number, heldTo[tie] as number))
  return latest
}

/** The ties of each entity, from either end; see projection.ts. */
export function incidence(
  entities: number,
  { starts, ends }: Pick<Projection, 'starts' | 'ends'>
): Pick<Projection, 'incidentOffsets' | 'incident'> {
  const incidentOffsets = sharedUint32(entities + 1)
  for (let tie = 0; tie < starts.length; tie++) {
    for (const end of [starts[tie] as number, ends[tie] as number]) incidentOffsets[end + 1] = (incidentOffsets[end + 1] as number) + 1
  }
  for (let i = 1; i < incidentOffsets.length; i++) incidentOffsets[i] = (incidentOffsets[i] as number) + (incidentOffsets[i - 1] as number)
  const next = incidentOffsets.slice()
  const incident = sharedUint32(starts.length * 2)
  for (let tie = 0; tie < starts.length; tie++) {
    for (const end of [starts[tie] as number, ends[tie] as number]) {
      incident[next[end] as number] = tie
      next[end] = (next[end] as number) + 1
    }
  }
  return { incidentOffsets, incident }
}

/** Pairs undirected ties that say the same both ways round, with the same role and date: of the two only the stronger counts. */
export function mirrorsOf({
  starts,
  ends,
  relations: names,
  roles,
  fromDates,
  incidentOffsets,
  incident
}: Pick<Projection, 'starts' | 'ends' | 'relations' | 'roles' | 'fromDates' | 'incidentOffsets' | 'incident'>): Uint32Array {
  const mirrors = sharedUint32(starts.length)
  const degree = (entity: number): number => (incidentOffsets[entity + 1] as number) - (incidentOffsets[entity] as number)
  for (let tie = 0; tie < starts.length; tie++) {
    const start = starts[tie] as number
    const end = ends[tie] as number
    if (start < end || isDirected[names[tie] as number]) continue
    const fewer = degree(start) < degree(end) ? start : end
    for (let i = incidentOffsets[fewer] as number; i < (incidentOffsets[fewer + 1] as number); i++) {
      const other = incident[i] as number
      if (starts[other] !== end || ends[other] !== start || names[other] !== names[tie]) continue
      if (roles[other] !== roles[tie] || fromDates[other] !== fromDates[tie]) continue
      mirrors[tie] = other + 1
      mirrors[other] = tie + 1
    }
  }
  return mirrors
}

/** How many people share each thing, each once. */
export function sharersOf({
  starts,
  ends,
  relations: names,
  kinds,
  incidentOffsets,
  incident
}: Pick<Projection, 'starts' | 'ends' | 'relations' | 'kinds' | 'incidentOffsets' | 'incident'>): Uint32Array {
  const sharers = sharedUint32(kinds.length)
  const seenAt = new Int32Array(kinds.length).fill(-1)
  for (let thing = 0; thing < sharers.length; thing++) {
    for (let i = incidentOffsets[thing] as number; i < (incidentOffsets[thing + 1] as number); i++) {
      const tie = incident[i] as number
      const start = starts[tie] as number
      if (ends[tie] !== thing || !isShared[names[tie] as number] || kinds[start] !== person || seenAt[start] === thing) continue
      seenAt[start] = thing
      sharers[thing] = (sharers[thing] as number) + 1
    }
  }
  return sharers
}
