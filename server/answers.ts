import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Problem } from '#contract/problem.ts'
import { type Lens, lensOf, throughLens } from './lens.ts'
import { today } from './network/days.ts'
import type { Projection } from './network/projection.ts'
import { ProblemError } from './problem.ts'

const STARTING = 'The network is still being read; try again in a moment.'
const AWAY = 'The network cannot be read right now. Try again later; whoever runs the server finds the reason in its log.'

/** Where answers come from. */
export interface Source {
  engine: 'embedded' | 'neo4j'
  /** The graph at its latest revision; undefined while it is being read. */
  projection(): Projection | undefined
  /** Whether the graph cannot be read right now; whoever runs the server is told why. */
  isAway(): boolean
}

export interface AnswerOptions {
  source: Source
  token?: string
  /** Holds every answer against its schema before it is sent: for tests. */
  checked?: boolean
  lens?: typeof throughLens
}

interface DoorOptions extends AnswerOptions {
  /** Of the product: another one may answer the same question in another form. */
  version: string
}

interface Route<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> {
  summary: string
  params?: P
  query?: Q
  answer: A
}

interface Asked<P, Q> {
  params: P
  query: Q
  projection: Projection
}

/** Adds a route that answers from the graph. */
export type AddAnswer = <P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  path: string,
  route: Route<P, Q, A>,
  answer: (asked: Asked<z.infer<P>, z.infer<Q>>) => z.infer<A> & object
) => void

/** The same question, asked of the same version and revision through the same lens on the same day, has the same answer. */
function tagOf(version: string, { store, revision }: Projection, lens: Lens): string {
  return `"${createHash('sha1').update(`${version} ${store} ${revision} ${lens} ${today()}`).digest('base64url')}"`
}

/**
 * The one door through which answers leave: nothing is answered while the graph is being read, an answer that the asker has already is not
 * made again, and every other passes the lens.
 */
export function answersOf(app: FastifyInstance, { source, token, version, checked = false, lens = throughLens }: DoorOptions): AddAnswer {
  let tagged: { projection: Projection; day: string; tags: Map<Lens, string> } | undefined
  const tagFor = (projection: Projection, eyes: Lens): string => {
    const day = today()
    if (tagged?.projection !== projection || tagged.day !== day) tagged = { projection, day, tags: new Map() }
    let tag = tagged.tags.get(eyes)
    if (!tag) {
      tag = tagOf(version, projection, eyes)
      tagged.tags.set(eyes, tag)
    }
    return tag
  }

  return (path, { summary, params, query, answer: schema }, answer) => {
    app.get(path, {
      schema: { summary, ...(params && { params }), ...(query && { querystring: query }), response: { 200: schema, default: Problem } },
      handler: (request: FastifyRequest, reply: FastifyReply) => {
        const projection = source.projection()
        if (!projection) throw new ProblemError(503, source.isAway() ? AWAY : STARTING)
        const eyes = lensOf(request.headers.authorization, token)
        const tag = tagFor(projection, eyes)
        void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'authorization')
        if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
        const made = lens(eyes, answer({ params: request.params as never, query: request.query as never, projection }))
        if (checked) schema.parse(made)
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(made))
      }
    })
  }
}
