import { useSyncExternalStore } from 'react'
import type { Decision, Unchanged, Written } from '#contract/decisions.ts'
import type { Meeting } from '#contract/matches.ts'
import { isDenied, queries, tell } from '../api.ts'
import { idsOf, keyOfMeeting } from './meeting.ts'

/** What is decided, without the two of whom it is. */
export type Verdict = Decision extends infer One ? (One extends Decision ? Omit<One, 'between'> : never) : never

/**
 * What was decided about a meeting on this page. `held`: as far as the page is concerned, it is; while it is `fresh` its place is kept, where it
 * can be taken back. `failed`: it was not taken. `stuck`: it could not be taken back.
 */
export interface Decided {
  key: string
  meeting: Meeting
  /** The list it stood in, and its place there. */
  list: string
  place: number
  verdict: Verdict
  state: 'held' | 'failed' | 'stuck'
  isFresh: boolean
  /** By which it is taken back, once it is written. */
  written: Promise<string | undefined>
}

let all: readonly Decided[] = []
const readers = new Set<() => void>()

function put(next: readonly Decided[]): void {
  all = next
  for (const reader of readers) reader()
}

const change = (key: string, part: Partial<Decided>): void => put(all.map((one) => (one.key === key ? { ...one, ...part } : one)))
const drop = (key: string): void => put(all.filter((one) => one.key !== key))

function follow(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

/** All that was decided on this page. */
export const useDecided = (): readonly Decided[] => useSyncExternalStore(follow, () => all)

/** Whether a meeting is no longer suggested here. */
export const isDecided = (decided: readonly Decided[], meeting: Meeting): boolean =>
  decided.some(({ key, state }) => state !== 'failed' && key === keyOfMeeting(meeting))

/** What is suggested is another thing now; the map is read again when it is next opened. */
async function askAnew(isTied: boolean): Promise<void> {
  const kinds = isTied ? ['meetings', 'matches', 'decisions', 'card'] : ['meetings', 'matches', 'decisions']
  if (isTied) void queries.invalidateQueries({ queryKey: ['network'], refetchType: 'none' })
  await Promise.all(kinds.map((kind) => queries.invalidateQueries({ queryKey: [kind] })))
}

/** Decides about a meeting: on the page at once, and on the server as soon as it can be. */
export function decide(meeting: Meeting, verdict: Verdict, list: string, place: number): void {
  const key = keyOfMeeting(meeting)
  const isTied = verdict.decision === 'acquainted'
  const written = tell<Written | Unchanged>('/api/decisions', { ...verdict, between: idsOf(meeting) }).then(
    (answer) => {
      void askAnew(isTied)
      return 'batch' in answer ? answer.batch : undefined
    },
    (error: unknown) => {
      change(key, { state: 'failed', isFresh: false })
      if (isDenied(error)) void queries.invalidateQueries({ queryKey: ['me'] })
      return undefined
    }
  )
  put([...all.filter((one) => one.key !== key), { key, meeting, list, place, verdict, state: 'held', isFresh: true, written }])
}

/** Its place is no longer kept. */
export const settle = (key: string): void => change(key, { isFresh: false })

/** Takes a decision of this page back. */
export async function takeBack({ key, verdict, written }: Decided): Promise<void> {
  const batch = await written
  if (batch === undefined) return
  if (await undo(batch, verdict.decision === 'acquainted')) drop(key)
  else change(key, { state: 'stuck' })
}

/** Takes a decision back by its batch; whether it could. */
export async function undo(batch: string, isTied: boolean): Promise<boolean> {
  try {
    await tell<Written>('/api/decisions/undo', { batch })
  } catch {
    return false
  }
  await askAnew(isTied)
  return true
}

/** Takes back what was decided about two elsewhere: here it is suggested again. */
export const forgetDecided = drop
