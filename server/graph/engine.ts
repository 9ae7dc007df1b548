import type { Query } from './query.ts'

/** What a statement takes and returns: text, numbers, booleans, null, lists and maps of these. */
export type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value }
/** What a statement takes, by the name it stands under as `$name`; what is undefined is sent as null. */
export type Parameters = Record<string, Value>
/** A row of an answer, by the names of its columns. */
export type Row = Record<string, unknown>

/** A way to ask: one statement, its rows. */
export interface Reader {
  read<R extends object = Row>(query: Query, parameters?: Parameters): Promise<R[]>
}

/** Statements that apply together or not at all. */
export interface Transaction extends Reader {}

/**
 * A database, as the rest of the product knows it. Reads see committed states only.
 * Throws `GraphAway` where the database cannot be reached, and recovers by itself once it can.
 */
export interface Engine extends Reader {
  readonly name: 'embedded' | 'neo4j'
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it throws.
   * A write conflict or a passing fault runs `work` again from its start, so it may only speak to the transaction.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** A handle that another thread can `attach` to this database by; one thread may use it, once. */
  share(): Promise<EngineHandle>
  close(): Promise<void>
}

/** How a worker thread reaches the database its parent opened. `port` must stand in the transfer list. */
export type EngineHandle =
  | { engine: 'embedded'; port: import('node:worker_threads').MessagePort }
  | { engine: 'neo4j'; settings: Neo4jSettings; bookmarks: string[] }

/** How a Neo4j is reached: `uri` as in bolt://127.0.0.1:7687; the user is `neo4j`, the database the user's own, where left out. */
export interface Neo4jSettings {
  uri: string
  username?: string
  password?: string
  database?: string
}

/** The database cannot be reached; the message says which, why and what to do. */
export class GraphAway extends Error {
  override name = 'GraphAway'
}

/** The store is held by another process. */
export class StoreHeld extends Error {
  override name = 'StoreHeld'
}
