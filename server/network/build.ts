import { types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames, relations } from '#contract/vocabulary/relations.ts'
import type { StoredEntity, StoredTie } from '../journal/stored.ts'
import { Packer, sharedFloat64, sharedInt32, sharedUint32, sharedUint8 } from '../text/packed.ts'
import { SearchIndexBuilder } from '../text/search-index.ts'
import { type AsideTie, asideRows } from './aside.ts'
import { ALWAYS, endOf, knownFrom, startOf } from './days.ts'
import { GrowingUint32 } from './growing.ts'
import { buildIdTable } from './id-table.ts'
import { nameOf } from './name.ts'
import type { Projection } from './projection.ts'
import { searched, spokenRelations } from './searched.ts'
import { isDirected, isShared } from './worth.ts'

const typePlaces = new Map(types.map((type, place) => [type, place]))
const relationPlaces = new Map(relationNames.map((relation, place) => [relation, place]))
const person = typePlaces.get('person') as number

/** Builds a projection: all ids first, then the ties, then the entities in the order of the ids. */
export class ProjectionBuilder {
  private readonly places = new Map<string, number>()
  private readonly ids = new Packer()
  private readonly names = new Packer()
  private readonly fields = new Packer()
  private readonly labels = new Packer()
  private readonly labelPlaces = new Map<string, number>([['', 0]])
  private readonly kinds: Uint8Array
  private readonly createdIn = new GrowingUint32()
  private readonly revisedIn = new GrowingUint32()
  private readonly columns = {
    starts: new GrowingUint32(),
    ends: new GrowingUint32(),
    relations: new GrowingUint32(),
    roles: new GrowingUint32(),
    sources: new GrowingUint32(),
    fromDates: new GrowingUint32(),
    toDates: new GrowingUint32(),
    created: new GrowingUint32(),
    revised: new GrowingUint32()
  }
  private readonly strengths: number[] = []
  private readonly aside: AsideTie[] = []
  private readonly search = new SearchIndexBuilder()
  /** First and last day of each event, for ties to it that have no date of their own. */
  private readonly eventDays = new Map<number, { from: number; to: number }>()
  /** What themes and territories are called, by their place. */
  private readonly endNames = new Map<number, string>()
  private readonly idsInOrder: readonly string[]
  private incidence: { offsets: Uint32Array; incident: Uint32Array } | undefined

  constructor(ids: readonly string[]) {
    this.idsInOrder = ids
    this.labels.add('')
    this.kinds = sharedUint8(ids.length)
    for (const id of ids) this.places.set(id, this.ids.add(id))
  }

  private label(text: string | null | undefined): number {
    const known = this.labelPlaces.get(text ?? '')
    if (known !== undefined) return known
    const place = this.labels.add(text as string)
    this.labelPlaces.set(text as string, place)
    return place
  }

  addTie({ relation, from, to, fields, created_in, revised_in }: StoredTie): void {
    const start = this.places.get(from)
    const end = this.places.get(to)
    const place = relationPlaces.get(relation)
    if (start === undefined || end === undefined || place === undefined) return
    const { columns } = this
    if (relations[relation].seenBy !== 'everyone') {
      this.aside.push({ start, end, fields, createdIn: created_in })
      return
    }
    columns.starts.push(start)
    columns.ends.push(end)
    columns.relations.push(place)
    columns.roles.push(this.label(fields.role))
    columns.sources.push(this.label(fields.source))
    columns.fromDates.push(this.label(fields.from_date))
    columns.toDates.push(this.label(fields.to_date))
    columns.created.push(created_in)
    columns.revised.push(revised_in)
    this.strengths.push(fields.strength ?? Number.NaN)
  }

  /** Adds the next entity, in the order of the ids; every tie has been added before. */
  addEntity(entity: StoredEntity): void {
    const place = this.createdIn.length
    this.incidence ??= this.incidentTies()
    const { offsets } = this.incidence
    const kind = typePlaces.get(entity.type) as number
    this.kinds[place] = kind
    this.createdIn.push(entity.created_in)
    this.revisedIn.push(entity.revised_in)
    const name = nameOf(entity)
    this.names.add(name)
    this.fields.add(JSON.stringify(entity.fields))
    const { starts_at, ends_at } = entity.fields as { starts_at?: string; ends_at?: string }
    if (entity.type === 'event' && starts_at) this.eventDays.set(place, { from: startOf(starts_at), to: endOf(ends_at ?? starts_at) })

    const texts = [{ text: name, weight: 1, field: 0 }]
    for (const { name: column, field, weight, place: fieldPlace } of searched[kind] ?? []) {
      if (field.is === 'tie')
        texts.push(...this.namesAround(place, field.relation as RelationName).map((text) => ({ text, weight, field: fieldPlace })))
      else if (column !== 'name' && entity.fields[column] !== undefined)
        texts.push({ text: String(entity.fields[column]), weight, field: fieldPlace })
    }
    this.search.add({ type: kind, rank: (offsets[place + 1] as number) - (offsets[place] as number), fields: texts })
  }

  /** Ids of the entities whose names search reads with others': their names must be told before any entity is added. */
  idsToName(): string[] {
    const { starts, ends, relations: names } = this.columns
    const asked = new Set<number>()
    for (let tie = 0; tie < starts.length; tie++)
      if (spokenRelations.has(relationNames[names.at(tie)] as RelationName)) asked.add(ends.at(tie))
    return [...asked].map((place) => this.idsInOrder[place] as string)
  }

  /** Tells what an entity among `idsToName` is called. */
  nameEnd(entity: StoredEntity): void {
    this.endNames.set(this.places.get(entity.id) as number, nameOf(entity))
  }

