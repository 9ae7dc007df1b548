import { gunzipSync, gzipSync } from 'node:zlib'
import type { JournalEntry } from '#contract/changes.ts'
import type { Reader, Transaction } from '../graph/engine.ts'
import { query } from '../graph/query.ts'
import { type Change, WrittenCounts } from './change.ts'

/** An entry as the graph keeps it. */
export interface Entry extends JournalEntry {
  counts: WrittenCounts
  by: string
  /** The batch that this entry took back. */
  undoes: string | null
  /** Whether its parts hold every change; those of a large writing leave out what it made, which carries the revision as `created_in`. */
  complete: boolean
}

/** The most changes that an entry keeps word for word. */
const MOST_KEPT = 1_000
const CHANGES_A_PART = 20_000

/** Writes the entry and what it must remember: all of a small writing; of a large one only what it moved, took away or brought back. */
export async function writeEntry(transaction: Transaction, entry: Omit<Entry, 'complete'>, changes: readonly Change[]): Promise<void> {
  const complete = changes.length <= MOST_KEPT
  const kept = complete ? changes : changes.filter((change) => change.before !== null || change.created_in !== undefined)
  await transaction.read(query('journal/write-entry'), { ...entry, counts: JSON.stringify(entry.counts), complete })
  for (let start = 0; start < kept.length; start += CHANGES_A_PART) {
    const packed = gzipSync(JSON.stringify(kept.slice(start, start + CHANGES_A_PART))).toString('base64')
    await transaction.read(query('journal/write-part'), { revision: entry.revision, part: start / CHANGES_A_PART, changes: packed })
  }
}

/** Entries after a revision, oldest first. */
export async function entriesSince(reader: Reader, since: number): Promise<Entry[]> {
  const rows = await reader.read<Omit<Entry, 'counts'> & { counts: string }>(query('journal/entries-since'), { since })
  return rows.map((row) => ({ ...row, counts: WrittenCounts.parse(JSON.parse(row.counts)) }))
}

/** The changes an entry keeps; without what a large writing made. */
export async function changesOf(reader: Reader, revision: number): Promise<Change[]> {
  const parts = await reader.read<{ changes: string }>(query('journal/parts-of'), { revision })
  return parts.flatMap(({ changes }) => JSON.parse(gunzipSync(Buffer.from(changes, 'base64')).toString('utf8')) as Change[])
}
