import { entityCount, type Projection } from '../network/projection.ts'

const known = new WeakMap<Projection, boolean>()

/** Whether most of what there is was last written by the demonstration. */
export function isDemonstration(projection: Projection): boolean {
  const told = known.get(projection)
  if (told !== undefined) return told
  const invented = new Set(projection.entries.filter(({ batch }) => batch.startsWith('demonstration-')).map(({ revision }) => revision))
  const count = projection.revisedIn.reduce((sum, revision) => sum + (invented.has(revision) ? 1 : 0), 0)
  const is = count > entityCount(projection) / 2
  known.set(projection, is)
  return is
}
