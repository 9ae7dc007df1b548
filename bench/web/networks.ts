import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { NetworkAnswer } from '#contract/network.ts'
import { emptyFolder } from '../cache.ts'
import { milliseconds } from '../figures.ts'
import { type Product, startProduct } from '../product.ts'
import { productStore, storeOf } from '../stores.ts'
import type { Plain } from './bare/graph.ts'

const ASK_EVERY_MS = 50

/** What the pages are measured with, each as the data folder of a product that holds it. */
export const networks = {
  /** A store that was never written is given the demonstration. */
  demonstration: async () => emptyFolder('demonstration'),
  /** Projects of research and who is in them: 53,000 entities, 106,000 ties. Undefined where the data is not here. */
  anr: async () => {
    const folder = join(process.env.TEST_DATA ?? '', 'anr')
    return process.env.TEST_DATA && existsSync(folder) ? storeOf('anr', folder) : undefined
  },
  twoThousand: () => productStore('1.4k'),
  fiftyThousand: () => productStore('38k')
}

/** Whether the map is there; while it is drawn the product asks for patience. */
async function isDrawn({ address }: Product): Promise<boolean> {
  const reply = await fetch(`${address}/api/network?most=1`)
  await reply.arrayBuffer()
  return reply.ok
}

async function untilDrawn(product: Product): Promise<void> {
  while (!(await isDrawn(product))) await sleep(ASK_EVERY_MS)
}

/** Runs work on a product whose map is at hand, as from the second start on; tells how long the first layout took. */
export async function onNetwork<T>(dataFolder: string, tell: (line: string) => void, work: (product: Product) => Promise<T>): Promise<T> {
  rmSync(join(dataFolder, 'layout.json'), { force: true })
  const first = await startProduct(dataFolder)
  await untilDrawn(first)
  tell(`the first layout took ${milliseconds(Date.now() - first.moments.ok)}`)
  await first.stop()
  const product = await startProduct(dataFolder)
  try {
    await untilDrawn(product)
    return await work(product)
  } finally {
    await product.stop()
  }
}

/** All of the network in plain JSON, with what it takes to draw it and no more: the API's own answer holds much besides. */
export async function plainNetwork({ address }: Product): Promise<Plain> {
  const { nodes, ties } = (await (await fetch(`${address}/api/network?most=100000`)).json()) as NetworkAnswer
  return {
    nodes: nodes.map(({ id, name, type, x, y, degree }) => ({ id, name, type, x, y, degree })),
    ties: ties.map(({ from, relation, to }) => ({ from, relation, to }))
  }
}
