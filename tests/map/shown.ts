import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import type { NetworkAnswer, NetworkNode } from '#contract/network.ts'
import type { Tie } from '#contract/entity.ts'
import { PACKED_TYPE, type PackedNetwork, unpackNetwork } from '#contract/packed-network.ts'
import type { Problem } from '#contract/problem.ts'
import { buildApp } from '../../server/app.ts'
import { drawMap } from '../../server/map/draw.ts'
import type { NetworkMap } from '../../server/map/network-map.ts'
import type { Projection } from '../../server/network/projection.ts'

/** A question to /api/network: lists are written as the API takes them, those of ids with their name repeated. */
export type Question = Record<string, string | number | readonly (string | number)[] | undefined>

const repeated = new Set(['themes', 'territories', 'programs', 'around'])

export function searchOf(question: Question): string {
  const search = new URLSearchParams()
  for (const [name, given] of Object.entries(question)) {
    const values = [given ?? []].flat()
    if (repeated.has(name)) for (const value of values) search.append(name, String(value))
    else if (values.length > 0) search.append(name, values.join())
  }
  return `/api/network?${search}`
}

/** What a test asks of the API where the network is in memory and changes from one question to the next. */
export interface Shown {
  /** The network that is answered from now on, laid out anew where no map of it is given. */
  show(projection: Projection, map?: NetworkMap): NetworkMap
  ask(question?: Question): Promise<NetworkAnswer>
  askPacked(question?: Question): Promise<PackedNetwork>
  askBytes(question: Question): Promise<ArrayBuffer>
  refused(question: Question): Promise<Problem>
}

export const asBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** The API over networks in memory, which need no store; every answer is held against its schema. */
export function shownNetwork(): Shown {
  let shown: { projection: Projection; map: NetworkMap } | undefined
  let app: FastifyInstance
  beforeAll(async () => {
    app = await buildApp({
      source: {
        engine: 'embedded',
        projection: () => shown?.projection,
        map: async () => shown?.map as NetworkMap,
        matching: () => Promise.reject(new Error('not asked')),
        isMatching: () => true,
        isAway: () => false
      },
      checked: true
    })
  })
  afterAll(() => app.close())
  const get = async (question: Question, accept = 'application/json') => {
    const reply = await app.inject({ url: searchOf(question), headers: { accept } })
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply
  }
  const askBytes = async (question: Question): Promise<ArrayBuffer> => asBuffer((await get(question, PACKED_TYPE)).rawPayload)
  return {
    show(projection, map = drawMap(projection, undefined)) {
      shown = { projection, map }
      return map
    },
    ask: async (question = {}) => (await get(question)).json() as NetworkAnswer,
    askPacked: async (question = {}) => unpackNetwork(await askBytes(question)),
    askBytes,
    refused: async (question) => (await app.inject(searchOf(question))).json() as Problem
  }
}

export const idsOf = ({ nodes }: { nodes: readonly NetworkNode[] }): string[] => nodes.map(({ id }) => id).sort()
export const sentencesOf = ({ ties }: { ties: readonly Tie[] }): string[] =>
  ties.map(({ from, relation, to }) => `${from} ${relation} ${to}`).sort()
