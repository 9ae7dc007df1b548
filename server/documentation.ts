import swagger from '@fastify/swagger'
import swaggerPages from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** Documents the routes that are added after it, as OpenAPI and as pages to browse. */
export async function addDocumentation(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entremise',
        version,
        description: 'A network of people and things, and who could introduce whom. Errors are RFC 9457 problems.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'The token of connectors: with it, answers show what only they may see.' }
        }
      },
      // Either without or with it.
      security: [{}, { token: [] }]
    },
    transform: jsonSchemaTransform
  })
  await app.register(swaggerPages, {
    routePrefix: '/api/docs',
    // As everywhere, but for the style attributes that these pages write into themselves.
    staticCSP:
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    uiConfig: { url: '/api/openapi.json', validatorUrl: null }
  })
}
