import { type Path, PathsAnswer, PathsQuery, type Step } from '#contract/paths.ts'
import type { AddAnswer } from './answers.ts'
import { find } from './cards.ts'
import { evidenceSentence } from './evidence.ts'
import { Acquaintance } from './network/acquaintance.ts'
import { ALWAYS, dayOf, today } from './network/days.ts'
import { nearestReachable } from './network/nearest.ts'
import { placeOf, type Projection, refAt, tieAt, typeAt } from './network/projection.ts'
import { viewAt } from './network/view.ts'
import { strongestWays, type Way } from './network/ways.ts'
import { ProblemError } from './problem.ts'

/** How many are named when there is no way. */
const MOST_NEAREST = 5

/** The place of an end of a way. Throws the problem where a way cannot start or end there. */
function findEnd(projection: Projection, acquaintance: Acquaintance, id: string): number {
  const end = find(projection, id)
  if (!acquaintance.isEnd(end)) {
    throw new ProblemError(
      400,
      `"${id.slice(0, 80)}" is of the kind ${typeAt(projection, end)}; a way starts and ends at a person, an organization or a project.`
    )
  }
  return end
}

/** The ways from one to the other through people who would gladly introduce, strongest first. */
async function paths(projection: Projection, asked: PathsQuery): Promise<PathsAnswer> {
  const asOf = asked.asOf ?? today()
  // Nothing goes through what is not there.
  const avoid = asked.avoid.map((id) => placeOf(projection, id)).filter((place) => place >= 0)
  const view = viewAt(projection, { asOf: dayOf(asOf), since: asked.since ? dayOf(asked.since) : ALWAYS })
  const acquaintance = new Acquaintance(view, avoid)
  const from = findEnd(projection, acquaintance, asked.from)
  const to = findEnd(projection, acquaintance, asked.to)
  if (from === to) throw new ProblemError(400, `"${asked.from.slice(0, 80)}" is both ends of the way; choose two different ones.`)
  if (avoid.includes(from) || avoid.includes(to))
    throw new ProblemError(400, 'An end of the way is also to be avoided; take it out of avoid.')

  const { ways, forward } = await strongestWays(acquaintance, { from, to, maxHops: asked.maxHops, alternatives: asked.alternatives })
  const mentioned = new Set<number>()
  const answer = {
    revision: projection.revision,
    asOf,
    paths: ways.map((way) => told(projection, acquaintance, way, dayOf(asOf), mentioned))
  }
  if (ways.length > 0) return { ...answer, entities: [...mentioned].map((entity) => refAt(projection, entity)) }
  const nearest = await nearestReachable(projection, forward, to, MOST_NEAREST)
  return {
    ...answer,
    entities: [from, to].map((entity) => refAt(projection, entity)),
    nearest: nearest.map(({ entity, hops }) => ({ ...refAt(projection, entity), hops }))
  }
}

/** A way with what holds each of its steps. */
function told(projection: Projection, acquaintance: Acquaintance, way: Way, asOf: number, mentioned: Set<number>): Path {
  const steps: Step[] = []
  for (let i = 1; i < way.nodes.length; i++) {
    const [from, to] = [way.nodes[i - 1] as number, way.nodes[i] as number]
    const evidence = acquaintance.evidence(from, to)
    mentioned.add(from).add(to)
    for (const { thing } of evidence) if (thing !== undefined) mentioned.add(thing)
    steps.push({
      from: refAt(projection, from).id,
      to: refAt(projection, to).id,
      strength: acquaintance.stepStrength(from, to),
      ties: evidence.flatMap(({ ties }) => ties.map((tie) => tieAt(projection, tie))),
      evidence: evidence.map((each) => ({
        ...(each.thing !== undefined && { shared: refAt(projection, each.thing), people: each.people }),
        strength: each.strength,
        sentence: evidenceSentence(projection, each, from, to, asOf)
      }))
    })
  }
  return { strength: way.strength, steps }
}

export function addPaths(add: AddAnswer): void {
  add(
    '/api/paths',
    { summary: 'Who could introduce whom: the ways from one to the other', query: PathsQuery, answer: PathsAnswer },
    ({ query, projection }) => paths(projection, query)
  )
}
