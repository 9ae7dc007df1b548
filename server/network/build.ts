import { types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames, relations } from '#contract/vocabulary/relations.ts'
import type { TieFields } from '../journal/change.ts'
import type { StoredEntity, StoredTie } from '../journal/stored.ts'
import { Packer, sharedFloat64, sharedInt32, sharedUint8 } from '../text/packed.ts'
import { SearchIndexBuilder } from '../text/search-index.ts'
import { asideRows, asideTie } from './aside.ts'
import { type Days, eventDays, heldDays, incidence, latestStartOf, mirrorsOf, sharersOf } from './derived.ts'
import { GrowingUint32 } from './growing.ts'
import { buildIdTable } from './id-table.ts'
import { nameOf } from './name.ts'
import type { Projection } from './projection.ts'
import { searched, spokenRelations } from './searched.ts'

const typePlaces = new Map(types.map((type, place) => [type, place]))
const relationPlaces = new Map(relationNames.map((relation, place) => [relation, place]))

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
  private readonly aside: { start: number; end: number; fields: TieFields; createdIn: number }[] = []
  private readonly search = new SearchIndexBuilder()
  /** First and last day of each event, for ties to it that have no date of their own. */
  private readonly events = new Map<number, Days>()
  /** What themes and territories are called, by their place. */
  private readonly endNames = new Map<number, string>()
  private readonly idsInOrder: readonly string[]
  private joined: Pick<Projection, 'starts' | 'ends' | 'incidentOffsets' | 'incident'> | undefined

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
    const { incidentOffsets: offsets } = this.join()
    const kind = typePlaces.get(entity.type) as number
    this.kinds[place] = kind
    this.createdIn.push(entity.created_in)
    this.revisedIn.push(entity.revised_in)
    const name = nameOf(entity)
    this.names.add(name)
    this.fields.add(JSON.stringify(entity.fields))
    const days = entity.type === 'event' && eventDays(entity.fields)
    if (days) this.events.set(place, days)

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
    const { starts, ends, incidentOffsets: offsets, incident } = this.join()
    const { relations: names } = this.columns
    const sought = relationPlaces.get(relation)
    const found: string[] = []
    for (let i = offsets[place] as number; i < (offsets[place + 1] as number); i++) {
      const tie = incident[i] as number
      const name = names.at(tie) === sought && starts[tie] === place ? this.endNames.get(ends[tie] as number) : undefined
      if (name !== undefined) found.push(name)
    }
    return found
  }

  build(head: Pick<Projection, 'revision' | 'store' | 'entries' | 'removals'>): Projection {
    const { columns } = this
    const ids = this.ids.pack()
    const names = sharedUint8(columns.relations.length)
    names.set(columns.relations.share())
    const ties = {
      ...this.join(),
      relations: names,
      roles: columns.roles.share(),
      fromDates: columns.fromDates.share(),
      toDates: columns.toDates.share()
    }
    const strengths = sharedFloat64(this.strengths.length)
    strengths.set(this.strengths)
    const held = this.heldDays(ties)
    // After all others, so that no label of theirs depends on what only some may see.
    const label = (text: string | null | undefined): number => this.label(text)
    const asides = this.aside.map(({ start, end, fields, createdIn }) => asideTie(start, end, fields, createdIn, label))
    return {
      ...head,
      ids,
      idTable: buildIdTable(ids),
      names: this.names.pack(),
      fields: this.fields.pack(),
      kinds: this.kinds,
      createdIn: this.createdIn.share(),
      revisedIn: this.revisedIn.share(),
      ...ties,
      sources: columns.sources.share(),
      mirrors: mirrorsOf(ties),
      labels: this.labels.pack(),
      ...held,
      latestStart: latestStartOf(held),
      strengths,
      tiesCreatedIn: columns.created.share(),
      tiesRevisedIn: columns.revised.share(),
      sharers: sharersOf({ ...ties, kinds: this.kinds }),
      aside: asideRows(this.places.size, asides),
      search: this.search.build()
    }
  }

  /** What the ties join, once all have been added. */
  private join(): NonNullable<typeof this.joined> {
    if (!this.joined) {
      const ends = { starts: this.columns.starts.share(), ends: this.columns.ends.share() }
      this.joined = { ...ends, ...incidence(this.places.size, ends) }
    }
    return this.joined
  }

  private heldDays({ ends, fromDates, toDates, relations: names }: Pick<Projection, 'ends' | 'fromDates' | 'toDates' | 'relations'>) {
    const dates = [...this.labelPlaces.keys()]
    const heldFrom = sharedInt32(ends.length)
    const heldTo = sharedInt32(ends.length)
    for (let tie = 0; tie < ends.length; tie++) {
      const [from, to] = [dates[fromDates[tie] as number] || undefined, dates[toDates[tie] as number] || undefined]
      const relation = relationNames[names[tie] as number] as RelationName
      const days = heldDays(relation, from, to, this.events.get(ends[tie] as number))
      heldFrom[tie] = days.from
      heldTo[tie] = days.to
    }
    return { heldFrom, heldTo }
  }
}
