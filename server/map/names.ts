import { relationNames } from '#contract/vocabulary/relations.ts'
import { textAt } from '../text/packed.ts'
import { entityCount, type Projection, tieCount, typeAt } from '../network/projection.ts'

const ABOUT = relationNames.indexOf('ABOUT')
/** A theme names a community where so many of its members have it, and so much more often than everybody. */
const LEAST_SHARE = 0.2
const LEAST_LIFT = 2
/** Communities beyond these are drawn by few and named by their centre alone. */
const MOST_WITH_THEME = 200

const named = new Set(['organization', 'program', 'project', 'event', 'person'])
const first = ['organization', 'program', 'event', 'project', 'person']

/** What each community is called: its own theme where one stands out, and the most central of its members. */
export function communityNames(projection: Projection, community: Uint16Array, pagerank: Float32Array, count: number): string[] {
  const centres = centresOf(projection, community, pagerank, count)
  const themes = themesOf(projection, community, count)
  const taken = new Set<string>()
  return centres.map((members, number) => {
    const theme = themes[number]
    const names = members.map((entity) => textAt(projection.names, entity))
    const tries = [[theme, names[0]], [theme, names[0], names[1]], [names[0], names[1]], names, [names[0], String(number + 1)]]
    const name = tries.map((parts) => [...new Set(parts.filter(Boolean))].join(' · ')).find((name) => name !== '' && !taken.has(name))
    const said = name ?? `${number + 1}`
    taken.add(said)
    return said
  })
}

/** The most central members of each community, an organization before others where it is central enough. */
function centresOf(projection: Projection, community: Uint16Array, pagerank: Float32Array, count: number): number[][] {
  const centres: number[][] = Array.from({ length: count }, () => [])
  const order = [...pagerank.keys()].sort((a, b) => (pagerank[b] as number) - (pagerank[a] as number) || a - b)
  const spare: number[][] = Array.from({ length: count }, () => [])
  for (const entity of order) {
    const members = (named.has(typeAt(projection, entity)) ? centres : spare)[community[entity] as number] as number[]
    if (members.length < 6) members.push(entity)
  }
  return centres.map((members, number) => {
    const rank = (entity: number): number => first.indexOf(typeAt(projection, entity))
    const best = members.toSorted((a, b) => Number(rank(a) > 1) - Number(rank(b) > 1) || members.indexOf(a) - members.indexOf(b))
    return [...best, ...(spare[number] as number[])].slice(0, 3)
  })
}

/** The theme that tells each of the largest communities from the others, where there is one. */
function themesOf(projection: Projection, community: Uint16Array, count: number): (string | undefined)[] {
  const everywhere = new Map<number, number>()
  const within = new Map<string, number>()
  const sizes = new Uint32Array(count)
  for (let entity = 0; entity < entityCount(projection); entity++)
    sizes[community[entity] as number] = (sizes[community[entity] as number] as number) + 1
  for (let tie = 0; tie < tieCount(projection); tie++) {
    if (projection.relations[tie] !== ABOUT) continue
    const theme = projection.ends[tie] as number
    const number = community[projection.starts[tie] as number] as number
    everywhere.set(theme, (everywhere.get(theme) ?? 0) + 1)
    if (number < MOST_WITH_THEME) within.set(`${number} ${theme}`, (within.get(`${number} ${theme}`) ?? 0) + 1)
  }
  const best: { theme: number; weight: number }[] = []
  for (const [key, held] of within) {
    const [number, theme] = key.split(' ').map(Number) as [number, number]
    const share = held / (sizes[number] as number)
    const lift = share / ((everywhere.get(theme) as number) / community.length)
    const weight = held * Math.log(lift)
    const former = best[number] ?? { theme: -1, weight: 0 }
    const isBetter = weight > former.weight || (weight === former.weight && theme < former.theme)
    if (share >= LEAST_SHARE && lift >= LEAST_LIFT && isBetter) best[number] = { theme, weight }
  }
  return Array.from({ length: count }, (_, number) => {
    const theme = best[number]?.theme
    return theme === undefined ? undefined : textAt(projection.names, theme)
  })
}
