import type { MessagePort } from 'node:worker_threads'
import type { Parameters, Row } from './engine.ts'

/** What a thread asks of the thread that holds the embedded database. Statements of a transaction carry its number. */
export type Ask =
  | { ask: 'run'; text: string; parameters: Parameters; transaction?: number }
  | { ask: 'begin' }
  | { ask: 'commit'; transaction: number }
  | { ask: 'rollback'; transaction: number }
  | { ask: 'attach'; port: MessagePort }
  | { ask: 'close' }

/** An ask with the number that its reply will carry. */
export type Asked = Ask & { number: number }

/** The one reply to an ask; `conflict` where running the transaction again may succeed. */
export type Reply =
  | { number: number; rows: Row[] }
  | { number: number; transaction: number }
  | { number: number; done: true }
  | { number: number; error: { message: string; conflict: boolean } }

/** How the thread starts: the file of the store. */
export interface EmbeddedStart {
  path: string
}
/** What the thread says first, once; `held` where another process has the store. */
export type EmbeddedStarted = { opened: true } | { failed: string; held: boolean }
