import { type Change, isOpen, type TieChange, type TieFields, tieKey, tieSubject } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import type { StoredTie } from '../journal/stored.ts'
import { type AsideTie, asideRows, asideTie, asideTies } from './aside.ts'
import { GrowingLabels } from './labels.ts'
import { MOST_REMOVALS, removalOf, toldEntry } from './load.ts'
import { type MovedTie, withTies } from './patch-ties.ts'
import { entityCount, labelAt, placeOf, type Projection, relationAt, type Removal, tieAt } from './projection.ts'
import { spokenRelations } from './searched.ts'

/** An entry of the journal with all that it changed. */
export interface Written {
  entry: Entry
  changes: Change[]
}

/** The most changes that a projection takes in without being read anew. */
const MOST_CHANGES = 1_000

/** Whether entries could be taken in by `patched`, as far as they tell without their changes: small ones, which moved ties only. */
export function arePatchable(entries: readonly Entry[]): boolean {
  let changes = 0
  for (const { complete, counts } of entries) {
    const { entities, ties, aside = { created: 0, updated: 0, removed: 0 } } = counts
    if (!complete || entities.created + entities.updated + entities.removed > 0) return false
    for (const { created, updated, removed } of [ties, aside]) changes += created + updated + removed
  }
  return changes <= MOST_CHANGES
}

/** The most changes that are taken in at once, without a thread. */
const MOST_AT_ONCE = 20

/** Whether what was written is taken in at once: a few changes, of what only connectors see. */
export function isLittle(written: readonly Written[]): boolean {
  const changes = written.flatMap(({ changes }) => changes)
  return changes.length <= MOST_AT_ONCE && !changes.some(isOpen)
}

/** What goes goes first, as in journal/write.ts: a tie may be made anew in the same writing. */
const order = ({ before, after }: Change): number => (after === null ? 0 : before === null ? 1 : 2)

/**
 * The projection after what was written since, without reading the graph: as it would be loaded, but for the order of ties and of labels.
 * Undefined where it must be loaded: an entity moved, search reads what did, or the projection is not what the writings began from.
 */
export function patched(projection: Projection, written: readonly Written[]): Projection | undefined {
  const patch = new Patch(projection)
  for (const { entry, changes } of written) {
    for (const change of changes.toSorted((a, b) => order(a) - order(b)))
      if (change.of === 'entity' || spokenRelations.has(change.relation) || !patch.apply(change, entry.revision)) return undefined
  }
  return patch.build(written)
}

interface Moved extends MovedTie {
  isOpen: boolean
}

class Patch {
  private readonly former: Projection
  private readonly moved = new Map<string, Moved>()
  private readonly labels: GrowingLabels
  private readonly aside: AsideTie[]

  constructor(former: Projection) {
    this.former = former
    this.labels = new GrowingLabels(former.labels)
    this.aside = asideTies(former.aside)
  }

  /** False where the change does not fit what is there. */
  apply(change: TieChange, revision: number): boolean {
    const [start, end] = [placeOf(this.former, change.from), placeOf(this.former, change.to)]
    if (start < 0 || end < 0) return false
    const subject = tieSubject(change)
    const known = this.moved.get(subject) ?? { isOpen: isOpen(change), start, end, ...this.find(change, start, end) }
    const tie = changedTie(known.tie, change, revision)
    if (tie === 'unfit') return false
    this.moved.set(subject, { ...known, tie })
    return true
  }

  private find(change: TieChange, start: number, end: number): { at: number; tie: StoredTie | undefined } {
    return isOpen(change) ? findTie(this.former, change, start, end) : findAside(this.former, this.aside, change, start, end)
  }

