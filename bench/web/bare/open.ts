import { unpackNetwork } from '#contract/packed-network.ts'
import { openNetwork } from '../../../web/network/network.ts'
import { graphOf, type Plain } from './graph.ts'

/** What a page does with the bytes of an answer until there is something to draw. */
const ways = {
  packed: (bytes: ArrayBuffer) => openNetwork(unpackNetwork(bytes)),
  plain: (bytes: ArrayBuffer) => graphOf(JSON.parse(new TextDecoder().decode(bytes)) as Plain)
}
export type Way = keyof typeof ways

declare global {
  interface Window {
    timeOpening(way: Way, path: string): Promise<number>
  }
}

/** How long it takes to open what is at a path, once its bytes are there. Once a page: nothing is warm then, as in a page that opens. */
async function timeOpening(way: Way, path: string): Promise<number> {
  const bytes = await (await fetch(path)).arrayBuffer()
  const start = performance.now()
  const opened = ways[way](bytes)
  const took = performance.now() - start
  Object.assign(window, { opened })
  return took
}

window.timeOpening = timeOpening
