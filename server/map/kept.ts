import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Projection } from '../network/projection.ts'
import { Packer, type PackedTexts, packedCount, textAt } from '../text/packed.ts'
import { FAR, type NetworkMap } from './network-map.ts'

/** Where each entity was placed, and in which community, in the order of `ids`: what a later map goes on from. */
export interface Kept {
  store: string
  /** How many came or went since all were laid out together. */
  changes: number
  ids: PackedTexts
  x: Uint16Array
  y: Uint16Array
  community: Uint16Array
}

/** What a later map goes on from; it shares the map's memory. */
export const keptOf = ({ ids }: Projection, { store, changes, x, y, community }: NetworkMap): Kept => ({
  store,
  changes,
  ids,
  x,
  y,
  community
})

const Step = z.number().int().min(0).max(FAR)
/** The same as a file: id, x, y and community of each entity. */
const KeptFile = z.object({ store: z.string(), changes: z.number().int().min(0), places: z.array(z.tuple([z.string(), Step, Step, Step])) })
type KeptFile = z.infer<typeof KeptFile>

/** The layout of the last map; undefined where there is none that can be read, and the next is laid out anew. */
export async function readKept(file: string): Promise<Kept | undefined> {
  try {
    const { store, changes, places } = KeptFile.parse(JSON.parse(await readFile(file, 'utf8')))
    const ids = new Packer()
    for (const [id] of places) ids.add(id)
    const column = (at: 1 | 2 | 3): Uint16Array => Uint16Array.from(places, (place) => place[at])
    return { store, changes, ids: ids.pack(), x: column(1), y: column(2), community: column(3) }
  } catch {
    return undefined
  }
}

/** Keeps a layout: whole, or the former one stays. A folder that cannot be written costs the next start its layout, and nothing else. */
export async function keep(file: string, { store, changes, ids, x, y, community }: Kept): Promise<void> {
  const places = Array.from({ length: packedCount(ids) }, (_, place): KeptFile['places'][number] => [
    textAt(ids, place),
    x[place] as number,
    y[place] as number,
    community[place] as number
  ])
  try {
    await writeFile(`${file}.new`, JSON.stringify({ store, changes, places } satisfies KeptFile))
    await rename(`${file}.new`, file)
  } catch {
    // Nothing is lost: the same network is laid out the same again.
  }
}