  /** The names of the ends that an entity's ties of a relation lead to. */
  private namesAround(place: number, relation: RelationName): string[] {
    const { offsets, incident } = this.incidence as NonNullable<typeof this.incidence>
    const { starts, ends, relations: names } = this.columns
    const sought = relationPlaces.get(relation)
    const found: string[] = []
    for (let i = offsets[place] as number; i < (offsets[place + 1] as number); i++) {
      const tie = incident[i] as number
      const name = names.at(tie) === sought && starts.at(tie) === place ? this.endNames.get(ends.at(tie)) : undefined
      if (name !== undefined) found.push(name)
    }
    return found
  }

  private incidentTies(): { offsets: Uint32Array; incident: Uint32Array } {
    const { starts, ends } = this.columns
    const offsets = sharedUint32(this.places.size + 1)
    for (let tie = 0; tie < starts.length; tie++) {
      offsets[starts.at(tie) + 1] = (offsets[starts.at(tie) + 1] as number) + 1
      offsets[ends.at(tie) + 1] = (offsets[ends.at(tie) + 1] as number) + 1
    }
    for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number)
    const next = offsets.slice()
    const incident = sharedUint32(starts.length * 2)
    for (let tie = 0; tie < starts.length; tie++) {
      for (const end of [starts.at(tie), ends.at(tie)]) {
        incident[next[end] as number] = tie
        next[end] = (next[end] as number) + 1
      }
    }
    return { offsets, incident }
  }

  build(head: Pick<Projection, 'revision' | 'store' | 'entries' | 'removals'>): Projection {
    this.incidence ??= this.incidentTies()
    const { columns } = this
    const ids = this.ids.pack()
    const shares = {
      starts: columns.starts.share(),
      ends: columns.ends.share(),
      fromDates: columns.fromDates.share(),
      toDates: columns.toDates.share(),
      roles: columns.roles.share(),
      relations: Uint8Array.from(columns.relations.share())
    }
    const relationsShared = sharedUint8(shares.relations.length)
    relationsShared.set(shares.relations)
    const strengths = sharedFloat64(this.strengths.length)
    strengths.set(this.strengths)
    const held = this.heldDays(shares)
    // After all others, so that no label of theirs depends on what only some may see.
    const aside = asideRows(this.places.size, this.aside, (text) => this.label(text))
    return {
      ...head,
      ids,
      idTable: buildIdTable(ids),
      names: this.names.pack(),
      fields: this.fields.pack(),
      kinds: this.kinds,
      createdIn: this.createdIn.share(),
      revisedIn: this.revisedIn.share(),
      ...shares,
      relations: relationsShared,
      sources: columns.sources.share(),
      mirrors: this.mirrors(shares),
      labels: this.labels.pack(),
      ...held,
      strengths,
      tiesCreatedIn: columns.created.share(),
      tiesRevisedIn: columns.revised.share(),
      incidentOffsets: this.incidence.offsets,
      incident: this.incidence.incident,
      sharers: this.sharers(shares),
      aside,
      search: this.search.build()
    }
  }

  /** When each tie holds: its own dates, else those of its event. */
  private heldDays({ ends, fromDates, toDates, relations: names }: Pick<Projection, 'ends' | 'fromDates' | 'toDates' | 'relations'>) {
    const dates = [...this.labelPlaces.keys()]
    const heldFrom = sharedInt32(ends.length)
    const heldTo = sharedInt32(ends.length)
    let latestStart = ALWAYS
    for (let tie = 0; tie < ends.length; tie++) {
      const from = dates[fromDates[tie] as number] || undefined
      const to = dates[toDates[tie] as number] || undefined
      const once = relations[relationNames[names[tie] as number] as keyof typeof relations].dated === 'once'
      const event = once && !from ? this.eventDays.get(ends[tie] as number) : undefined
      heldFrom[tie] = event?.from ?? startOf(from)
      heldTo[tie] = event?.to ?? endOf(to ?? (once ? from : undefined))
      latestStart = Math.max(latestStart, knownFrom(heldFrom[tie] as number, heldTo[tie] as number))
    }
    return { heldFrom, heldTo, latestStart }
  }

  /** Pairs undirected ties that say the same both ways round, with the same role and date: of the two only the stronger counts. */
  private mirrors({
    starts,
    ends,
    relations: names,
    roles,
    fromDates
  }: Pick<Projection, 'starts' | 'ends' | 'relations' | 'roles' | 'fromDates'>): Uint32Array {
    const { offsets, incident } = this.incidence as NonNullable<typeof this.incidence>
    const mirrors = sharedUint32(starts.length)
    const degree = (entity: number): number => (offsets[entity + 1] as number) - (offsets[entity] as number)
    for (let tie = 0; tie < starts.length; tie++) {
      const start = starts[tie] as number
      const end = ends[tie] as number
      if (start < end || isDirected[names[tie] as number]) continue
      const fewer = degree(start) < degree(end) ? start : end
      for (let i = offsets[fewer] as number; i < (offsets[fewer + 1] as number); i++) {
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
  private sharers({ starts, ends, relations: names }: Pick<Projection, 'starts' | 'ends' | 'relations'>): Uint32Array {
    const { offsets, incident } = this.incidence as NonNullable<typeof this.incidence>
    const sharers = sharedUint32(this.places.size)
    const seenAt = new Int32Array(this.places.size).fill(-1)
    for (let thing = 0; thing < sharers.length; thing++) {
      for (let i = offsets[thing] as number; i < (offsets[thing + 1] as number); i++) {
        const tie = incident[i] as number
        const start = starts[tie] as number
        if (ends[tie] !== thing || !isShared[names[tie] as number] || this.kinds[start] !== person || seenAt[start] === thing) continue
        seenAt[start] = thing
        sharers[thing] = (sharers[thing] as number) + 1
      }
    }
    return sharers
  }
}
