import { TablesAnswer, TablesQuery } from '#contract/tables.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import { dayOf, today } from './network/days.ts'
import { type Projection, typeAt } from './network/projection.ts'
import { ProblemError } from './problem.ts'
import { tables } from './tables/lay.ts'

/** The place of a theme. Throws the problem where it is none. */
function findTheme(projection: Projection, id: string): number {
  const place = find(projection, id)
  const type = typeAt(projection, place)
  if (type !== 'theme') throw new ProblemError(400, `"${id.slice(0, 80)}" is of the kind ${type}; a table is on a theme.`)
  return place
}

export function addTables(add: AddAnswer): void {
  add(
    '/api/tables',
    { summary: 'Tables for a café: a few people on a theme, most of whom have not met', query: TablesQuery, answer: TablesAnswer },
    async ({ query: { theme, limit, seats }, projection, matching }) => {
      const asOf = today()
      const asked = { limit, seats, ...(theme !== undefined && { theme: findTheme(projection, theme) }) }
      return { revision: projection.revision, asOf, ...(await tables(projection, (await matching(dayOf(asOf))).features.ground, asked)) }
    }
  )
}
