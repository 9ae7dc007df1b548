import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** Where each entity was placed, and in which community, by its id: what a later map goes on from. */
const Kept = z.object({
  store: z.string(),
  places: z.record(z.string(), z.tuple([z.number().int(), z.number().int(), z.number().int()]))
})
export type Kept = z.infer<typeof Kept>

/** The layout of the last map; undefined where there is none that can be read, and the next is laid out anew. */
export async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return Kept.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Keeps a layout: whole, or the former one stays. A folder that cannot be written costs the next start its layout, and nothing else. */
export async function keep(file: string, kept: Kept): Promise<void> {
  try {
    await writeFile(`${file}.new`, JSON.stringify(kept))
    await rename(`${file}.new`, file)
  } catch {
    // Nothing is lost: the same network is laid out the same again.
  }
}
