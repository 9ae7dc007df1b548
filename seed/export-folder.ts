import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { TieField } from '#contract/vocabulary/fields.ts'
import { type EntityType, kinds, types } from '#contract/vocabulary/kinds.ts'
import { cannotWrite, makeFolder } from '../server/graph/folder.ts'
import type { Reader } from '../server/graph/engine.ts'
import { readAtOneRevision } from '../server/journal/one-revision.ts'
import { allIds, entitiesOf, inRuns, type StoredEntity, type StoredTie, tiesOf } from '../server/journal/stored.ts'

const tieColumns = ['from', 'relation', 'to', 'role', 'from_date', 'to_date', 'strength', 'source'] as const

/** By plain code units, so that two exports of the same graph are the same files on any engine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Writes everything in the store as a folder of the CSV form: every file, each whole or not at all. */
export async function exportFolder(
  reader: Reader,
  folder: string,
  onProgress: (done: number, total: number) => void
): Promise<{ entities: number; ties: number }> {
  const { entities, ties } = await readAtOneRevision(reader, () => readAll(reader, onProgress))
  // Where a column has room for one tie only, it is the same one whatever order the engine gives them in.
  ties.sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to))
  const columns = new Columns(entities)
  const left = ties.filter((tie) => !columns.take(tie))

  makeFolder(folder)
  const sorted = [...entities.values()].sort((a, b) => byText(a.id, b.id))
  for (const type of types) {
    const fields = Object.entries(kinds[type].fields)
    const rows = sorted
      .filter((entity) => entity.type === type)
      .map((entity) => [
        entity.id,
        ...fields.map(([name, field]) => (field.is === 'value' ? (entity.fields[name] ?? '') : columns.cell(entity.id, name, field)))
      ])
    await writeWhole(join(folder, `${kinds[type].file}.csv`), [['id', ...fields.map(([name]) => name)], ...rows])
  }
  const tieRows = left
    .map(({ relation, from, to, fields }) =>
      [from, relation, to, fields.role, fields.from_date, fields.to_date, decimal(fields.strength), fields.source].map(
        (value) => value ?? ''
      )
    )
    .sort((a, b) => a.reduce((order: number, value, i) => order || byText(String(value), String(b[i])), 0))
  await writeWhole(join(folder, 'ties.csv'), [[...tieColumns], ...tieRows])
  return { entities: entities.size, ties: ties.length }
}

/** A number in digits: the folder's reader takes no 1e-7. */
const decimal = (number: number | null | undefined): string | undefined =>
  number?.toLocaleString('en', { maximumFractionDigits: 20, useGrouping: false })

/** Everything there is; undefined where an entity went while it was read. */
async function readAll(reader: Reader, onProgress: (done: number, total: number) => void) {
  const entities = new Map<string, StoredEntity>()
  const ties: StoredTie[] = []
  const ids = await allIds(reader)
  for (const run of inRuns(ids)) {
    for (const entity of await entitiesOf(reader, run)) entities.set(entity.id, entity)
    for (const tie of await tiesOf(reader, run)) ties.push(tie)
    onProgress(entities.size, ids.length)
  }
  return entities.size === ids.length ? { entities, ties } : undefined
}

/** The ties that stand in a column of an entity's file: those that say nothing beyond their ends, where the column can say them. */
class Columns {
  private readonly entities: ReadonlyMap<string, StoredEntity>
  private readonly cells = new Map<string, string[]>()
  /** How many things of a kind have a name: a name that two share says neither. */
  private readonly named = new Map<string, number>()

  constructor(entities: ReadonlyMap<string, StoredEntity>) {
    this.entities = entities
    for (const { type, fields } of entities.values()) {
      const key = `${type} ${fields.name ?? ''}`
      this.named.set(key, (this.named.get(key) ?? 0) + 1)
    }
  }

  /** Takes a tie into a column; false where it must stand in ties.csv. */
  take({ relation, from, to, fields }: StoredTie): boolean {
    if (Object.values(fields).some((value) => value !== undefined && value !== null)) return false
    for (const [id, other, direction] of [
      [from, to, 'out'],
      [to, from, 'in']
    ] as const) {
      const owner = this.entities.get(id)
      const column =
        owner &&
        Object.entries(kinds[owner.type].fields).find(
          ([, field]) => field.is === 'tie' && field.relation === relation && field.direction === direction
        )
      if (!column) continue
      const [name, field] = column as [string, TieField]
      const text = field.creates ? this.sayable(field.creates, other, field.many) : other
      if (text === undefined) continue
      const key = `${id}\u0000${name}`
      const cell = this.cells.get(key)
      if (cell && !field.many) continue
      if (cell) cell.push(text)
      else this.cells.set(key, [text])
      return true
    }
    return false
  }

  cell(id: string, column: string, { many }: TieField): string {
    const texts = this.cells.get(`${id}\u0000${column}`) ?? []
    return many ? texts.sort(byText).join('|') : (texts[0] ?? '')
  }

  /** The name that leads back to a theme or a territory, if it does. */
  private sayable(type: EntityType, id: string, many: boolean): string | undefined {
    const name = this.entities.get(id)?.fields.name
    if (typeof name !== 'string' || name !== name.trim() || (many && name.includes('|'))) return undefined
    return this.named.get(`${type} ${name}`) === 1 ? name : undefined
  }
}

async function writeWhole(path: string, rows: unknown[][]): Promise<void> {
  const beside = `${path}.partial`
  try {
    // A cell's own line ends are quoted too, whichever they are.
    await writeFile(beside, stringify(rows, { quoted_match: /[\r\n]/ }))
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw cannotWrite(path, error)
  }
}
