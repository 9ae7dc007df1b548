import { type BringingKind, bringingKinds, FEWEST_SEATS } from '#contract/tables.ts'
import type { Breath } from '../network/breath.ts'
import type { Bringing, Guest } from './guest.ts'

/** What a table is worth: that people meet who had not comes first, then that each brings something else. */
const NEW_PAIRS = 4
const SEAT = 0.7
const OTHER_KIND = 0.5
const ASKS_AND_GIVES = 0.6
const WORTH = 0.06
const MOST_WORTH = 10
const FAME = 0.08
/** A newcomer sits at the table where there is one. */
const NEWCOMER = 10

/** From so many a table is begun, and exchanges are tried so many times around. */
const MOST_STARTS = 8
const MOST_ROUNDS = 6
/** An exchange that brings less is none. */
const LEAST_GAIN = 1e-9

const bitOf = (kind: BringingKind): number => 1 << bringingKinds.indexOf(kind)
const VOICES = bitOf('need') | bitOf('offer')

/** What is said of anybody: another project is told rather than that. */
const SAYS_LITTLE: Partial<Record<BringingKind, number>> = { trade: 0.5, theme: 1.5 }

const haveMet = (one: Guest, other: Guest): boolean => one.met.has(other.person) || other.met.has(one.person)

/** Whether two may sit at one table: not of one team, and nobody wants them apart. */
function mayMeet(one: Guest, other: Guest): boolean {
  if (one.apart.has(other.person) || other.apart.has(one.person)) return false
  for (const team of one.teams) if (other.teams.has(team)) return false
  return true
}

/** How many of the pairs of a table have not met. */
export function newPairsOf(guests: readonly Guest[]): number {
  let count = 0
  guests.forEach((one, place) => {
    for (const other of guests.slice(place + 1)) if (!haveMet(one, other)) count += 1
  })
  return count
}

/** One thing that each brings, of as many kinds as can be, nothing twice: those with the least to choose from choose first. */
export function broughtBy(guests: readonly Guest[]): Map<Guest, Bringing> {
  const brought = new Map<Guest, Bringing>()
  const kinds = new Map<string, number>()
  const named = new Set<number>()
  for (const guest of guests.toSorted((one, other) => one.brings.length - other.brings.length || one.person - other.person)) {
    let best: Bringing | undefined
    let least = Number.POSITIVE_INFINITY
    for (const bringing of guest.brings) {
      const again = bringing.kind !== 'theme' && bringing.entities.some((entity) => named.has(entity)) ? 100 : 0
      const cost = (kinds.get(bringing.kind) ?? 0) + (SAYS_LITTLE[bringing.kind] ?? 0) + again
      if (cost < least) [best, least] = [bringing, cost]
    }
    if (!best) continue
    brought.set(guest, best)
    kinds.set(best.kind, (kinds.get(best.kind) ?? 0) + 1)
    for (const entity of best.entities) named.add(entity)
  }
  return brought
}

/** Who may sit with whom, and who has met, among those of a pool; guests by their places in it. */
class Pool {
  readonly guests: readonly Guest[]
  private readonly apart: Uint8Array
  private readonly new: Uint8Array
  private readonly kinds: number[]

  constructor(guests: readonly Guest[]) {
    const { length } = guests
    this.guests = guests
    this.apart = new Uint8Array(length * length)
    this.new = new Uint8Array(length * length)
    this.kinds = guests.map(({ brings }) => brings.reduce((mask, { kind }) => (kind === 'theme' ? mask : mask | bitOf(kind)), 0))
    guests.forEach((one, i) => {
      guests.forEach((other, j) => {
        this.apart[i * length + j] = Number(!mayMeet(one, other))
        this.new[i * length + j] = Number(!haveMet(one, other))
      })
    })
  }

  /** Whether somebody may join those at a table. */
  mayJoin(guest: number, seated: readonly number[]): boolean {
    return seated.every((other) => other !== guest && this.apart[guest * this.guests.length + other] === 0)
  }

