import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import serveFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerPages from '@fastify/swagger-ui'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions
} from 'fastify'
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod'
import { Health } from '#contract/health.ts'
import { type AnswerOptions, answersOf } from './answers.ts'
import { addCards } from './cards.ts'
import { addChanges } from './changes.ts'
import { health } from './health.ts'
import { lensOf, throughLens } from './lens.ts'
import { addPaths } from './paths.ts'
import { PROBLEM_TYPE, ProblemError, problemText, replyProblem } from './problem.ts'
import { addSearch } from './search.ts'

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
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error, request, reply) => replyProblem(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler(_error, socket) {
      if (!socket.writable) return
      const body = problemText(400, 'The request could not be read as HTTP.')
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
      )
    }
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler<FastifyError>(replyProblem)
  app.setNotFoundHandler(notFound(pages))

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"]
      }
    },
    // The server itself speaks plain HTTP; whoever puts it behind TLS sets this there.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entremise',
        version,
        description: 'A network of people and things, and who could introduce whom. Errors are RFC 9457 problems.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
      }
    },
    transform: jsonSchemaTransform
  })
  await app.register(swaggerPages, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { url: '/api/openapi.json' } })

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/api/health', { schema: { summary: 'How the server is', response: { 200: Health } } }, async (request, reply) => {
    const answer = (options.lens ?? throughLens)(lensOf(request.headers.authorization, options.token), health(options.source))
    return reply.header('cache-control', 'no-store').send(answer)
  })
  const add = answersOf(app, { ...options, version })
  for (const capability of [addSearch, addCards, addPaths, addChanges]) capability(add)
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

/** What no route answers: a page is the page's own matter, everything else is a problem. */
function notFound(pages: string | undefined) {
  return (request: FastifyRequest, reply: FastifyReply): unknown => {
    const [path = ''] = request.url.split('?')
    const isApi = path === '/api' || path.startsWith('/api/')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead) {
      void reply.header('allow', 'GET, HEAD')
      throw new ProblemError(405, `${request.method} is not answered; the API only reads, with GET.`)
    }
    if (!isApi && !path.startsWith('/assets/') && pages) return reply.header('cache-control', 'no-cache').sendFile('index.html', pages)
    throw new ProblemError(
      404,
      isApi ? `There is no ${path.slice(0, 80)}; /api/docs lists what is there.` : `There is no ${path.slice(0, 80)}.`
    )
  }
}
