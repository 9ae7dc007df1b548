import { textAt } from '../text/packed.ts'
import { type Projection, typeAt } from '../network/projection.ts'
import { sharesOf, sizesOf } from './shares.ts'

/** What so many of a community have in common stands beside its theme. */
const LEAST_COMMON = 1 / 3

const named = new Set(['organization', 'program', 'project', 'event', 'person'])
const first = ['organization', 'program', 'event', 'project', 'person']

/** What each community is called: by what its members share, its theme first, where anything stands out; else by the most central of them. */
export function communityNames(projection: Projection, community: Uint16Array, pagerank: Float32Array, count: number): string[] {
  const centres = centresOf(projection, community, pagerank, count)
  const shares = sharesOf(projection, community, count)
  const sizes = sizesOf(community, count)
  const taken = new Set<string>()
  return centres.map((members, number) => {
    const nameOf = (entity: number | undefined): string => (entity === undefined ? '' : textAt(projection.names, entity))
    const shared = shares[number] ?? []
    const theme = nameOf(shared.find(({ thing }) => typeAt(projection, thing) === 'theme')?.thing)
    const rest = shared.filter(({ thing }) => typeAt(projection, thing) !== 'theme')
    const common = nameOf(rest.find(({ count }) => count >= (sizes[number] as number) * LEAST_COMMON)?.thing)
    const names = members.map(nameOf)
    const byTheme = theme
      ? [
          [theme, common],
          [theme, names[0]],
          [theme, names[0], names[1]]
        ]
      : []
    const tries = [...byTheme, [common, names[0]], [names[0], names[1]], names, [names[0], String(number + 1)]]
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
