import type { BringingKind } from '#contract/tables.ts'
import type { Words } from '#contract/vocabulary/words.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { isOpen, isOver, Known, latest } from '../ice-breakers/known.ts'
import { spokenText } from '../ice-breakers/work.ts'
import { circleSize } from '../matches/circle.ts'
import type { Ground } from '../matches/ground.ts'
import { metBy } from '../matches/met.ts'
import { asideOf } from '../network/aside.ts'
import type { Projection } from '../network/projection.ts'
import { textAt } from '../text/packed.ts'
import { tableWords as words } from './words.ts'

/** One thing that somebody brings; entities by their places. */
export interface Bringing {
  kind: BringingKind
  sentence: Words
  entities: number[]
}

/** Somebody who could sit at a table. */
export interface Guest {
  person: number
  known: Known
  /** How much they could bring on the theme. */
  worth: number
  circle: number
  isNewcomer: boolean
  met: ReadonlySet<number>
  /** With whom nobody wants them to be seated. */
  apart: ReadonlySet<number>
  /** Present organizations and projects. */
  teams: ReadonlySet<number>
  brings: readonly Bringing[]
}

const program = types.indexOf('program')

/** Somebody who has met so many at the most is a newcomer. */
export const NEWCOMER_CIRCLE = 3
/** So many present projects of each are looked at. */
const MOST_PROJECTS = 12

/** Somebody as a guest at a table on a theme. */
export function guestOf(projection: Projection, ground: Ground, person: number, theme: number, worth: number): Guest {
  const { asOf } = ground
  const known = new Known(projection, person, asOf)
  const circle = circleSize(ground.circles, person)
  const present = (['WORKS_FOR', 'CARRIES'] as const).flatMap((relation) =>
    [...known.to(relation)].filter(([, ties]) => !isOver(projection, latest(projection, ties), asOf)).map(([thing]) => thing)
  )
  return {
    person,
    known,
    worth,
    circle,
    isNewcomer: circle <= NEWCOMER_CIRCLE,
    met: metBy(projection, ground, person),
    apart: asideOf(projection, person, asOf),
    teams: new Set(present),
    brings: bringingsOf(projection, known, theme, asOf)
  }
}

/** What somebody could bring to a table on a theme, what is on the theme before anything else; never nothing. */
function bringingsOf(projection: Projection, known: Known, theme: number, asOf: number): Bringing[] {
  const nameOf = (thing: number): string => textAt(projection.names, thing)
  const lasting = (holder: Known, relation: Parameters<Known['to']>[0]): number[] =>
    [...holder.to(relation)].filter(([, ties]) => !isOver(projection, latest(projection, ties), asOf)).map(([thing]) => thing)
  /** What is on the theme; where nothing is, all of it. */
  const looked = (things: readonly number[]): Known[] => {
    const all = things.map((thing) => new Known(projection, thing, asOf))
    const onTheme = all.filter((thing) => thing.to('ABOUT').has(theme))
    return onTheme.length > 0 ? onTheme : all
  }

  const projects = looked(lasting(known, 'CARRIES').slice(0, MOST_PROJECTS))
  const voices = (relation: 'OFFERS' | 'SEEKS', kind: 'offer' | 'need'): Bringing[] => {
    const own = looked(lasting(known, relation).filter((thing) => isOpen(projection, thing)))
    const ofProjects = projects.flatMap((project) =>
      lasting(project, relation)
        .filter((thing) => isOpen(projection, thing))
        .map((thing) => ({ thing, project }))
    )
    return [
      ...own.map(({ entity }) => ({ kind, sentence: words[kind](spokenText(projection, entity)), entities: [entity] })),
      ...ofProjects.map(({ thing, project }) => ({
        kind,
        sentence: words[`${kind}OfProject`](project.name, spokenText(projection, thing)),
        entities: [thing, project.entity]
      }))
    ].filter(({ entities: [thing] }) => spokenText(projection, thing as number) !== '')
  }
  const programs = lasting(known, 'WORKS_FOR').flatMap((organization) =>
    lasting(new Known(projection, organization, asOf), 'RUNS')
      .filter((thing) => isProgram(projection, thing))
      .map(
        (program): Bringing => ({
          kind: 'program',
          sentence: words.program(nameOf(organization), nameOf(program)),
          entities: [organization, program]
        })
      )
  )
  const supported = projects.flatMap((project) =>
    [...project.from('SUPPORTS')]
      .filter(([thing, ties]) => isProgram(projection, thing) && !isOver(projection, latest(projection, ties), asOf))
      .map(
        ([program]): Bringing => ({
          kind: 'program',
          sentence: words.supported(project.name, nameOf(program)),
          entities: [project.entity, program]
        })
      )
  )
  const organizations = [...known.to('WORKS_FOR')].map(([thing, ties]): Bringing => {
    const past = isOver(projection, latest(projection, ties), asOf)
    return { kind: 'experience', sentence: past ? words.hasWorked(nameOf(thing)) : words.works(nameOf(thing)), entities: [thing] }
  })
  const role = known.field('role')
  return [
    ...voices('OFFERS', 'offer'),
    ...voices('SEEKS', 'need'),
    ...projects.map(({ entity, name }): Bringing => ({ kind: 'project', sentence: words.project(name), entities: [entity] })),
    ...programs,
    ...supported,
    ...organizations,
    ...(role ? [{ kind: 'trade' as const, sentence: words.trade(role), entities: [] }] : []),
    ...(known.to('ABOUT').has(theme) ? [{ kind: 'theme' as const, sentence: words.theme(nameOf(theme)), entities: [theme] }] : [])
  ]
}

const isProgram = ({ kinds }: Projection, thing: number): boolean => kinds[thing] === program
