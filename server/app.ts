import { existsSync, readFileSync } from 'node:fs'
import { type ParsedUrlQuery, parse } from 'node:querystring'
import { fileURLToPath } from 'node:url'
import serveFiles from '@fastify/static'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions
} from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { EMBED_PATH } from '#contract/embed.ts'
import { Health } from '#contract/health.ts'
import { type AnswerOptions, answersOf, otherAnswers } from './answers.ts'
import { addCards } from './cards.ts'
import { addChanges } from './changes.ts'
import { addDecisions } from './decisions.ts'
import { addDocumentation } from './documentation.ts'
import { health } from './health.ts'
import { addIceBreakers } from './ice-breakers.ts'
import { lensOf, throughLens } from './lens.ts'
import { addLearning } from './learning.ts'
import { addMatches } from './matches.ts'
import { addNetwork } from './network.ts'
import { addPaths } from './paths.ts'
import { ProblemError, replyProblem } from './problem.ts'
import { addQuestions } from './questions.ts'
import { connections, refuseUnusual, replyUnreadable } from './refusals.ts'
import { addSearch } from './search.ts'
import { securityHeaders } from './security-headers.ts'
import { addTables } from './tables.ts'

export interface AppOptions extends AnswerOptions {
  /** The folder of the built pages; left out, only the API answers. */
  pages?: string
  logger?: FastifyServerOptions['logger']
}

/** An id of 512 characters, each up to four bytes, each byte percent-encoded. */
const LONGEST_PARAMETER = 512 * 4 * 3

const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as { version: string }

/** The site and the API over a graph. Opens no port. */
export async function buildApp({ pages: built, logger = false, ...options }: AppOptions): Promise<FastifyInstance> {
  const pages = built && existsSync(built) ? built : undefined
  const app = Fastify({
    logger,
    ...connections,
    routerOptions: { maxParamLength: LONGEST_PARAMETER, querystringParser: withoutEmpty },
    // What the pages' own links never hold is for the page to tell: it is answered as the page, where the router would refuse it.
    rewriteUrl: ({ url = '/', method = '' }) => (pages && isRead(method) && !isDecodable(url) && isOfPages(url) ? '/' : url),
    frameworkErrors: (error, request, reply) => replyProblem(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: replyUnreadable
  })
  // Without a listener Node answers an unknown Expect itself, with nothing.
  app.server.on('checkExpectation', (request, response) => app.routing(request, response))
  // A decision is JSON, or it is none.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler<FastifyError>(replyProblem)
  app.setNotFoundHandler(notFound(pages))

  const [usual, embed] = [await securityHeaders({ isEmbed: false }), await securityHeaders({ isEmbed: true })]
  app.addHook('onRequest', ({ url }, reply, done) => {
    reply.headers(pathOf(url) === EMBED_PATH ? embed : usual)
    done()
  })
  app.addHook('onRequest', refuseUnusual)
  await addDocumentation(app, version)

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get(
    '/api/health',
    { schema: { summary: 'How the server is', response: { 200: Health.describe('How the server is'), default: otherAnswers.default } } },
    async (request, reply) => {
      const answer = (options.lens ?? throughLens)(lensOf(request.headers.authorization, options.token), health(options.source))
      return reply.header('cache-control', 'no-store').send(answer)
    }
  )
  const add = answersOf(app, { ...options, version })
  for (const capability of [
    addSearch,
    addCards,
    addPaths,
    addMatches,
    addLearning,
    addChanges,
    addNetwork,
    addQuestions,
    addIceBreakers,
    addTables
  ])
    capability(add)
  addDecisions(app, options)
  app.setSerializerCompiler(() => JSON.stringify)

  if (pages) {
    await app.register(serveFiles, {
      root: pages,
      preCompressed: true,
      cacheControl: false,
      // What Vite builds carries its hash in its name; the page itself is asked for each time.
      setHeaders: (reply, path) => {
        reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
        reply.setHeader('vary', 'accept-encoding')
      }
    })
  }
  return app
}

/** A part of a query that is left empty is left out. */
function withoutEmpty(text: string): ParsedUrlQuery {
  const query = parse(text)
  for (const [name, value] of Object.entries(query)) {
    const given = [value].flat().filter(Boolean) as string[]
    if (given.length === 0) delete query[name]
    else if (Array.isArray(value)) query[name] = given
  }
  return query
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''
const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'
const isOfApi = (path: string): boolean => path === '/api' || path.startsWith('/api/')

function isDecodable(url: string): boolean {
  try {
    return !url.includes('%') || Boolean(decodeURIComponent(pathOf(url)))
  } catch {
    return false
  }
}

/** Whether an address is one that the pages could know. But for the ids of cards, only files have a dot. */
function isOfPages(url: string): boolean {
  const path = pathOf(url)
  return !isOfApi(path) && !path.startsWith('/assets/') && (path.startsWith('/fiche/') || !/\.|%2e/i.test(path))
}

/** What no route answers: a page is the page's own matter, everything else is a problem. */
function notFound(pages: string | undefined) {
  return ({ url }: FastifyRequest, reply: FastifyReply): unknown => {
    if (pages && isOfPages(url)) return reply.header('cache-control', 'no-cache').sendFile('index.html', pages)
    const path = pathOf(url)
    throw new ProblemError(
      404,
      isOfApi(path) ? `There is no ${path.slice(0, 80)}; /api/docs lists what is there.` : `There is no ${path.slice(0, 80)}.`
    )
  }
}