  /** How many of the pairs at a table have not met. */
  newPairs(seated: readonly number[]): number {
    let count = 0
    for (let i = 0; i < seated.length; i++)
      for (let j = 0; j < i; j++) count += this.new[(seated[i] as number) * this.guests.length + (seated[j] as number)] as number
    return count
  }

  /** What a table promises. */
  promise(seated: readonly number[]): number {
    const pairs = (seated.length * (seated.length - 1)) / 2
    let promise = SEAT * seated.length + (pairs > 0 ? (NEW_PAIRS * this.newPairs(seated)) / pairs : 0)
    let hasNewcomer = false
    let kinds = 0
    let asked = 0
    for (const place of seated) {
      const { worth, circle, isNewcomer } = this.guests[place] as Guest
      promise += WORTH * Math.min(worth, MOST_WORTH) - FAME * Math.log(1 + circle)
      hasNewcomer ||= isNewcomer
      const own = this.kinds[place] as number
      asked |= own
      const other = own & ~kinds
      kinds |= other & -other
    }
    for (let rest = kinds; rest > 0; rest &= rest - 1) promise += OTHER_KIND
    return promise + (hasNewcomer ? NEWCOMER : 0) + ((asked & VOICES) === VOICES ? ASKS_AND_GIVES : 0)
  }

  /** Whether a table is large enough, and most of it has not met. */
  isTable(seated: readonly number[]): boolean {
    return seated.length >= FEWEST_SEATS && this.newPairs(seated) * 4 > seated.length * (seated.length - 1)
  }

  /** Whoever adds most to a table. */
  next(seated: readonly number[]): number | undefined {
    let best: number | undefined
    let most = Number.NEGATIVE_INFINITY
    for (let guest = 0; guest < this.guests.length; guest++) {
      if (!this.mayJoin(guest, seated)) continue
      const promise = this.promise([...seated, guest])
      if (promise > most) [best, most] = [guest, promise]
    }
    return best
  }

  /** A table with one exchanged for another who adds more; undefined where nobody does. */
  exchanged(seated: readonly number[]): number[] | undefined {
    const promise = this.promise(seated)
    for (const leaving of seated) {
      const rest = seated.filter((guest) => guest !== leaving)
      const other = this.next(rest)
      if (other !== undefined && other !== leaving && this.promise([...rest, other]) > promise + LEAST_GAIN) return [...rest, other]
    }
    return undefined
  }
}

/**
 * The best table found among those who could sit at it, by beginning from each of the most promising, taking in whoever adds most, and
 * then exchanging one for another as long as that helps; a smaller one where most of a larger one have met. Undefined where there is none.
 */
export async function seated(guests: readonly Guest[], seats: number, breath: Breath): Promise<Guest[] | undefined> {
  const pool = new Pool(guests)
  const newcomer = guests.findIndex(({ isNewcomer }) => isNewcomer)
  const starts = [...new Set([...(newcomer < 0 ? [] : [newcomer]), ...guests.keys()])].slice(0, MOST_STARTS)
  for (let size = seats; size >= FEWEST_SEATS; size--) {
    let best: { table: number[]; promise: number } | undefined
    for (const start of starts) {
      const table = await grown(pool, start, size, breath)
      const promise = pool.promise(table)
      if (pool.isTable(table) && (!best || promise > best.promise)) best = { table, promise }
    }
    if (best) return best.table.map((place) => guests[place] as Guest)
  }
  return undefined
}

async function grown(pool: Pool, start: number, size: number, breath: Breath): Promise<number[]> {
  let table = [start]
  while (table.length < size) {
    if (breath.isDue()) await breath.take()
    const next = pool.next(table)
    if (next === undefined) break
    table.push(next)
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (breath.isDue()) await breath.take()
    const exchanged = pool.exchanged(table)
    if (!exchanged) break
    table = exchanged
  }
  return table
}
