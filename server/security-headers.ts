import helmet from '@fastify/helmet'
import Fastify from 'fastify'

/**
 * What answers tell the browser to refuse; `isEmbed`: the page that other sites may show within theirs. They are the same for all
 * requests, so they are worked out once and not with each answer.
 */
export async function securityHeaders({ isEmbed }: { isEmbed: boolean }): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, {
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
        frameAncestors: [isEmbed ? '*' : "'none'"],
        formAction: ["'self'"]
      }
    },
    // The server itself speaks plain HTTP; whoever puts it behind TLS sets this there.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: isEmbed ? false : { action: 'deny' }
  })
  probe.get('/', async (_request, reply) => reply.send())
  const { headers } = await probe.inject('/')
  await probe.close()
  const ofTheAnswer = new Set(['content-length', 'date', 'connection'])
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !ofTheAnswer.has(name))
      .map(([name, value]) => [name, String(value)])
  )
}
