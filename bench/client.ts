import { Agent, get } from 'node:http'

/** Asks a server over connections that stay open, and tells how long each whole answer took, in milliseconds. */
export class Client {
  private readonly agent: Agent
  private readonly address: string

  constructor(address: string, connections = 1) {
    this.address = address
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  timed(path: string): Promise<number> {
    const start = performance.now()
    return new Promise((resolve, reject) => {
      get(`${this.address}${path}`, { agent: this.agent }, (response) => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - start)
          else reject(new Error(`GET ${path} was answered with ${response.statusCode}.`))
        })
      }).on('error', reject)
    })
  }

  /** Asks for all of them, as many at a time as there are connections; a time for each. */
  async timedAll(paths: readonly string[], connections: number): Promise<number[]> {
    const times: number[] = []
    let next = 0
    const one = async (): Promise<void> => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) times.push(await this.timed(path))
    }
    await Promise.all(Array.from({ length: connections }, one))
    return times
  }

  close(): void {
    this.agent.destroy()
  }
}

const cardOf = (id: string): string => `/api/entities/${encodeURIComponent(id)}`
const neighboursOf = (id: string): string => `${cardOf(id)}/neighbours`
const searchFor = (query: string): string => `/api/search?q=${encodeURIComponent(query)}`
const waysBetween = (from: string, to: string): string => `/api/paths?${new URLSearchParams({ from, to })}`
const matchesFor = (id: string, more: Record<string, string> = {}): string =>
  `/api/matches?${new URLSearchParams({ for: id, type: 'person', limit: '10', ...more })}`

/** What is asked of the server, by what it answers. */
export const urls = { cardOf, neighboursOf, searchFor, waysBetween, matchesFor }
