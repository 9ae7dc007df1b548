import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { KeptAnswers, type Sent } from './kept-answers.ts'
import type { Engine } from './graph/engine.ts'
import { type Lens, lensOf, throughLens } from './lens.ts'
import { today } from './network/days.ts'
import type { NetworkMap } from './map/network-map.ts'
import { ManyDays, type Matching } from './matches/live-matching.ts'
import type { LiveNetwork } from './network/live.ts'
import type { Projection } from './network/projection.ts'
import { ProblemError, problemAnswer } from './problem.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
export const STARTING = 'The network is still being read; try again in a moment.'
const DRAWING = 'The map is still being drawn; try again in a moment.'
const MANY_DAYS = 'Suggestions for several other days are being worked out; try again in a moment, or leave asOf out.'
export const AWAY = 'The network cannot be read right now. Try again later; whoever runs the server finds the reason in its log.'

/** Where answers come from. */
export interface Source {
  engine: 'embedded' | 'neo4j'
  /** The graph at its latest revision; undefined while it is being read. */
  projection(): Projection | undefined
  /** The map of a projection, once it is drawn. */
  map(projection: Projection): Promise<NetworkMap>
  /** What suggestions are made from: a projection as a day knew it. */
  matching(projection: Projection, asOf: number): Promise<Matching>
  /** Whether suggestions are made by now. */
  isMatching(): boolean
  /** How often what suggestions go by moved without a revision; left out, never. */
  lessons?(): number
  /** Whether the graph cannot be read right now; whoever runs the server is told why. */
  isAway(): boolean
  /** The graph that decisions are written to, and what follows it; undefined until it is open, left out where nothing is written. */
  graph?(): OpenGraph | undefined
}

/** A graph that is open, and the projection that follows it. */
export interface OpenGraph {
  engine: Engine
  network: Pick<LiveNetwork, 'refresh'>
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
  /** Another type in which it answers who accepts that, as `Bytes`. */
  alsoAs?: string
  /** Whether it is another one once something was learnt. */
  isLearnt?: true
}

interface Asked<P, Q> {
  params: P
  query: Q
  projection: Projection
  /** The map of the projection; a problem where it is not drawn within so long. */
  map(longestWaitMs: number): Promise<NetworkMap>
  /** What suggestions are made from, as a day knew the projection. */
  matching(asOf: number): Promise<Matching>
  /** Whether the other type is wanted. */
  isPacked: boolean
}

/** An answer that is not JSON. It does not pass the lens: it holds nothing that only some may see. */
export class Bytes {
  readonly type: string
  readonly bytes: Uint8Array
  constructor(type: string, bytes: Uint8Array) {
    this.type = type
    this.bytes = bytes
  }
}

/** Adds a route that answers from the graph. */
export type AddAnswer = <P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  path: string,
  route: Route<P, Q, A>,
  answer: (asked: Asked<z.infer<P>, z.infer<Q>>) => (z.infer<A> & object) | Promise<(z.infer<A> & object) | Bytes>
) => void

const digest = (text: string): string => createHash('sha1').update(text).digest('base64url')

const compress = promisify(gzip)

/** What is worked out beside the event loop, or the problem that tells to ask again where that takes too long. */
export function within<Work>(work: Promise<Work>, longestMs: number, detail: string): Promise<Work> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ProblemError(503, detail)), longestMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const UNCHANGED = z.null().describe('Unchanged: the answer to If-None-Match with the ETag of the latest one')

/** What every route may answer besides what is asked. */
export const otherAnswers = {
  503: problemAnswer('The network is still being read, or cannot be read right now; Retry-After says when to ask again'),
  default: problemAnswer('Anything else: what was wrong, and the next step')
}

const takesGzip = ({ headers }: FastifyRequest): boolean => /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))

