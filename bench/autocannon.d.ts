declare module 'autocannon' {
  interface Client {
    setRequests(requests: { method: 'GET'; path: string }[]): void
  }
  interface Options {
    url: string
    connections: number
    duration: number
    headers: Record<string, string>
    setupClient(client: Client): void
  }
  interface Result {
    duration: number
    errors: number
    requests: { total: number }
    latency: { p50: number; p99: number }
    '2xx': number
    '3xx': number
    '4xx': number
    '5xx': number
  }
  export default function autocannon(options: Options): Promise<Result>
}
