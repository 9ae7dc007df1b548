import { kinds } from '#contract/vocabulary/kinds.ts'
import { checkAgainst } from '../seed/folder/check.ts'
import { readFolder } from '../seed/folder/read.ts'
import type { Parameters } from '../server/graph/engine.ts'

/** Rows that one statement makes things of. */
export interface PlainRows {
  statement: string
  rows: Parameters[]
}

/** A folder as somebody would load it who knows Cypher and nothing of the product: a statement a kind and a relation, rows in memory. */
export async function plainRows(world: string): Promise<PlainRows[]> {
  const checked = await checkAgainst(await readFolder(world))
  if (checked.state === 'refused') throw new Error(`The ecosystem in ${world} has faults; was it written to its end?`)
  const byStatement = new Map<string, Parameters[]>()
  const add = (statement: string, row: Parameters): void => {
    const rows = byStatement.get(statement)
    if (rows) rows.push(row)
    else byStatement.set(statement, [row])
  }
  for (const { id, type, fields } of checked.entities) {
    add(`UNWIND $rows AS row CREATE (entity:Entity:${kinds[type].label}) SET entity = row`, { id, ...fields })
  }
  for (const { relation, from, to, fields } of checked.ties) {
    add(
      `UNWIND $rows AS row MATCH (start:Entity {id: row.from}), (end:Entity {id: row.to}) CREATE (start)-[tie:${relation}]->(end) SET tie = row.fields`,
      { from, to, fields: { ...fields } }
    )
  }
  return [...byStatement].map(([statement, rows]) => ({ statement, rows }))
}