/** Compressed, where that is taken, beside the event loop. */
async function asSent({ type, bytes }: Bytes, isCompressed: boolean): Promise<Sent> {
  return isCompressed
    ? { type, body: await compress(bytes, { level: 5 }), encoding: 'gzip' }
    : { type, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

function send(reply: FastifyReply, { type, body, encoding }: Sent): FastifyReply {
  if (encoding) void reply.header('content-encoding', encoding)
  return reply.type(type).send(body)
}

/**
 * The one door through which answers leave: nothing is answered while the graph is being read, an answer that the asker has already is not
 * made again, and every other passes the lens.
 */
export function answersOf(app: FastifyInstance, { source, token, version, checked = false, lens = throughLens }: DoorOptions): AddAnswer {
  const answers = new KeptAnswers()
  let tagged: { projection: Projection; day: string; tags: Map<Lens, string> } | undefined
  /** The same question, asked of the same version and revision through the same lens on the same day, has the same answer. */
  const tagFor = (url: string, projection: Projection, eyes: Lens): string => {
    const day = today()
    if (tagged?.projection !== projection || tagged.day !== day) tagged = { projection, day, tags: new Map() }
    let tag = tagged.tags.get(eyes)
    if (!tag) {
      tag = digest(`${version} ${projection.store} ${projection.revision} ${eyes} ${day}`)
      tagged.tags.set(eyes, tag)
    }
    return `"${digest(`${tag} ${url}`)}"`
  }

  return (path, { summary, params, query, answer: schema, alsoAs, isLearnt }, answer) => {
    app.get(path, {
      schema: {
        summary,
        ...(params && { params }),
        ...(query && { querystring: query }),
        response: { 200: schema, 304: UNCHANGED, ...otherAnswers }
      },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const projection = source.projection()
        if (!projection) throw new ProblemError(503, source.isAway() ? AWAY : STARTING)
        const eyes = lensOf(request.headers.authorization, token)
        const isPacked = alsoAs !== undefined && Boolean(request.headers.accept?.includes(alsoAs))
        const isCompressed = isPacked && takesGzip(request)
        // What is dear to make is known by what was understood of the question: an order or a parameter of one's own makes no new answer.
        const asked = alsoAs === undefined ? request.url : `${path} ${JSON.stringify(request.query)}`
        const lessons = isLearnt ? ` ${source.lessons?.() ?? 0}` : ''
        const tag = tagFor(`${asked}${lessons}${isPacked ? ` ${alsoAs}` : ''}${isCompressed ? ' gzip' : ''}`, projection, eyes)
        void reply
          .header('etag', tag)
          .header('cache-control', 'private, no-cache')
          .header('vary', alsoAs === undefined ? 'authorization' : 'authorization, accept, accept-encoding')
        const known = request.headers['if-none-match']
        if (known?.includes(tag)) return reply.code(304).send()
        const kept = answers.get(tag)
        if (kept) return send(reply, kept)
        const answered = await answer({
          params: request.params as never,
          query: request.query as never,
          projection,
          map: (longestMs) => within(source.map(projection), longestMs, DRAWING),
          matching: (asOf) =>
            source.matching(projection, asOf).catch((error) => {
              throw error instanceof ManyDays ? new ProblemError(503, MANY_DAYS) : error
            }),
          isPacked
        })
        // Any answer is known to who asks so, but there must be one.
        const isKnown = known?.trim() === '*'
        if (answered instanceof Bytes) {
          if (isKnown) return reply.code(304).send()
          const sent = await asSent(answered, isCompressed)
          if (!checked) answers.keep(tag, sent)
          return send(reply, sent)
        }
        const made = lens(eyes, answered)
        if (checked) schema.parse(made)
        if (isKnown) return reply.code(304).send()
        const sent: Sent = { type: JSON_TYPE, body: JSON.stringify(made) }
        // Where answers are held against their schema, each is made anew.
        if (!checked) answers.keep(tag, sent)
        return send(reply, sent)
      }
    })
  }
}
