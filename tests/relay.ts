import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** An address of this machine that leads to another one, or, while it is cut, nowhere. */
export interface Relay {
  port: number
  connect(): Promise<void>
  cut(): void
}

/** Cut at first. */
export async function relayTo(target: number): Promise<Relay> {
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0
  const cut = () => {
    server?.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const open = async () => {
    server = createServer((near) => {
      const far = connect(target, '127.0.0.1')
      for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
      near.pipe(far).pipe(near)
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  await open()
  cut()
  onTestFinished(cut)
  return { port, connect: open, cut }
}
