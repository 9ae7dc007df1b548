import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  Decision,
  type DecisionKind,
  DecisionsAnswer,
  DecisionsQuery,
  DecisionUndo,
  type HeldDecision,
  Me,
  Unchanged,
  Written
} from '#contract/decisions.ts'
import { relationNames } from '#contract/vocabulary/relations.ts'
import { type AnswerOptions, AWAY, type OpenGraph, otherAnswers, type Source, STARTING } from './answers.ts'
import { decide, kindOf } from './decide.ts'
import { refusalOf } from './deciders.ts'
import { lensOf, throughLens } from './lens.ts'
import { undo, UndoRefused, UnknownBatch } from './journal/undo.ts'
import { holdsOn } from './network/aside.ts'
import { dayOf, EVER, isoDayOf, today } from './network/days.ts'
import { entityCount, labelAt, type Projection, refAt, tieCount } from './network/projection.ts'
import { ProblemError } from './problem.ts'

/** The longest decision there is, and its ids in escapes. */
const LONGEST_BODY = 16_000
const KNOWS = relationNames.indexOf('KNOWS')

/** A decision that holds, and the revision that wrote it. */
interface Held extends HeldDecision {
  revision: number
}

/** The decisions that hold today, newest first. */
function decisionsOf(projection: Projection, { limit }: DecisionsQuery): DecisionsAnswer {
  const day = dayOf(today())
  const held = [...pairsAside(projection, day), ...acquaintances(projection, day)].sort((a, b) => b.revision - a.revision)
  return {
    revision: projection.revision,
    decisions: held.slice(0, limit).map(({ revision: _, ...decision }) => decision),
    leftOut: Math.max(0, held.length - limit)
  }
}

/** The batch of a revision, where it is a decision. */
function decisionAt({ entries }: Projection, revision: number): string | undefined {
  const batch = entries[revision - 1]?.batch
  return batch?.startsWith('decision-') ? batch : undefined
}

function heldAt(projection: Projection, one: number, other: number, revision: number, decision: DecisionKind): Held {
  const batch = decisionAt(projection, revision)
  return {
    between: [refAt(projection, one), refAt(projection, other)],
    decision,
    at: projection.entries[revision - 1]?.at as string,
    ...(batch !== undefined && { batch }),
    revision
  }
}

function pairsAside(projection: Projection, day: number): Held[] {
  const { aside } = projection
  const held: Held[] = []
  for (let entity = 0; entity < entityCount(projection); entity++) {
    for (let row = aside.offsets[entity] as number; row < (aside.offsets[entity + 1] as number); row++) {
      // Each stands at both ends.
      const other = aside.others[row] as number
      const [from, to] = [aside.from[row] as number, aside.to[row] as number]
      if (other < entity || !holdsOn({ from, to }, day)) continue
      const role = labelAt(projection, aside.roles[row] as number)
      const decision = kindOf(role, to !== EVER)
      held.push({
        ...heldAt(projection, entity, other, aside.createdIn[row] as number, decision),
        ...(role !== undefined && decision !== 'acquainted' && { because: role }),
        ...(decision === 'later' && { until: isoDayOf(to) })
      })
    }
  }
  return held
}

/** Who was said to know each other, by a decision. */
function acquaintances(projection: Projection, day: number): Held[] {
  const held: Held[] = []
  const { relations, starts, ends, heldTo, tiesCreatedIn } = projection
  for (let tie = 0; tie < tieCount(projection); tie++) {
    if (relations[tie] !== KNOWS || (heldTo[tie] as number) < day) continue
    const revision = tiesCreatedIn[tie] as number
    if (decisionAt(projection, revision) !== undefined)
      held.push(heldAt(projection, starts[tie] as number, ends[tie] as number, revision, 'acquainted'))
  }
  return held
}

/** What was asked for, once there is some. */
function orLater<Thing>(source: Source, thing: Thing | undefined): Thing {
  if (thing === undefined) throw new ProblemError(503, source.isAway() ? AWAY : STARTING)
  return thing
}

/** The answer holds what was written; where it cannot be read again yet, it is written all the same. */
const inStep = ({ network }: OpenGraph): Promise<void> => network.refresh().catch(() => undefined)

/** Adds the door by which connectors decide, and what it tells them. Nothing here is kept by anybody. */
export function addDecisions(app: FastifyInstance, { source, token, checked = false, lens = throughLens }: AnswerOptions): void {
  const send = <A extends z.ZodType>(reply: FastifyReply, schema: A, answer: z.infer<A> & object, status = 200): FastifyReply => {
    const made = lens('connectors', answer)
    if (checked) schema.parse(made)
    return reply.code(status).header('cache-control', 'no-store').send(made)
  }
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const refusal = refusalOf(request, token)
    if (refusal?.status === 401) void reply.header('www-authenticate', 'Bearer')
    if (refusal) throw refusal
  }
  const writes = { onRequest, bodyLimit: LONGEST_BODY }

  app.get(
    '/api/me',
    { schema: { summary: 'Whose eyes the asker has, and whether they may decide', response: { 200: Me, default: otherAnswers.default } } },
    async (request, reply) =>
      send(reply, Me, { eyes: lensOf(request.headers.authorization, token), decides: refusalOf(request, token) === undefined })
  )
  app.get(
    '/api/decisions',
    {
      onRequest,
      schema: { summary: 'What connectors decided', querystring: DecisionsQuery, response: { 200: DecisionsAnswer, ...otherAnswers } }
    },
    async (request, reply) =>
      send(reply, DecisionsAnswer, decisionsOf(orLater(source, source.projection()), request.query as DecisionsQuery))
  )
  app.post(
    '/api/decisions',
    {
      ...writes,
      schema: { summary: 'Decide about two', body: Decision, response: { 200: Unchanged, 201: Written, ...otherAnswers } }
    },
    async (request, reply) => {
      const graph = orLater(source, source.graph?.())
      const entry = await decide(graph.engine, request.body as Decision)
      await inStep(graph)
      if (entry) return send(reply, Written, { revision: entry.revision, batch: entry.batch }, 201)
      const { revision } = orLater(source, source.projection())
      return send(reply, Unchanged, { revision, detail: 'That is decided already; nothing was written.' })
    }
  )
  app.post(
    '/api/decisions/undo',
    { ...writes, schema: { summary: 'Take a decision back', body: DecisionUndo, response: { 201: Written, ...otherAnswers } } },
    async (request, reply) => {
      const graph = orLater(source, source.graph?.())
      const { batch } = request.body as z.infer<typeof DecisionUndo>
      const { revision, batch: undone } = await undo(graph.engine, batch, { by: 'connector' }).catch((error: unknown) => {
        if (error instanceof UndoRefused) throw new ProblemError(error instanceof UnknownBatch ? 404 : 409, error.message)
        throw error
      })
      await inStep(graph)
      return send(reply, Written, { revision, batch: undone }, 201)
    }
  )
}
