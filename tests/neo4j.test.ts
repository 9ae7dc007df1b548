import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts'
import { type Engine, GraphAway, type Neo4jSettings } from '../server/graph/engine.ts'
import { openNeo4j } from '../server/graph/neo4j.ts'
import { attachGraph } from '../server/graph/open.ts'
import { describeOnNeo4j, neo4jLeftOut } from './engines.ts'

const say = (text: string) => ({ name: 'test', text })
const away = (settings: Neo4jSettings) => expect(openNeo4j(settings)).rejects

describe('a Neo4j that is not there', () => {
  it('is told with its address, the cause and the next step', async () => {
    const opening = openNeo4j({ uri: 'bolt://127.0.0.1:1', password: 'a secret' })
    await expect(opening).rejects.toBeInstanceOf(GraphAway)
    await expect(opening).rejects.toThrow(
      'Neo4j at bolt://127.0.0.1:1 cannot be used: nothing listens there (connection refused). ' +
        'Start it or check NEO4J_URI; `npm run neo4j` starts one for development.'
    )
  })

  it('is told for a cluster, and for a host nobody knows', async () => {
    await away({ uri: 'neo4j://127.0.0.1:1' }).toThrow('nothing listens there')
    await away({ uri: 'bolt://nowhere.invalid' }).toThrow('the host is unknown')
  })

  it.each([
    ['localhost:7687', 'NEO4J_URI begins with "localhost:"; known: bolt, '],
    ['http://127.0.0.1:7474', 'begins with "http:"'],
    ['7687', 'NEO4J_URI is not an address'],
    ['bolt://127.0.0.1:99999', 'is not an address'],
    ['bolt://', 'names no host'],
    ['bolt://127.0.0.1?policy=near', 'which "bolt:" does not take']
  ])('an address written %s is told', async (uri, sentence) => {
    await away({ uri }).toThrow(sentence)
  })

  it.each([
    ['bolt://ada:hidden@127.0.0.1', 'NEO4J_PASSWORD'],
    ['neo4j:ada:hidden@127.0.0.1', 'names no host after "neo4j:"'],
    ['ada:hidden@127.0.0.1', 'begins with "ada:"'],
    ['//ada:hidden@127.0.0.1', 'is not an address'],
    ['bolt://127.0.0.1?password=hidden', 'after "?"'],
    ['neo4j://127.0.0.1:1/?password=hidden', 'Neo4j at neo4j://127.0.0.1:1 cannot be used']
  ])('a password in the address is not repeated: %s', async (uri, sentence) => {
    const error: Error = await openNeo4j({ uri }).then(
      () => expect.fail(),
      (reason) => reason
    )
    expect(error.message).toContain(sentence)
    expect(error.message).not.toContain('hidden')
  })
})

describeOnNeo4j('on a Neo4j', (open) => {
  it('whole numbers are integers there and numbers here', async () => {
    const { engine } = await open()
    const rows = await engine.read(say('RETURN $n / 2 AS half, valueType($list[0]) AS whole, valueType($map.share) AS part, $map AS map'), {
      n: 3,
      list: [7],
      map: { deep: [{ count: 2 }], share: 0.5, missing: undefined }
    })
    expect(rows).toEqual([
      { half: 1, whole: 'INTEGER NOT NULL', part: 'FLOAT NOT NULL', map: { deep: [{ count: 2 }], share: 0.5, missing: null } }
    ])
  })

  it('an answer of many rows comes whole and in order', async () => {
    const { engine } = await open()
    const rows = await engine.read<{ number: number }>(say('UNWIND range(1, $most) AS number RETURN number'), { most: 50_000 })
    expect(rows).toHaveLength(50_000)
    expect(rows.at(-1)).toEqual({ number: 50_000 })
  })

  it('a write that throws leaves nothing', async () => {
    const { engine } = await open()
    const writing = engine.write(async (transaction) => {
      await transaction.read(say("CREATE (:Person {id: 'ada'})"))
      throw new Error('changed my mind')
    })
    await expect(writing).rejects.toThrow('changed my mind')
    expect(await engine.read(say('MATCH (n) RETURN count(n) AS count'))).toEqual([{ count: 0 }])
  })

  it('a statement at fault is named', async () => {
    const { engine } = await open()
    await expect(engine.read({ name: 'people/odd', text: 'RETURN 1 / 0 AS never' })).rejects.toThrow('people/odd: / by zero')
  })

  it('two writes that wait for each other both apply, one of them run again', async () => {
    const { engine } = await open()
    await engine.write((transaction) => transaction.read(say("CREATE (:Person {id: 'ada', met: 0}), (:Person {id: 'bob', met: 0})")))
    const meet = say('MATCH (p:Person {id: $id}) SET p.met = p.met + 1')
    let tries = 0
    let arrived = () => {}
    const bothHold = new Promise<void>((resolve) => {
      let holding = 0
      arrived = () => {
        holding += 1
        if (holding === 2) resolve()
      }
    })
    const inOrder = (first: string, second: string) =>
      engine.write(async (transaction) => {
        tries += 1
        await transaction.read(meet, { id: first })
        arrived()
        await bothHold
        await transaction.read(meet, { id: second })
      })
    await Promise.all([inOrder('ada', 'bob'), inOrder('bob', 'ada')])
    expect(await engine.read(say('MATCH (p:Person) RETURN p.id AS id, p.met AS met ORDER BY id'))).toEqual([
      { id: 'ada', met: 2 },
      { id: 'bob', met: 2 }
    ])
    expect(tries).toBe(3)
  })

  it('an engine attached elsewhere sees what was written before it was shared', async () => {
    const { engine } = await open()
    await engine.write((transaction) => transaction.read(say("CREATE (:Person {id: 'ada'})")))
    const handle = await engine.share()
    expect(handle).toMatchObject({ engine: 'neo4j', bookmarks: [expect.any(String)] })
    const attached = await attachGraph(structuredClone(handle))
    expect(await attached.read(say('MATCH (p:Person) RETURN p.id AS id'))).toEqual([{ id: 'ada' }])
    await attached.close()
  })

  it('is reached by the address of a cluster too', async () => {
    const { place } = await open()
    if (place.engine !== 'neo4j') throw new Error('This story is of Neo4j')
    const uri = place.settings.uri.replace('bolt:', 'neo4j:')
    const engine = await openNeo4j({ uri })
    await engine.write((transaction) => transaction.read(say("CREATE (:Person {id: 'ada'})")))
    expect(await engine.read(say('MATCH (p:Person) RETURN p.id AS id'))).toEqual([{ id: 'ada' }])
    await engine.close()
    await away({ uri, database: 'nowhere' }).toThrow(`Neo4j at ${uri} cannot be used: it has no database "nowhere". Check NEO4J_DATABASE.`)
  })
})

