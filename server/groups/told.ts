import type { NetworkMap } from '../map/network-map.ts'
import type { Projection } from '../network/projection.ts'
import { runThread } from '../thread.ts'
import type { Told } from './tell.ts'
import type { TellStart } from './tell-thread.ts'

const kept = new WeakMap<Projection, { asOf: number; told: Promise<Told> }>()

/** What the form of a network says today: worked out in a thread when it is first asked for, and kept as long as the projection. */
export function toldOf(projection: Projection, map: NetworkMap, asOf: number): Promise<Told> {
  const known = kept.get(projection)
  if (known?.asOf === asOf) return known.told
  const told = work(projection, map, asOf)
  kept.set(projection, { asOf, told })
  // Told to those who wait for it; whoever asks next has it tried again.
  told.catch(() => kept.delete(projection))
  return told
}

async function work(projection: Projection, map: NetworkMap, asOf: number): Promise<Told> {
  let told: Told | undefined
  await runThread<Told>(
    new URL('./tell-thread.ts', import.meta.url),
    { workerData: { projection, map, asOf } satisfies TellStart },
    (news) => {
      told = news
    }
  )
  if (!told) throw new Error('The groups of the network could not be told.')
  return told
}
