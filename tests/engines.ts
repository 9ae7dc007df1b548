import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Engine } from '../server/graph/engine.ts'
import { type GraphPlace, openGraph } from '../server/graph/open.ts'

/** An empty store, open. */
interface Store {
  engine: Engine
  place: GraphPlace
  /** What a process of the product is started with to find the same store. */
  environment: Record<string, string>
  /** Opens the same store once more; the embedded one must be closed first. */
  again(): Promise<Engine>
}

/** Gives an empty store. One at a time: the one before it is closed and gone. */
export type OpenStore = () => Promise<Store>

const desk = inject('neo4j')
/** Whether this run has no Neo4j; the first line it printed says why. */
export const neo4jLeftOut = 'leftOut' in desk
/** In milliseconds: files before this one may keep the server long. */
const patience = 600_000

/** Tells the same stories on every engine. */
export function describeOnEngines(story: string, stories: (open: OpenStore, engine: Engine['name']) => void): void {
  const freshFolder = async (folder: string): Promise<GraphPlace> => ({ engine: 'embedded', path: join(folder, 'graph.grafeo') })
  describe(`${story} (embedded)`, () => stories(opener(freshFolder), 'embedded'))
  describeOnNeo4j(`${story} (neo4j)`, (open) => stories(open, 'neo4j'))
}

/** Tells stories on a real Neo4j, or skips them where there is none. */
export function describeOnNeo4j(story: string, stories: (open: OpenStore) => void): void {
  describe.skipIf(neo4jLeftOut)(story, () => {
    let turn: Turn | undefined
    beforeAll(async () => {
      turn = await takeTurn()
      // The first statements of a server that has just started take seconds, which a test has not.
      await wipe(turn.uri)
    }, patience)
    // After every other hook of the stories, which may still need the server.
    afterAll(() => turn?.end())

    stories(
      opener(async () => {
        if (!turn) throw new Error('open() is called in a test or a hook')
        await wipe(turn.uri)
        return { engine: 'neo4j', settings: { uri: turn.uri } }
      })
    )
  })
}

function opener(placeIn: (folder: string) => Promise<GraphPlace>): OpenStore {
  let putAway = async () => {}
  afterAll(() => putAway())

  return async () => {
    await putAway()
    const folder = await mkdtemp(join(tmpdir(), 'entremise-'))
    const opened: Engine[] = []
    putAway = async () => {
      for (const engine of opened) await engine.close()
      await rm(folder, { recursive: true, force: true })
    }
    const place = await placeIn(folder)
    const again = async () => {
      const engine = await openGraph(place)
      opened.push(engine)
      return engine
    }
    const environment = { ENTREMISE_DATA: folder, ...(place.engine === 'neo4j' && { NEO4J_URI: place.settings.uri }) }
    return { engine: await again(), place, environment, again }
  }
}

interface Turn {
  uri: string
  end(): void
}

async function takeTurn(): Promise<Turn> {
  if ('leftOut' in desk) throw new Error(desk.leftOut)
  const socket: Socket = connect(desk.port, '127.0.0.1')
  const [said] = await once(socket, 'data')
  const answer: { uri: string } | { fault: string } = JSON.parse(String(said))
  if ('fault' in answer) throw new Error(answer.fault)
  return { uri: answer.uri, end: () => socket.destroy() }
}

/** Takes everything out of a Neo4j, what it was told about its data too. */
async function wipe(uri: string): Promise<void> {
  const driver = neo4j.driver(uri)
  const session = driver.session()
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
    const constraints = await session.run('SHOW CONSTRAINTS YIELD name')
    for (const record of constraints.records) await session.run(`DROP CONSTRAINT \`${record.get('name')}\``)
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")
    for (const record of indexes.records) await session.run(`DROP INDEX \`${record.get('name')}\``)
  } finally {
    await session.close()
    await driver.close()
  }
}