describeOnNeo4j('on a Neo4j behind a network that goes dead without a word', (open) => {
  it('reads and writes say so after a while, nothing is written, and it works again by itself', async () => {
    const { engine: near, place } = await open()
    if (place.engine !== 'neo4j') throw new Error('This story is of Neo4j')
    const network = await networkBefore(place.settings.uri)
    const engine = await openNeo4j({ uri: network.uri })
    const create = say("CREATE (:Person {id: 'ada'})")
    const writing = engine.write(async (transaction) => {
      await transaction.read(create)
      network.dead = true
      await transaction.read(create)
    })
    await expect(writing).rejects.toThrow(`Neo4j at ${network.uri} cannot be used: it does not answer.`)
    await expect(engine.read(say('RETURN 1 AS one'))).rejects.toBeInstanceOf(GraphAway)
    network.dead = false
    expect(await engine.read(say('RETURN 1 AS one'))).toEqual([{ one: 1 }])
    network.end()
    expect(await near.read(say('MATCH (p:Person) RETURN count(p) AS count'))).toEqual([{ count: 0 }])
    await engine.close()
  }, 40_000)
})

describe.skipIf(neo4jLeftOut)('a Neo4j that asks for a password', () => {
  let folder: string
  let server: Neo4jServer
  let engine: Engine

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entremise-neo4j-'))
    server = await startNeo4j({ dataFolder: folder, heap: '512m', auth: true })
  }, 120_000)

  afterAll(async () => {
    await engine?.close()
    await server?.kill()
    await rm(folder, { recursive: true, force: true })
  })

  it('tells a missing, a first and a wrong one apart', async () => {
    const { uri } = server
    await away({ uri }).toThrow('it asks for a password. Check NEO4J_USERNAME and NEO4J_PASSWORD.')
    await away({ uri, password: 'neo4j' }).toThrow('its first password must be changed')
    await changeFirstPassword(uri, 'a better one')
    await away({ uri, password: 'a wrong one' }).toThrow('the user name or the password is refused')
    engine = await openNeo4j({ uri, password: 'a better one' })
    await engine.write((transaction) => transaction.read(say("CREATE (:Person {id: 'ada'})")))
  })

  it('may crash: reads and writes say so within ten seconds, and work again once it is back', async () => {
    const people = say('MATCH (p:Person) RETURN p.id AS id')
    const port = Number(new URL(server.uri).port)
    await server.kill()
    const start = Date.now()
    const [reading, writing] = await Promise.allSettled([engine.read(people), engine.write((transaction) => transaction.read(people))])
    expect(Date.now() - start).toBeLessThan(12_000)
    expect(reading).toMatchObject({ status: 'rejected', reason: expect.any(GraphAway) })
    expect(writing).toMatchObject({ status: 'rejected', reason: expect.any(GraphAway) })

    server = await startNeo4j({ dataFolder: folder, port, heap: '512m', auth: true })
    expect(await engine.read(people)).toEqual([{ id: 'ada' }])
    await engine.write((transaction) => transaction.read(say("CREATE (:Person {id: 'bob'})")))
  }, 120_000)
})

async function changeFirstPassword(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'))
  await driver.executeQuery(
    'ALTER CURRENT USER SET PASSWORD FROM $first TO $password',
    { first: 'neo4j', password },
    { database: 'system' }
  )
  await driver.close()
}

/** A relay before the server. While it is dead it keeps its connections and lets nothing through. */
async function networkBefore(uri: string) {
  const port = Number(new URL(uri).port)
  const sockets = new Set<Socket>()
  const relay = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(from)
      from
        .on('data', (data) => network.dead || to.write(data))
        .on('error', () => undefined)
        .on('close', () => network.dead || to.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const network = {
    uri: `bolt://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    dead: false,
    end() {
      relay.close()
      for (const socket of sockets) socket.destroy()
    }
  }
  return network
}
