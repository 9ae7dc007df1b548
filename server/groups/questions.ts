import type { Question, QuestionKind } from '#contract/questions.ts'
import type { EntityType } from '#contract/vocabulary/kinds.ts'
import { fieldsAt, refAt, typeAt } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { circleOf } from './acquainted.ts'
import { articulationsOf } from './articulation.ts'
import { type ClosedGroup, closedGroups } from './closed.ts'
import type { Crossing } from './crossings.ts'
import type { Ground } from './ground.ts'
import { groupThing, guestOf } from './guest.ts'
import { newcomersOf } from './newcomers.ts'
import { gapsOf, loneThemes, SMALLEST_COMMUNITY, unusedPrograms } from './subjects.ts'
import { questionWords } from './words.ts'

/** Of each kind so many are told: one evening does not hold more. */
const MOST_OF_A_KIND = 12
/** How much of what joins two communities stands on one person where that is worth a question. */
const LEAST_OWN = 0.5
const SMALLEST_CUT_OFF = 2
/** The most that a question names of those it is about. */
const MOST_NAMED = 12

const nameAt = ({ projection }: Ground, entity: number): string => textAt(projection.names, entity)
const namesAt = (ground: Ground, entities: readonly number[]): string[] => entities.map((entity) => nameAt(ground, entity))
const communityAt = ({ map }: Ground, entity: number): number => map.community[entity] as number
const communityName = ({ map }: Ground, number: number): string =>
  map.communities.find(({ id }) => id === number)?.name ?? String(number + 1)

function question(
  { projection }: Ground,
  kind: QuestionKind,
  said: Pick<Question, 'sentence' | 'because'>,
  entities: readonly (number | undefined)[],
  communities: readonly number[]
): Question {
  const named = [...new Set(entities)].filter((entity) => entity !== undefined).slice(0, MOST_NAMED)
  return { kind, ...said, entities: named.map((entity) => refAt(projection, entity)), communities: [...new Set(communities)] }
}

/** Who stands in most of what joins two communities: those first who stand on most of the shortest ways. */
function bridges(ground: Ground): Question[] {
  const { map, acquainted, opennesses, crossings } = ground
  const isOfSize = (number: number): boolean => (opennesses[number]?.people ?? 0) >= SMALLEST_COMMUNITY
  const weight = ({ person, own, pairs }: Crossing): number => (own / pairs) * (map.betweenness[person] as number)
  const told = new Set<number>()
  return crossings
    .filter(({ from, to, own, pairs }) => isOfSize(from) && isOfSize(to) && own >= pairs * LEAST_OWN)
    .sort((a, b) => weight(b) - weight(a) || b.pairs - a.pairs || a.from - b.from || a.to - b.to)
    .filter(({ person }) => !told.has(person) && told.add(person))
    .slice(0, MOST_OF_A_KIND)
    .map(({ from, to, pairs, own, person }) => {
      const abroad = communityAt(ground, person) === from ? to : from
      const others = [...circleOf(acquainted, person)].filter((other) => communityAt(ground, other) === abroad)
      const [name, other] = namesAt(ground, [person, others[0] as number]) as [string, string]
      const words = { person: name, other, from: communityName(ground, from), to: communityName(ground, to), pairs, own }
      return question(ground, 'bridge', questionWords.bridge(words), [person, ...others], [from, to])
    })
}

function gaps(ground: Ground): Question[] {
  return gapsOf(ground, MOST_OF_A_KIND).map(({ theme, from, to, ours, theirs, between }) => {
    const [one, other] = [ours[0] as number, theirs[0] as number]
    const said = questionWords.gap({
      theme: nameAt(ground, theme),
      from: communityName(ground, from),
      to: communityName(ground, to),
      one: nameAt(ground, one),
      other: nameAt(ground, other),
      ours: ours.length,
      theirs: theirs.length,
      ...(between !== undefined && { between: nameAt(ground, between) })
    })
    return question(ground, 'gap', said, [one, other, between, theme], [from, to])
  })
}

