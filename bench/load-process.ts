import autocannon from 'autocannon'
import type { LoadAsked, LoadTold } from './load.ts'

process.once('message', async ({ address, paths, connections, seconds, headers }: LoadAsked) => {
  const share = Math.ceil(paths.length / connections)
  let next = 0
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    headers,
    setupClient: (client) => {
      const own = paths.slice(next, next + share)
      next = (next + share) % paths.length
      client.setRequests((own.length > 0 ? own : paths.slice(0, share)).map((path) => ({ method: 'GET', path })))
    }
  })
  const told: LoadTold = {
    perSecond: (result['2xx'] + result['3xx']) / result.duration,
    notModified: result['3xx'],
    failed: result.errors + result['4xx'] + result['5xx']
  }
  process.send?.(told, () => process.exit(0))
})