  build(written: readonly Written[]): Projection {
    const moved = [...this.moved.values()]
    const open = moved.filter(({ isOpen }) => isOpen)
    const aside = moved.filter(({ isOpen }) => !isOpen)
    const last = written.at(-1)?.entry
    return {
      ...this.former,
      ...(open.length > 0 && withTies(this.former, open, this.labels.place)),
      aside: aside.length > 0 ? this.asideAfter(aside) : this.former.aside,
      labels: this.labels.pack(),
      revision: last?.revision ?? this.former.revision,
      entries: [...this.former.entries, ...written.map(({ entry }) => toldEntry(entry))],
      removals: this.removals(written)
    }
  }

  private asideAfter(moved: readonly Moved[]): Projection['aside'] {
    const touched = new Set(moved.map(({ at }) => at))
    const kept = this.aside.filter((_, at) => !touched.has(at))
    const now = moved.flatMap(({ start, end, tie }) => (tie ? [asideTie(start, end, tie.fields, tie.created_in, this.labels.place)] : []))
    return asideRows(entityCount(this.former), [...kept, ...now])
  }

  /** Entities come before ties, and what went last before what went earlier; see load.ts. */
  private removals(written: readonly Written[]): Removal[] {
    const gone = written
      .toReversed()
      .flatMap(({ entry, changes }) =>
        changes.flatMap((change) => (change.after === null && isOpen(change) ? [removalOf(change, entry.revision, false)] : []))
      )
    const [entities, ties] = [this.former.removals.filter((each) => 'entity' in each), this.former.removals.filter((each) => 'tie' in each)]
    const now = [...gone, ...ties].slice(0, MOST_REMOVALS).map((removal) => {
      const moved = 'tie' in removal && this.moved.get(tieSubject({ ...removal.tie, key: tieKey(removal.tie) }))
      return moved ? { ...removal, isBack: moved.tie !== undefined } : removal
    })
    return [...entities, ...now]
  }
}

/** A tie after a change; `unfit` where it cannot have been what the change was made from. */
function changedTie(tie: StoredTie | undefined, change: TieChange, revision: number): StoredTie | undefined | 'unfit' {
  const { relation, from, to, key, before, after, created_in } = change
  if (before === null) {
    const made = { relation, from, to, key, fields: known(after ?? {}), created_in: created_in ?? revision, revised_in: revision }
    return tie ? 'unfit' : made
  }
  if (!tie || (after && ('role' in after || 'from_date' in after))) return 'unfit'
  return after ? { ...tie, fields: known({ ...tie.fields, ...after }), revised_in: revision } : undefined
}

/** A tie has no empty values. */
const known = (fields: TieFields): TieFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

function findTie(projection: Projection, { relation, key }: TieChange, start: number, end: number) {
  const { incidentOffsets, incident, starts, ends, tiesCreatedIn, tiesRevisedIn } = projection
  const degree = (entity: number): number => (incidentOffsets[entity + 1] as number) - (incidentOffsets[entity] as number)
  const fewer = degree(start) < degree(end) ? start : end
  for (let i = incidentOffsets[fewer] as number; i < (incidentOffsets[fewer + 1] as number); i++) {
    const at = incident[i] as number
    if (starts[at] !== start || ends[at] !== end || relationAt(projection, at) !== relation) continue
    const { from, to, relation: _, ...fields } = tieAt(projection, at)
    if (tieKey(fields) !== key) continue
    const stamps = { created_in: tiesCreatedIn[at] as number, revised_in: tiesRevisedIn[at] as number }
    return { at, tie: { relation, from, to, key, fields: known(fields), ...stamps } }
  }
  return { at: -1, tie: undefined }
}

function findAside(projection: Projection, ties: readonly AsideTie[], { relation, from, to, key }: TieChange, start: number, end: number) {
  for (const [at, tie] of ties.entries()) {
    if (tie.start !== start || tie.end !== end) continue
    const [role, from_date, to_date] = [tie.role, tie.fromDate, tie.toDate].map((label) => labelAt(projection, label))
    const fields = known({ role, from_date, to_date })
    if (tieKey(fields) === key)
      return { at, tie: { relation, from, to, key, fields, created_in: tie.createdIn, revised_in: tie.createdIn } }
  }
  return { at: -1, tie: undefined }
}