function closed(ground: Ground, groups: readonly ClosedGroup[]): Question[] {
  const guests = new Set<number>()
  return groups.slice(0, MOST_OF_A_KIND).map((group) => {
    const { members, within, outward, door } = group
    const thing = groupThing(ground, members)
    const guest = door && guestOf(ground, members, guests)
    if (guest !== undefined) guests.add(guest)
    const home = communityAt(ground, members[0] as number)
    const said = questionWords.closed({
      group: thing === undefined ? communityName(ground, home) : nameAt(ground, thing),
      size: members.length,
      within,
      outward,
      ...(door && {
        door: { person: nameAt(ground, door.person), other: nameAt(ground, door.others[0] as number), own: door.others.length }
      }),
      ...(guest !== undefined && { guest: nameAt(ground, guest) })
    })
    return question(ground, 'closed', said, [door?.person, guest, thing, door?.others[0], ...members], [home])
  })
}

/** Who alone holds others to the rest; those of a closed group are told of with it. */
function missed(ground: Ground, groups: readonly ClosedGroup[]): Question[] {
  const told = new Set(groups.slice(0, MOST_OF_A_KIND).flatMap(({ members }) => members))
  const found: Question[] = []
  for (const { person, size, cutOff } of articulationsOf(ground.acquainted).sort((a, b) => b.size - a.size || a.person - b.person)) {
    if (found.length === MOST_OF_A_KIND || size < SMALLEST_CUT_OFF) break
    const named: number[] = []
    for (const one of cutOff()) {
      named.push(one)
      if (named.length === MOST_NAMED) break
    }
    if (named.filter((one) => told.has(one)).length * 2 >= named.length) continue
    for (const one of named) told.add(one)
    const said = questionWords.missed({ person: nameAt(ground, person), cutOff: namesAt(ground, named), size })
    found.push(question(ground, 'missed', said, [person, ...named], [communityAt(ground, person)]))
  }
  return found
}

function newcomers(ground: Ground): Question[] {
  const { projection, asOf } = ground
  return newcomersOf(projection, asOf, MOST_OF_A_KIND).map(({ entity, said: { tied, followed, themes, territories } }) => {
    const { role, city } = fieldsAt(projection, entity)
    const places = territories.length > 0 ? namesAt(ground, territories) : [city]
    const said = questionWords.newcomer({
      type: typeAt(projection, entity) as EntityType & ('person' | 'project' | 'organization'),
      name: nameAt(ground, entity),
      ...(tied[0] !== undefined && { only: nameAt(ground, tied[0]) }),
      about: [role, ...namesAt(ground, themes), ...places].filter((text) => text !== undefined).map(String),
      followed: namesAt(ground, followed)
    })
    return question(ground, 'newcomer', said, [entity, ...tied, ...followed, ...themes, ...territories], [communityAt(ground, entity)])
  })
}

function themes(ground: Ground): Question[] {
  return loneThemes(ground.projection, ground.asOf)
    .slice(0, MOST_OF_A_KIND)
    .map(({ theme, person, projects, needs }) => {
      const said = questionWords['lone-theme']({
        theme: nameAt(ground, theme),
        projects: projects.length,
        needs: needs.length,
        ...(person !== undefined && { person: nameAt(ground, person) })
      })
      return question(ground, 'lone-theme', said, [theme, person, ...projects, ...needs], [])
    })
}

function programs(ground: Ground): Question[] {
  return unusedPrograms(ground.projection, ground.asOf)
    .slice(0, MOST_OF_A_KIND)
    .map(({ program, projects, themes }) => {
      const named = projects.slice(0, 3)
      const said = questionWords['unused-program']({
        program: nameAt(ground, program),
        projects: namesAt(ground, named),
        sharing: projects.length,
        themes: namesAt(ground, themes)
      })
      return question(ground, 'unused-program', said, [program, ...named, ...themes], [])
    })
}

/** All questions that are told, of each kind in turn: whoever reads only the first few sees that they are of many sorts. */
export function questionsOf(ground: Ground): Question[] {
  const groups = closedGroups(ground.acquainted)
  const kinds = [
    newcomers(ground),
    bridges(ground),
    closed(ground, groups),
    gaps(ground),
    missed(ground, groups),
    themes(ground),
    programs(ground)
  ]
  return Array.from({ length: MOST_OF_A_KIND }, (_, turn) => kinds.flatMap((questions) => questions[turn] ?? [])).flat()
}
