import { type IceBreakersAnswer as Answer, IceBreakersAnswer, IceBreakersQuery } from '#contract/ice-breakers.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import { iceBreakers } from './ice-breakers/break.ts'
import type { Ground } from './matches/ground.ts'
import { dayOf, today } from './network/days.ts'
import { type Projection, refAt, typeAt } from './network/projection.ts'
import { ProblemError } from './problem.ts'

/** The place of a person. Throws the problem where it is none. */
function findPerson(projection: Projection, id: string): number {
  const place = find(projection, id)
  const type = typeAt(projection, place)
  if (type !== 'person') throw new ProblemError(400, `"${id.slice(0, 80)}" is of the kind ${type}; first words are for two people.`)
  return place
}

function answer(projection: Projection, ground: Ground, asOf: string, asked: IceBreakersQuery): Answer {
  const [a, b] = [findPerson(projection, asked.a), findPerson(projection, asked.b)]
  if (a === b) throw new ProblemError(400, `"${asked.a.slice(0, 80)}" is both a and b; choose two different people.`)
  return {
    revision: projection.revision,
    asOf,
    a: refAt(projection, a),
    b: refAt(projection, b),
    iceBreakers: iceBreakers(projection, ground, a, b)
  }
}

export function addIceBreakers(add: AddAnswer): void {
  add(
    '/api/ice-breakers',
    {
      summary: 'What two people share that is worth a first word, the unexpected first',
      query: IceBreakersQuery,
      answer: IceBreakersAnswer
    },
    async ({ query, projection, matching }) => {
      const asOf = today()
      return answer(projection, (await matching(dayOf(asOf))).features.ground, asOf, query)
    }
  )
}
