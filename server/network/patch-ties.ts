import { relationNames } from '#contract/vocabulary/relations.ts'
import type { StoredTie } from '../journal/stored.ts'
import { sharedFloat64, sharedInt32, sharedUint32, sharedUint8, textAt } from '../text/packed.ts'
import { reranked } from '../text/rerank.ts'
import type { Label } from './aside.ts'
import { eventDays, heldDays, incidence, latestStartOf, mirrorsOf, sharersOf } from './derived.ts'
import { entityCount, fieldsAt, type Projection, tieCount, typeAt } from './projection.ts'

/** A tie that moved: its ends, its place among the former ones (-1: it was not there), and what it is now (undefined: it went). */
export interface MovedTie {
  start: number
  end: number
  at: number
  tie: StoredTie | undefined
}

/** What of a projection stands once for each tie. */
const columns = (count: number) => ({
  starts: sharedUint32(count),
  ends: sharedUint32(count),
  relations: sharedUint8(count),
  roles: sharedUint32(count),
  sources: sharedUint32(count),
  fromDates: sharedUint32(count),
  toDates: sharedUint32(count),
  heldFrom: sharedInt32(count),
  heldTo: sharedInt32(count),
  strengths: sharedFloat64(count),
  tiesCreatedIn: sharedUint32(count),
  tiesRevisedIn: sharedUint32(count)
})
type Columns = ReturnType<typeof columns>

/** All that a projection holds of its ties, once some have moved; a new one stands with those of its start. */
export function withTies(former: Projection, moved: readonly MovedTie[], label: Label): Partial<Projection> {
  const changed = new Map(moved.filter(({ at }) => at >= 0).map((each) => [each.at, each]))
  const added = moved.filter(({ at, tie }) => at < 0 && tie).sort((a, b) => a.start - b.start || a.end - b.end)
  const gone = [...changed.values()].filter(({ tie }) => !tie).length
  const now = columns(tieCount(former) - gone + added.length)
  const names = Object.keys(now) as (keyof Columns)[]
  let next = 0
  const write = ({ start, end, tie }: MovedTie): void => {
    if (tie) put(former, now, next++, start, end, tie, label)
  }
  let nextAdded = 0
  for (let tie = 0; tie < tieCount(former); tie++) {
    for (; (added[nextAdded]?.start ?? Number.POSITIVE_INFINITY) < (former.starts[tie] as number); nextAdded++)
      write(added[nextAdded] as MovedTie)
    const change = changed.get(tie)
    if (change) write(change)
    else {
      for (const name of names) now[name][next] = former[name][tie] as number
      next++
    }
  }
  for (const each of added.slice(nextAdded)) write(each)

  const joined = { ...now, ...incidence(entityCount(former), now) }
  const isSameSize = added.length === 0 && gone === 0
  return {
    ...joined,
    mirrors: mirrorsOf(joined),
    sharers: sharersOf({ ...joined, kinds: former.kinds }),
    latestStart: latestStartOf(now),
    search: isSameSize ? former.search : searchWith(former, joined.incidentOffsets)
  }
}

function put(projection: Projection, columns: Columns, at: number, start: number, end: number, tie: StoredTie, label: Label): void {
  const { relation, fields, created_in, revised_in } = tie
  const event = typeAt(projection, end) === 'event' ? eventDays(fieldsAt(projection, end)) : undefined
  const held = heldDays(relation, fields.from_date ?? undefined, fields.to_date ?? undefined, event)
  columns.starts[at] = start
  columns.ends[at] = end
  columns.relations[at] = relationNames.indexOf(relation)
  columns.roles[at] = label(fields.role)
  columns.sources[at] = label(fields.source)
  columns.fromDates[at] = label(fields.from_date)
  columns.toDates[at] = label(fields.to_date)
  columns.heldFrom[at] = held.from
  columns.heldTo[at] = held.to
  columns.strengths[at] = fields.strength ?? Number.NaN
  columns.tiesCreatedIn[at] = created_in
  columns.tiesRevisedIn[at] = revised_in
}

/** The search index, which ranks by how many ties there are. */
function searchWith({ search, names }: Projection, incidentOffsets: Uint32Array): Projection['search'] {
  const count = incidentOffsets.length - 1
  const ranks = new Uint32Array(count)
  const nameLengths = new Uint32Array(count)
  for (let entity = 0; entity < count; entity++) {
    ranks[entity] = (incidentOffsets[entity + 1] as number) - (incidentOffsets[entity] as number)
    nameLengths[entity] = textAt(names, entity).length
  }
  return reranked(search, ranks, nameLengths)
}
