import type { z } from 'zod'
import { RelationName, relationNames, tieFields } from '#contract/vocabulary/relations.ts'
import { cellReader, endBeforeStart } from './cells.ts'
import { tiesFile } from './disk.ts'
import type { Harvest } from './entities.ts'
import { unknownWord } from './nearest.ts'
import { noFields, type TieFields } from './records.ts'
import type { Columns, Row, Table } from './table.ts'

/** The types hold the fields against what answers say of a tie. */
const schemas: { [field in keyof Required<TieFields>]: z.ZodType<Required<TieFields>[field]> } = tieFields

const required = ['from', 'relation', 'to']

/** The file of ties. */
export function tieTable({ entities, ties, report }: Harvest): Table {
  const fault = (line: number, column: string, value: string, reason: string): void =>
    report.fault({ file: tiesFile, line, column, ...(value !== '' && { value }), reason })

  const begin = (columns: Columns): Row => {
    const [fromAt = 0, relationAt = 0, toAt = 0] = required.map((column) => columns.get(column))
    const readRelation = cellReader(RelationName)
    const unknownRelation = unknownWord(relationNames)
    const readers = Object.entries(schemas).flatMap(([column, schema]) => {
      const at = columns.get(column)
      return at === undefined ? [] : [{ column, at, read: cellReader<string | number>(schema) }]
    })

    const readFields = (cells: string[], line: number): TieFields => {
      let fields: Record<string, string | number> | undefined
      for (const { column, at, read } of readers) {
        const text = cells[at] ?? ''
        if (text === '') continue
        const parsed = read(text)
        fields ??= {}
        if (parsed.is === 'value') fields[column] = parsed.value
        else fault(line, column, text, parsed.reason)
      }
      const disorder = fields && endBeforeStart(fields)
      if (disorder) fault(line, disorder.column, disorder.value, disorder.reason)
      return fields ?? noFields
    }

    return (cells, line) => {
      const from = cells[fromAt] ?? ''
      const to = cells[toAt] ?? ''
      const written = cells[relationAt] ?? ''
      const relation = readRelation(written)
      const fields = readFields(cells, line)
      if (from === '') fault(line, 'from', '', 'is missing')
      if (to === '') fault(line, 'to', '', 'is missing')
      if (relation.is === 'refused') {
        fault(line, 'relation', written, written === '' ? 'is missing' : unknownRelation(written))
      } else if (from !== '' && to !== '') {
        ties.push({
          file: tiesFile,
          line,
          relation: relation.value,
          fields,
          column: undefined,
          // The entity's own text stands for the end, so that a folder of a million ties holds each id once.
          from: entities.get(from)?.id ?? from,
          to: entities.get(to)?.id ?? to
        })
      }
    }
  }
  return { columns: [...required, ...Object.keys(schemas)], required, begin }
}
