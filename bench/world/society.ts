import { Crowd } from './crowd.ts'
import { powerLaw, type Random, seeded } from './random.ts'

/** How many people: 1.4k make 2,000 entities, 38k make 50,000. */
export const sizes = { '1k': 1_000, '1.4k': 1_380, '20k': 20_000, '38k': 38_300, '200k': 200_000 }
export type Size = keyof typeof sizes

const THEMES = 200
const SMALLEST_COMMUNITY = 20

/** Who is there, by community: people, the organizations they work for and the projects they carry. */
export interface Society {
  people: Crowd
  organizations: Crowd
  projects: Crowd
  themes: number
}

/** Sizes that follow a power law and add up to `total`, none above a fiftieth of it but the smallest. */
function communitySizes(random: Random, total: number): number[] {
  const sizes: number[] = []
  const most = Math.max(SMALLEST_COMMUNITY, total / 50)
  for (let left = total; left > 0; left -= sizes.at(-1) as number) {
    sizes.push(Math.min(left, Math.round(powerLaw(random, 2, SMALLEST_COMMUNITY, most))))
  }
  return sizes
}

/** Where the share of each community in `total` begins, and where the last ends. */
function boundsOf(communities: readonly number[], total: number): Uint32Array {
  const all = communities.reduce((sum, size) => sum + size, 0)
  let sum = 0
  return Uint32Array.from([0, ...communities], (size) => {
    sum += size
    return Math.round((sum / all) * total)
  })
}

export function makeSociety(size: Size): Society {
  const people = sizes[size]
  const random = seeded(people)
  const communities = communitySizes(random, people)
  return {
    people: new Crowd(random, boundsOf(communities, people), Math.sqrt(people)),
    organizations: new Crowd(random, boundsOf(communities, people / 10), Math.sqrt(people)),
    projects: new Crowd(random, boundsOf(communities, people / 5), 10),
    themes: THEMES
  }
}
