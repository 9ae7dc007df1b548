import { type Decision, DecisionKind } from '#contract/decisions.ts'
import { meetingTypes } from '#contract/matches.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import type { RelationName } from '#contract/vocabulary/relations.ts'
import type { Engine, Reader } from './graph/engine.ts'
import { type Change, type TieFields, tieKey } from './journal/change.ts'
import type { Entry } from './journal/entry.ts'
import { readHead } from './journal/open.ts'
import { entitiesOf, type StoredTie, tiesOf } from './journal/stored.ts'
import { StoreMoved, write } from './journal/write.ts'
import { dayOf, endOf, isoDayOf, startOf, today } from './network/days.ts'
import { ProblemError } from './problem.ts'

/** How long `later` is, where no day is given. */
const LATER_DAYS = 30
const MOST_TRIES = 5

/** What a decision is written by, in words that everybody may read. */
const WRITTEN_BY = 'connector'
const LABEL = 'décision'
const SOURCE = 'Dit par un connecteur'

/** What a pair that is set aside was decided to be. */
export const kindOf = (role: string | undefined, hasEnd: boolean): DecisionKind =>
  role === DecisionKind.enum.acquainted ? 'acquainted' : hasEnd ? 'later' : 'not-these-two'

/** Writes a decision, whatever is written meanwhile; undefined where it holds already. Throws the problem where it cannot be. */
export async function decide(engine: Engine, decision: Decision): Promise<Entry | undefined> {
  for (let tries = 1; ; tries++) {
    const { revision: base } = await readHead(engine)
    const changes = changesFor(decision, await pairOf(engine, decision), dayOf(today()))
    if (changes.length === 0) return undefined
    try {
      return await write(engine, changes, { kind: 'decision', by: WRITTEN_BY, label: LABEL, base })
    } catch (error) {
      if (!(error instanceof StoreMoved) || tries === MOST_TRIES) throw error
    }
  }
}

/** The two of a decision, and the ties between them as they are stored. */
interface Pair {
  arePeople: boolean
  ties: StoredTie[]
}

async function pairOf(reader: Reader, { between }: Decision): Promise<Pair> {
  const found = new Map((await entitiesOf(reader, [...between])).map(({ id, type }) => [id, type]))
  for (const [place, id] of between.entries()) {
    const type = found.get(id)
    const told = `"${id.slice(0, 80)}"`
    if (type === undefined) throw new ProblemError(404, `Nothing has the id ${told}. Search for its name to find it.`)
    if (!(meetingTypes as readonly EntityType[]).includes(type)) {
      const detail = `${told} is of the kind ${type}; decisions are about a ${meetingTypes.join(', ')}`
      throw new ProblemError(400, `${detail}.`, [{ pointer: `between/${place}`, detail }])
    }
  }
  const ties = (await tiesOf(reader, [...between])).filter(({ from, to }) => between.includes(from) && between.includes(to))
  return { arePeople: [...found.values()].every((type) => type === 'person'), ties }
}

/** What a decision writes on a day: nothing where it holds already. What it takes the place of ends the day before. */
function changesFor(decision: Decision, { arePeople, ties }: Pair, day: number): Change[] {
  const lasting = ties.filter(({ fields }) => endOf(fields.to_date ?? undefined) >= day)
  const aside = lasting.filter(({ relation }) => relation === 'SET_ASIDE')
  if (decision.decision === 'acquainted' && arePeople) {
    const isKnown = lasting.some(({ relation }) => relation === 'KNOWS')
    return [...aside.map((tie) => ended(tie, day)), ...(isKnown ? [] : made('KNOWS', decision, { source: SOURCE }, ties))]
  }
  const wanted = fieldsOf(decision, day)
  const isWanted = ({ fields }: StoredTie): boolean =>
    kindOf(fields.role ?? undefined, Boolean(fields.to_date)) === decision.decision &&
    (fields.to_date ?? undefined) === wanted.to_date &&
    (wanted.role === undefined || wanted.role === fields.role)
  return [
    ...aside.filter((tie) => !isWanted(tie)).map((tie) => ended(tie, day)),
    ...(aside.some(isWanted) ? [] : made('SET_ASIDE', decision, wanted))
  ]
}

function fieldsOf(decision: Decision, day: number): Pick<TieFields, 'role' | 'from_date' | 'to_date'> {
  const from_date = isoDayOf(day)
  if (decision.decision === 'acquainted') return { role: decision.decision, from_date }
  const because = decision.because !== undefined && { role: decision.because }
  if (decision.decision === 'not-these-two') return { ...because, from_date }
  const to_date = decision.until ?? isoDayOf(day + LATER_DAYS)
  if (dayOf(to_date) < day) {
    const detail = 'is over already; write a day to come'
    throw new ProblemError(400, `until ${detail}`, [{ pointer: 'until', detail }])
  }
  return { ...because, from_date, to_date }
}

/** A tie that ends with the day before; one that began no earlier goes. */
function ended({ relation, from, to, key, fields, created_in }: StoredTie, day: number): Change {
  const tie = { of: 'tie', relation, from, to, key } as const
  if (startOf(fields.from_date ?? undefined) >= day) return { ...tie, before: fields, after: null, created_in }
  return { ...tie, before: { to_date: fields.to_date ?? null }, after: { to_date: isoDayOf(day - 1) } }
}

/** A new tie between the two, in place of one of the same name that is over. */
function made(relation: RelationName, { between: [from, to] }: Decision, fields: TieFields, over: readonly StoredTie[] = []): Change[] {
  const key = tieKey(fields)
  const former = over.find((tie) => tie.relation === relation && tie.from === from && tie.to === to && tie.key === key)
  const tie = { of: 'tie', relation, from, to, key } as const
  return [
    ...(former ? [{ ...tie, before: former.fields, after: null, created_in: former.created_in }] : []),
    { ...tie, before: null, after: fields }
  ]
}
