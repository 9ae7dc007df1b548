import { relations } from '#contract/vocabulary/relations.ts'
import type { TestTie } from './network.ts'

/**
 * Ways by trying all of them, on small networks: written from the formula's documentation, not from the product's code, so that the two
 * can be held against each other. Ties have whole dates or none.
 */
export interface BruteNetwork {
  people: string[]
  things: string[]
  ties: TestTie[]
  asOf: string
  since?: string
  avoid?: string[]
  /** A thing with more people is a crowd. */
  crowd: number
}

const YEAR = 365.25 * 86_400_000
const at = (day: string): number => Date.parse(day)

interface Held {
  from: number
  to: number
}

const held = ([, relation, , fields = {}]: TestTie): Held => {
  const once = relations[relation].dated === 'once'
  const to = fields.to_date ?? (once ? fields.from_date : undefined)
  return { from: fields.from_date ? at(fields.from_date) : Number.NEGATIVE_INFINITY, to: to ? at(to) : Number.POSITIVE_INFINITY }
}

function age({ from, to }: Held, now: number): number {
  if (to <= now) return 0.5 ** ((now - to) / YEAR / 4)
  return Number.isFinite(from) ? 0.5 ** ((now - from) / YEAR / 16) : 0.7
}

/** The strength of the step between two people, from every reason there is for it. */
export function bruteStep(network: BruteNetwork, a: string, b: string): number {
  const now = at(network.asOf)
  const since = network.since ? at(network.since) : Number.NEGATIVE_INFINITY
  const knownAt = (tie: TestTie): boolean => {
    const { from, to } = held(tie)
    return (Number.isFinite(from) ? from : Number.isFinite(to) ? to : from) <= now
  }
  const known = network.ties.filter(knownAt)
  const worth = ([, relation, , fields]: TestTie): number => fields?.strength ?? relations[relation].worth ?? 0
  const reasons: number[] = []

  // A tie that knows no direction, given both ways round, is one tie: the stronger.
  const alone = (tie: TestTie): number => worth(tie) * age(held(tie), now)
  const said = new Map<string, TestTie>()
  for (const tie of known) {
    const [from, relation, to, fields] = tie
    if (!((from === a && to === b) || (from === b && to === a)) || held(tie).to < since) continue
    const name = JSON.stringify([relation, fields?.role, fields?.from_date, relation === 'KNOWS' ? '' : from])
    const other = said.get(name)
    if (!other || alone(tie) > alone(other)) said.set(name, tie)
  }
  for (const tie of said.values()) reasons.push(alone(tie))
  const crowds = [0]
  for (const thing of network.things) {
    if (network.avoid?.includes(thing)) continue
    const joining = known.filter((tie) => tie[2] === thing && network.people.includes(tie[0]))
    const size = new Set(joining.map(([from]) => from)).size
    const tiesOf = (who: string): TestTie[] => joining.filter((tie) => tie[0] === who && held(tie).to >= since)
    const strengths = tiesOf(a).flatMap((mine) =>
      tiesOf(b).map((theirs) => {
        if (Math.max(held(mine).from, held(theirs).from) > Math.min(held(mine).to, held(theirs).to)) return 0
        return Math.sqrt(worth(mine) * age(held(mine), now) * worth(theirs) * age(held(theirs), now)) / Math.sqrt(size - 1)
      })
    )
    if (size > network.crowd) crowds.push(...strengths)
    else reasons.push(Math.max(0, ...strengths))
  }
  reasons.push(Math.max(...crowds))
  return Math.min(0.98, 1 - reasons.reduce((doubt, strength) => doubt * (1 - strength), 1))
}

export interface BruteWay {
  people: string[]
  strength: number
}

/** The strongest way that shares at most half of those in between with every earlier one; undefined where there is none. */
export function bruteNext(network: BruteNetwork, from: string, to: string, maxHops: number, earlier: BruteWay[]): BruteWay | undefined {
  const steps = new Map(
    network.people.map((a) => [
      a,
      network.people.flatMap((b) => {
        const strength = a === b || network.avoid?.includes(b) ? 0 : bruteStep(network, a, b)
        return strength > 0 ? [{ b, strength }] : []
      })
    ])
  )
  let best: BruteWay | undefined
  const isApart = (people: string[]): boolean => {
    const between = people.slice(1, -1)
    return earlier.every(
      (way) => way.people.join() !== people.join() && 2 * between.filter((person) => way.people.includes(person)).length <= between.length
    )
  }
  const walk = (people: string[], strength: number): void => {
    const last = people.at(-1) as string
    if (last === to) {
      if (strength > (best?.strength ?? 0) && isApart(people)) best = { people, strength }
    } else if (people.length <= maxHops) {
      for (const step of steps.get(last) ?? []) if (!people.includes(step.b)) walk([...people, step.b], strength * step.strength)
    }
  }
  walk([from], 1)
  return best
}
