import { useQuery } from '@tanstack/react-query'
import type { EntityRef } from '#contract/entity.ts'
import type { Health } from '#contract/health.ts'
import type { Path, PathsAnswer } from '#contract/paths.ts'
import { ask } from '../api.ts'
import { useSearch } from '../search/query.ts'

/** The size of the network; asked again every second until the server has read it all. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask<Health>('/api/health', signal),
    refetchInterval: ({ state }) => (state.data?.status === 'ok' ? false : 1000)
  })
}

/** Some people of this very network, and one thing of each other kind: a letter is enough to meet them. */
export function useDiscoveries() {
  const people = useSearch({ q: 'a', types: ['person'], limit: 8 }).data?.results ?? []
  const things = useSearch({ q: 'c', types: ['project', 'organization', 'event', 'program'], limit: 30 }).data?.results ?? []
  const firsts = [...new Map(things.toReversed().map((thing) => [thing.type, thing])).values()].reverse()
  return { people, discoveries: [...firsts, ...people.slice(1)].slice(0, 6) }
}

export interface Example {
  from: EntityRef
  to: EntityRef
  path: Path
  entities: EntityRef[]
}

/** How many pairs of people are tried before the page does without an example. */
const TRIES = 4

/** A real way between two of these people: one that goes through somebody and can be read at a glance. */
export function useExample([from, ...others]: EntityRef[]) {
  return useQuery({
    queryKey: ['example', from?.id, ...others.map((other) => other.id)],
    enabled: others.length > 0,
    queryFn: async ({ signal }): Promise<Example | null> => {
      if (!from) return null
      for (const to of others.toReversed().slice(0, TRIES)) {
        const search = new URLSearchParams({ from: from.id, to: to.id, maxHops: '3' })
        const { paths, entities } = await ask<PathsAnswer>(`/api/paths?${search}`, signal)
        const path = paths.find(({ steps }) => steps.length > 1)
        if (path) return { from, to, path, entities }
      }
      return null
    }
  })
}
