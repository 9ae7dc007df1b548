import type { Seat, Table, TablesAnswer } from '#contract/tables.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import type { Known } from '../ice-breakers/known.ts'
import { circleSize } from '../matches/circle.ts'
import type { Ground } from '../matches/ground.ts'
import { Breath } from '../network/breath.ts'
import { type Projection, refAt } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { type Guest, guestOf, NEWCOMER_CIRCLE } from './guest.ts'
import { broughtBy, newPairsOf, seated } from './seating.ts'
import { promisingThemes, type Subject, subjectOf } from './themes.ts'
import { tableWords as words } from './words.ts'

/** So many could sit at the tables of a theme: those who could bring most, and among them newcomers. */
const MOST_GUESTS = 60
const MOST_NEWCOMERS = 12
/** So many themes are told to choose from, and tried for a table. */
const MOST_THEMES = 40
const MOST_SAID = 4

const territory = types.indexOf('territory')

/**
 * Tables on one theme, or one each on the themes where a table would do most: three to six people, no two of one team, most of whom have
 * not met, each with something else to bring, a newcomer among them where there is one. Nobody sits at two of them.
 */
export async function tables(
  projection: Projection,
  ground: Ground,
  asked: { theme?: number; limit: number; seats: number }
): Promise<Pick<TablesAnswer, 'tables' | 'themes'>> {
  const breath = new Breath()
  const promising = await promisingThemes(projection, ground)
  const taken = new Set<number>()
  const laid: Table[] = []
  const lay = async (subject: Subject, isPlaced: boolean): Promise<boolean> => {
    const guests = await seated(await poolOf(projection, ground, subject, taken, breath), asked.seats, breath)
    if (!guests) return false
    for (const { person } of guests) taken.add(person)
    laid.push(tableOf(projection, subject.theme, guests, isPlaced))
    return true
  }
  if (asked.theme !== undefined) {
    const subject = await subjectOf(projection, ground, asked.theme, breath)
    while (laid.length < asked.limit && (await lay(subject, true)));
  } else
    for (const { theme } of promising.slice(0, MOST_THEMES))
      if (laid.length < asked.limit) await lay(await subjectOf(projection, ground, theme, breath), false)
  return { tables: laid, themes: promising.slice(0, MOST_THEMES).map(({ theme, people }) => ({ ...refAt(projection, theme), people })) }
}

/** Who could sit at the next table on a theme, the most promising first. */
async function poolOf(
  projection: Projection,
  ground: Ground,
  { theme, people }: Subject,
  taken: ReadonlySet<number>,
  breath: Breath
): Promise<Guest[]> {
  const promising = [...people]
    .filter(([person]) => !taken.has(person))
    .map(([person, worth]) => ({ person, worth, circle: circleSize(ground.circles, person) }))
    .sort((one, other) => other.worth - one.worth || one.circle - other.circle || one.person - other.person)
  const newcomers = promising.filter(({ circle }) => circle <= NEWCOMER_CIRCLE).slice(0, MOST_NEWCOMERS)
  const guests: Guest[] = []
  for (const { person, worth } of new Set([...promising.slice(0, MOST_GUESTS - newcomers.length), ...newcomers])) {
    if (breath.isDue()) await breath.take()
    guests.push(guestOf(projection, ground, person, theme, worth))
  }
  return guests
}

function tableOf(projection: Projection, theme: number, guests: readonly Guest[], isPlaced: boolean): Table {
  const brought = broughtBy(guests)
  const [place] = mostShared(guests, 'LOCATED_IN')
  const placeName = isPlaced && place && place.guests.length * 2 > guests.length ? textAt(projection.names, place.thing) : undefined
  return {
    theme: refAt(projection, theme),
    title: words.title(textAt(projection.names, theme), placeName),
    common: commonOf(projection, theme, guests),
    seats: guests.flatMap((guest): Seat[] => {
      const bringing = brought.get(guest)
      if (!bringing) return []
      const entities = bringing.entities.map((entity) => refAt(projection, entity))
      return [
        {
          ...refAt(projection, guest.person),
          kind: bringing.kind,
          brings: bringing.sentence,
          entities,
          newcomer: guest.isNewcomer
        }
      ]
    }),
    newPairs: newPairsOf(guests)
  }
}

/** The things tied by a relation to several guests, those of most first. */
function mostShared(guests: readonly Guest[], relation: Parameters<Known['to']>[0]): { thing: number; guests: Guest[] }[] {
  const found = new Map<number, Guest[]>()
  for (const guest of guests)
    for (const thing of guest.known.to(relation).keys()) {
      const sharing = found.get(thing) ?? []
      found.set(thing, sharing)
      sharing.push(guest)
    }
  return [...found]
    .map(([thing, sharing]) => ({ thing, guests: sharing }))
    .filter(({ guests: sharing }) => sharing.length > 1)
    .sort((one, other) => other.guests.length - one.guests.length || one.thing - other.thing)
}

/** What a table has in common: its theme, another one, a territory, and somebody outside who knows several of them. */
function commonOf(projection: Projection, theme: number, guests: readonly Guest[]): Table['common'] {
  const nameOf = (thing: number): string => textAt(projection.names, thing)
  const namesOf = (sharing: readonly Guest[]): string[] => sharing.map(({ known }) => known.name)
  const refs = (...things: number[]) => things.map((thing) => refAt(projection, thing))
  const cards = guests.filter(({ known }) => known.to('ABOUT').has(theme)).length
  const [also] = mostShared(guests, 'ABOUT').filter(({ thing }) => thing !== theme)
  const [place] = mostShared(guests, 'LOCATED_IN').filter(({ thing }) => projection.kinds[thing] === territory)
  const seatedAt = new Set(guests.map(({ person }) => person))
  const [host] = mostShared(guests, 'KNOWS').filter(({ thing }) => !seatedAt.has(thing))
  return [
    { sentence: words.onTheme(nameOf(theme), cards, guests.length), entities: refs(theme) },
    ...(also ? [{ sentence: words.alsoTheme(nameOf(also.thing), namesOf(also.guests)), entities: refs(also.thing) }] : []),
    ...(place ? [{ sentence: words.territory(nameOf(place.thing), place.guests.length, guests.length), entities: refs(place.thing) }] : []),
    ...(host
      ? [
          {
            sentence: words.host(nameOf(host.thing), namesOf(host.guests)),
            entities: refs(host.thing, ...host.guests.map(({ person }) => person))
          }
        ]
      : [])
  ].slice(0, MOST_SAID)
}
