import { fieldsAt, type Projection } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { type Found, type Pair, sharersOf } from './found.ts'
import { inBoth, isOpen, isOver, type Known, latest, type Tied } from './known.ts'
import { nounsOf } from './nouns.ts'
import { hasAddress, quoted } from './quote.ts'
import { iceBreakerWords as words, type Voice } from './words.ts'

/** So many projects of each are looked at, the latest first. */
const MOST_PROJECTS = 30

/** A project of somebody, and what is known of it. */
interface Own {
  person: Known
  project: Known
  tie: number
  isOver: boolean
}

function projectsOf({ projection, known, asOf }: Pair, person: Known): Own[] {
  return [...person.to('CARRIES')]
    .map(([thing, ties]) => ({ thing, tie: latest(projection, ties) }))
    .sort((one, other) => (projection.heldTo[other.tie] as number) - (projection.heldTo[one.tie] as number) || one.thing - other.thing)
    .slice(0, MOST_PROJECTS)
    .map(({ thing, tie }) => ({ person, project: known(thing), tie, isOver: isOver(projection, tie, asOf) }))
}

const carried = ({ person, project, isOver }: Own) => ({ person: person.name, project: project.name, isOver })

/** Themes of both, on their cards or by a project of one or of each; each theme once. */
export function themes(pair: Pair): Found[] {
  const { projection, a, b } = pair
  const tieOf = (known: Known, theme: number): number => latest(projection, known.to('ABOUT').get(theme) ?? [])
  const found = new Map<number, Found>()
  const note = (theme: number, made: Pick<Found, 'sentence' | 'entities' | 'ties'> & { isUnexpected?: true }): void => {
    if (!found.has(theme)) found.set(theme, { kind: 'theme', ...made, sharers: sharersOf(projection, theme), things: [] })
  }
  for (const theme of inBoth(a.to('ABOUT'), b.to('ABOUT'))) {
    const sentence = words.theme(a.name, b.name, textAt(projection.names, theme))
    note(theme, { sentence, entities: [theme], ties: [tieOf(a, theme), tieOf(b, theme)] })
  }
  const [ofA, ofB] = [projectsOf(pair, a), projectsOf(pair, b)]
  for (const [person, other, projects] of [
    [a, b, ofB],
    [b, a, ofA]
  ] as const)
    for (const own of projects)
      for (const theme of inBoth(person.to('ABOUT'), own.project.to('ABOUT'))) {
        if (person.to('CARRIES').has(own.project.entity)) continue
        note(theme, {
          sentence: words.themeOfProject(person.name, textAt(projection.names, theme), carried(own)),
          entities: [theme, own.project.entity],
          ties: [tieOf(person, theme), own.tie, tieOf(own.project, theme)],
          // Not on the card of the other: nobody would think of it.
          ...(!other.to('ABOUT').has(theme) && { isUnexpected: true })
        })
      }
  for (const one of ofA)
    for (const other of ofB)
      for (const theme of one.project === other.project ? [] : inBoth(one.project.to('ABOUT'), other.project.to('ABOUT')))
        note(theme, {
          sentence: words.themeOfProjects(textAt(projection.names, theme), carried(one), carried(other)),
          entities: [theme, one.project.entity, other.project.entity],
          ties: [one.tie, tieOf(one.project, theme), other.tie, tieOf(other.project, theme)]
        })
  return [...found.values()]
}

/** Who stands by a project, and by which ties. */
const supportersOf = (project: Known): Tied => new Map([...project.from('PARTNERS_IN'), ...project.from('SUPPORTS')])

/** Organizations and programmes that stand by projects of both, or for which one works while they stand by a project of the other. */
export function programmes(pair: Pair): Found[] {
  const { projection, a, b, asOf } = pair
  const found = new Map<number, Found>()
  const note = (thing: number, made: Pick<Found, 'sentence' | 'entities' | 'ties'>): void => {
    if (!found.has(thing)) found.set(thing, { kind: 'program', ...made, sharers: sharersOf(projection, thing), things: [thing] })
  }
  const [ofA, ofB] = [projectsOf(pair, a), projectsOf(pair, b)]
  for (const [person, projects] of [
    [a, ofB],
    [b, ofA]
  ] as const)
    for (const own of projects) {
      const supporters = supportersOf(own.project)
      for (const thing of inBoth(person.to('WORKS_FOR'), supporters)) {
        const [works, stands] = [person.to('WORKS_FOR').get(thing) ?? [], supporters.get(thing) ?? []].map((ties) =>
          latest(projection, ties)
        )
        if (works === undefined || stands === undefined || isOver(projection, works, asOf)) continue
        if (person.to('CARRIES').has(own.project.entity)) continue
        note(thing, {
          sentence: words.worksForSupporter(person.name, textAt(projection.names, thing), carried(own), isOver(projection, stands, asOf)),
          entities: [thing, own.project.entity],
          ties: [works, stands, own.tie]
        })
      }
    }
  for (const one of ofA)
    for (const other of ofB) {
      if (one.project === other.project) continue
      const [byOne, byOther] = [supportersOf(one.project), supportersOf(other.project)]
      for (const thing of inBoth(byOne, byOther)) {
        const ties = [latest(projection, byOne.get(thing) ?? []), latest(projection, byOther.get(thing) ?? [])]
        note(thing, {
          sentence: words.standsBy(
            textAt(projection.names, thing),
            carried(one),
            carried(other),
            ties.some((tie) => isOver(projection, tie, asOf))
          ),
          entities: [thing, one.project.entity, other.project.entity],
          ties: [one.tie, other.tie, ...ties]
        })
      }
    }
  return [...found.values()]
}

