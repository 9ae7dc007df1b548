import { EntityId } from '#contract/entity.ts'
import { type EntityType, kinds } from '#contract/vocabulary/kinds.ts'
import type { TieField } from '#contract/vocabulary/fields.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import { cellReader, endBeforeStart } from './cells.ts'
import type { Report } from './faults.ts'
import { type EntityRecord, type Name, noFields, type TieRecord } from './records.ts'
import type { Columns, Row, Table } from './table.ts'

/** What the files of a folder give, as they are read. */
export interface Harvest {
  entities: Map<string, EntityRecord>
  ties: TieRecord[]
  /** By type and name. */
  names: Map<string, Name>
  report: Report
}

const control = /\p{Cc}/u

function idFault(id: string): string | undefined {
  if (id === '') return 'is missing'
  if (!EntityId.safeParse(id).success) return 'is longer than 512 characters'
  return control.test(id) ? 'holds a control character' : undefined
}

type Taker = (text: string, record: EntityRecord) => void

/** Makes ties of a cell in a column such as `themes`, `territory` or `holder`. */
function tieTaker(column: string, field: TieField, { entities, ties, names }: Harvest): Taker {
  const relation = field.relation as RelationName
  const end = (text: string, { file, line }: EntityRecord): string | Name => {
    if (field.creates === undefined) return entities.get(text)?.id ?? text
    const key = `${field.creates} ${text}`
    let name = names.get(key)
    if (!name) {
      name = { type: field.creates, name: text, file, line, column }
      names.set(key, name)
    }
    return name
  }
  return (text, record) => {
    // A row whose id is refused holds no end for a tie.
    if (!entities.has(record.id)) return
    const parts = field.many
      ? new Set(
          text
            .split('|')
            .map((part) => part.trim())
            .filter((part) => part !== '')
        )
      : [text]
    for (const part of parts) {
      const other = end(part, record)
      const [from, to] = field.direction === 'out' ? [record.id, other] : [other, record.id]
      ties.push({ file: record.file, line: record.line, relation, from, to, fields: noFields, column })
    }
  }
}

function takers(type: EntityType, columns: Columns, harvest: Harvest): { at: number; take: Taker }[] {
  return Object.entries(kinds[type].fields).flatMap(([column, field]) => {
    const at = columns.get(column)
    if (at === undefined) return []
    if (field.is === 'tie') return [{ at, take: tieTaker(column, field, harvest) }]
    const read = cellReader(field.schema)
    const take: Taker = (text, { file, line, fields }) => {
      const parsed = read(text)
      if (parsed.is === 'value') fields[column] = parsed.value
      else harvest.report.fault({ file, line, column, value: text, reason: parsed.reason })
    }
    return [{ at, take }]
  })
}

/** The file of one kind of entity, its columns as the vocabulary names them. */
export function entityTable(type: EntityType, harvest: Harvest): Table {
  const { fields: known, file: stem } = kinds[type]
  const { entities, report } = harvest
  const file = `${stem}.csv`

  const begin = (columns: Columns): Row => {
    const idAt = columns.get('id') ?? 0
    const fields = takers(type, columns, harvest)
    return (cells, line) => {
      const id = cells[idAt] ?? ''
      const reason = idFault(id)
      const earlier = entities.get(id)
      if (reason !== undefined) report.fault({ file, line, column: 'id', ...(id !== '' && { value: id }), reason })
      else if (earlier)
        report.fault({ file, line, column: 'id', value: id, reason: `stands already in ${earlier.file} line ${earlier.line}` })

      const record: EntityRecord = { id, type, fields: {}, file, line }
      if (reason === undefined && !earlier) entities.set(id, record)
      for (const { at, take } of fields) {
        const text = cells[at] ?? ''
        if (text !== '') take(text, record)
      }
      const disorder = endBeforeStart(record.fields)
      if (disorder) report.fault({ file, line, ...disorder })
      if ('name' in known && record.fields.name === undefined) report.warn(file, 'no name; the id is shown', line)
    }
  }
  return { columns: ['id', ...Object.keys(known)], required: ['id'], begin }
}
