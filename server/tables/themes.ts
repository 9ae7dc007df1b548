import { types } from '#contract/vocabulary/kinds.ts'
import { type RelationName, relationNames } from '#contract/vocabulary/relations.ts'
import { FEWEST_SEATS, MOST_SEATS } from '#contract/tables.ts'
import { isOpen } from '../ice-breakers/known.ts'
import type { Ground } from '../matches/ground.ts'
import { isCurrent } from '../matches/members.ts'
import { entityCount, otherEnd, type Projection } from '../network/projection.ts'
import { isKnown } from '../network/strength.ts'
import { Breath } from '../network/breath.ts'

/** A theme, and who could sit at a table on it. */
export interface Subject {
  theme: number
  /** How much each could bring: people by their place. */
  people: Map<number, number>
  /** How many needs and offers on it still stand. */
  open: number
}

/** What each way of being on a theme is worth. */
const ON_CARD = 1
const BY_PROJECT = 2
const BY_VOICE = 3
/** Of so many people a table is easily chosen. */
const ENOUGH = 2 * MOST_SEATS
/** So many ties of a theme are looked at. */
const MOST_TIES = 20_000

const [person, project, need, offer, theme] = (['person', 'project', 'need', 'offer', 'theme'] as const).map((type) =>
  types.indexOf(type)
) as [number, number, number, number, number]
const placeOf = (name: RelationName): number => relationNames.indexOf(name)
const ABOUT = placeOf('ABOUT')
const voices = new Set([placeOf('SEEKS'), placeOf('OFFERS')])

/** Who is on a theme: by the card, by a present project, by a need or an offer that stands, of the person or of such a project. */
export async function subjectOf(
  projection: Projection,
  { members, asOf }: Pick<Ground, 'members' | 'asOf'>,
  theme: number,
  breath: Breath
): Promise<Subject> {
  const { kinds, relations, incident, incidentOffsets } = projection
  const people = new Map<number, number>()
  let open = 0
  const note = (holder: number, worth: number): void => {
    if (kinds[holder] === person) people.set(holder, (people.get(holder) ?? 0) + worth)
    else if (kinds[holder] === project)
      for (let at = members.offsets[holder] as number; at < (members.offsets[holder + 1] as number); at++) {
        const member = members.others[at] as number
        const isThere = kinds[member] === person && isCurrent(members.until[at] as number, asOf)
        if (isThere) people.set(member, (people.get(member) ?? 0) + worth)
      }
  }
  const first = incidentOffsets[theme] as number
  const end = Math.min(incidentOffsets[theme + 1] as number, first + MOST_TIES)
  for (let at = first; at < end; at++) {
    if (breath.isDue()) await breath.take()
    const tie = incident[at] as number
    if (relations[tie] !== ABOUT || projection.ends[tie] !== theme || !isKnown(projection, tie, asOf)) continue
    const holder = projection.starts[tie] as number
    const kind = kinds[holder] as number
    if (kind === person) note(holder, ON_CARD)
    else if (kind === project) note(holder, BY_PROJECT)
    else if ((kind === need || kind === offer) && isOpen(projection, holder)) {
      open += 1
      for (let i = incidentOffsets[holder] as number; i < (incidentOffsets[holder + 1] as number); i++) {
        const held = incident[i] as number
        const lasts = isKnown(projection, held, asOf) && isCurrent(projection.heldTo[held] as number, asOf)
        if (voices.has(relations[held] as number) && lasts) note(otherEnd(projection, held, holder), BY_VOICE)
      }
    }
  }
  return { theme, people, open }
}

/** A theme with people enough for a table. */
export interface Promising {
  theme: number
  people: number
}

const kept = new WeakMap<Ground, Promise<Promising[]>>()

/** Themes with people enough for a table, those first where it would do most. */
export function promisingThemes(projection: Projection, ground: Ground): Promise<Promising[]> {
  const themes = kept.get(ground) ?? promisingOf(projection, ground)
  kept.set(ground, themes)
  return themes
}

/** How much a table would do on a theme: there are people to choose from, much is sought and offered, and it is not everybody's theme. */
const promiseOf = (people: number, open: number): number => ((1 + open) * Math.min(people, ENOUGH)) / Math.log(1 + people)

async function promisingOf(projection: Projection, ground: Ground): Promise<Promising[]> {
  const breath = new Breath()
  const found: (Promising & { promise: number })[] = []
  for (let entity = 0; entity < entityCount(projection); entity++) {
    if (projection.kinds[entity] !== theme) continue
    const { people, open } = await subjectOf(projection, ground, entity, breath)
    if (people.size >= FEWEST_SEATS) found.push({ theme: entity, people: people.size, promise: promiseOf(people.size, open) })
  }
  return found.sort((one, other) => other.promise - one.promise || one.theme - other.theme)
}