/** The text of a need or an offer as it is told; empty where it has none, or one that gives an address. */
export function spokenText(projection: Projection, thing: number): string {
  const text = String(fieldsAt(projection, thing).text ?? '')
  return hasAddress(text) ? '' : quoted(text)
}

/** Something sought or offered by somebody or by a present project of that person. */
interface Spoken {
  thing: Known
  text: string
  voice: Voice
  ties: number[]
  entities: number[]
}

/** What somebody seeks or offers that still stands. */
export function spokenOf(pair: Pair, person: Known, relation: 'SEEKS' | 'OFFERS'): Spoken[] {
  const { projection, known, asOf } = pair
  const standing = (holder: Known): { thing: number; tie: number }[] =>
    [...holder.to(relation)]
      .map(([thing, ties]) => ({ thing, tie: latest(projection, ties) }))
      .filter(({ thing, tie }) => !isOver(projection, tie, asOf) && isOpen(projection, thing))
  const own = standing(person).map(({ thing, tie }) => ({
    thing: known(thing),
    text: spokenText(projection, thing),
    voice: { person: person.name },
    ties: [tie],
    entities: [thing]
  }))
  const ofProjects = projectsOf(pair, person)
    .filter(({ isOver }) => !isOver)
    .flatMap(({ project, tie: carries }) =>
      standing(project).map(({ thing, tie }) => ({
        thing: known(thing),
        text: spokenText(projection, thing),
        voice: { person: person.name, project: project.name },
        ties: [carries, tie],
        entities: [thing, project.entity]
      }))
    )
  return [...own, ...ofProjects].filter(({ text }) => text !== '')
}

/** Two words in common are no chance where both stand in a need and in an offer; nor is one where a theme is in common too. */
const LEAST_WORDS = 2
const LEAST_WITH_THEME = 1

/** What one seeks and the other offers, or is, by the words of both. */
export function answers(pair: Pair): Found[] {
  const { a, b } = pair
  return (
    [
      [a, b],
      [b, a]
    ] as const
  ).flatMap(([seeker, other]) =>
    spokenOf(pair, seeker, 'SEEKS')
      .filter(({ entities }) => !entities.some((thing) => other.to('CARRIES').has(thing)))
      .flatMap((need): Found[] => answeredBy(pair, need, other) ?? soughtIs(need, other))
  )
}

function answeredBy(pair: Pair, need: Spoken, other: Known): Found[] | undefined {
  const sought = nounsOf(need.text)
  const [best] = spokenOf(pair, other, 'OFFERS')
    .filter(({ entities }) => !entities.some((thing) => need.entities.includes(thing)))
    .map((offer) => ({
      offer,
      shared: inBoth(need.thing.to('ABOUT'), offer.thing.to('ABOUT'))[0],
      common: [...nounsOf(offer.text)].filter(([root]) => sought.has(root)).map(([, word]) => word)
    }))
    .filter(({ shared, common }) => common.length >= (shared === undefined ? LEAST_WORDS : LEAST_WITH_THEME))
    .sort((one, two) => two.common.length - one.common.length)
  if (!best) return undefined
  const { offer, shared, common } = best
  const about = shared === undefined ? [] : [need, offer].map(({ thing }) => latest(pair.projection, thing.to('ABOUT').get(shared) ?? []))
  return [
    {
      kind: 'answers',
      sentence: words.answers(need.voice, need.text, offer.voice, offer.text),
      entities: [...need.entities, ...offer.entities, ...(shared === undefined ? [] : [shared])],
      ties: [...need.ties, ...offer.ties, ...about],
      words: common,
      sharers: 1,
      things: []
    }
  ]
}

/** Whether the one who is sought is the other, by what the other is: "a physician" is sought, and the other is a country physician. */
function soughtIs(need: Spoken, other: Known): Found[] {
  const role = other.field('role')
  const sought = nounsOf(need.text)
  const [head = ''] = role.split(/[\s,]/)
  const common = [...nounsOf(`un ${head}`)].filter(([root]) => sought.has(root)).map(([, word]) => word)
  if (common.length === 0) return []
  const sentence = words.isWhoIsSought(need.voice, need.text, other.name, role)
  return [{ kind: 'answers', sentence, entities: need.entities, ties: need.ties, words: common, sharers: 1, things: [] }]
}
