import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'

// What answers are measured beside: a route that has nothing to say, in a process of its own.
const app = Fastify()
app.get('/', (_, reply) => reply.send({}))
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.((app.server.address() as AddressInfo).port)
