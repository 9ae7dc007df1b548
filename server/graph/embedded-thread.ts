import { existsSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js'
import type { Asked, EmbeddedStart, EmbeddedStarted, Reply } from './embedded-messages.ts'
import type { Parameters, Row } from './engine.ts'

/** The thread that holds the embedded database: opening, closing and committing block, so none of it happens on an event loop that answers people. */

/** How long a store that another process is still closing is waited for. */
const WAIT_FOR_STORE_MS = 10_000
/** Commits reach the operating system at once and the disk within this time. */
const SYNC_EVERY_MS = 500
/** Rows read off a result before other messages get their turn. */
const ROWS_AT_ONCE = 2_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const isHeld = (message: string): boolean => /\block(ed)?\b/i.test(message)

async function open(path: string): Promise<GrafeoDB> {
  const patience = Date.now() + WAIT_FOR_STORE_MS
  for (;;) {
    try {
      const database = existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path)
      database.setCheckpointTriggers({ intervalMs: SYNC_EVERY_MS })
      return database
    } catch (error) {
      if (!isHeld(messageOf(error)) || Date.now() > patience) throw error
      await pause(100)
    }
  }
}

/** Writers take turns: one transaction is open at a time, the others wait for its end. */
interface Turn {
  number: number
  transaction: Transaction
  port: MessagePort
  /** A statement failed: the engine would still commit the rest, so the commit is refused. */
  broken: boolean
  end(): void
}

let turn: Turn | undefined
let waiting: Promise<void> = Promise.resolve()
let turns = 0

async function begin(database: GrafeoDB, port: MessagePort, isClosed: () => boolean): Promise<number> {
  const before = waiting
  let end = (): void => undefined
  waiting = new Promise((resolve) => {
    end = resolve
  })
  await before
  try {
    // Whoever waited may be gone: nobody would end this turn.
    if (isClosed()) throw new Error('the thread that asked has ended')
    turns += 1
    turn = { number: turns, transaction: database.beginTransaction(), port, broken: false, end }
    return turn.number
  } catch (error) {
    end()
    throw error
  }
}

function current(number: number): Turn {
  if (turn?.number !== number) throw new Error('this transaction has ended')
  return turn
}

function endTurn(how: 'commit' | 'rollback'): void {
  if (!turn) return
  const { transaction, end, broken } = turn
  turn = undefined
  try {
    if (how === 'commit' && !broken) transaction.commit()
    else transaction.rollback()
  } finally {
    end()
  }
  if (how === 'commit' && broken) throw new Error('a statement of this transaction failed; nothing of it was kept')
}

async function run(database: GrafeoDB, text: string, parameters: Parameters, inside?: number): Promise<Row[]> {
  const inTurn = inside === undefined ? undefined : current(inside)
  try {
    const result = await (inTurn?.transaction ?? database).executeCypher(text, parameters)
    const rows: Row[] = []
    for (let i = 0; i < result.length; i++) {
      if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate)
      rows.push(result.get(i))
    }
    return rows
  } catch (error) {
    if (inTurn) inTurn.broken = true
    throw error
  }
}

function serve(database: GrafeoDB, port: MessagePort): void {
  let isClosed = false
  const answer = async (asked: Asked): Promise<Reply> => {
    const { number } = asked
    switch (asked.ask) {
      case 'run':
        return { number, rows: await run(database, asked.text, asked.parameters, asked.transaction) }
      case 'begin':
        return { number, transaction: await begin(database, port, () => isClosed) }
      case 'commit':
        current(asked.transaction)
        endTurn('commit')
        return { number, done: true }
      case 'rollback':
        current(asked.transaction)
        endTurn('rollback')
        return { number, done: true }
      case 'attach':
        serve(database, asked.port)
        return { number, done: true }
      case 'close':
        endTurn('rollback')
        database.close()
        return { number, done: true }
    }
  }
  port.on('message', (asked: Asked) => {
    answer(asked).then(
      (reply) => port.postMessage(reply),
      (error) =>
        port.postMessage({
          number: asked.number,
          error: { message: messageOf(error), conflict: (error as { gqlStatus?: string }).gqlStatus === '40000' }
        } satisfies Reply)
    )
  })
  // A thread that ends in the middle of a transaction leaves nothing of it behind.
  port.on('close', () => {
    isClosed = true
    if (turn?.port === port) endTurn('rollback')
  })
}

const parent = parentPort as unknown as MessagePort
try {
  serve(await open((workerData as EmbeddedStart).path), parent)
  parent.postMessage({ opened: true } satisfies EmbeddedStarted)
} catch (error) {
  parent.postMessage({ failed: messageOf(error), held: isHeld(messageOf(error)) } satisfies EmbeddedStarted)
}
