import { entityCount, fieldsAt, type Projection, typeAt } from '../network/projection.ts'
import { CROWD } from '../network/strength.ts'
import { type Said, saidOf } from './said.ts'

/** Somebody or something that nothing ties yet, or one tie alone. */
export interface Newcomer {
  entity: number
  said: Said
}

/** Whether others share a thing, so that whoever has it has met some of them; in a crowd at an event one may well have met nobody. */
function hasCompany(projection: Projection, thing: number): boolean {
  const sharers = projection.sharers[thing] as number
  return sharers > 1 && (sharers <= CROWD || typeAt(projection, thing) !== 'event')
}

/** What a card says beside its ties, by which one can act. */
const TELLING = ['role', 'kind', 'stage', 'bio', 'description', 'city']

/**
 * People, projects and organizations without a tie or with a single one, those first of which most is known by which one can act, then
 * those that were written down last. Who shares an evening or a team with others is none.
 */
export function newcomersOf(projection: Projection, asOf: number, most: number): Newcomer[] {
  const found: (Newcomer & { told: number })[] = []
  for (let entity = 0; entity < entityCount(projection); entity++) {
    const type = typeAt(projection, entity)
    if (type !== 'person' && type !== 'project' && type !== 'organization') continue
    const said = saidOf(projection, entity, asOf)
    const [only, another] = said.tied
    if (another !== undefined) continue
    if (type === 'person' && only !== undefined && hasCompany(projection, only)) continue
    const fields = fieldsAt(projection, entity)
    const told = said.themes.length + said.territories.length + TELLING.filter((name) => fields[name]).length
    // People come first, and who has no tie at all before who has one.
    found.push({ entity, said, told: told + (type === 'person' ? 6 : 0) - 3 * said.tied.length })
  }
  const written = ({ entity }: Newcomer): number => projection.createdIn[entity] as number
  const told = new Set<number>()
  const newcomers: Newcomer[] = []
  for (const one of found.sort((a, b) => b.told - a.told || written(b) - written(a) || a.entity - b.entity)) {
    if (newcomers.length === most) break
    // Of two that have each other only, one is told.
    if (one.said.tied.some((other) => told.has(other))) continue
    told.add(one.entity)
    newcomers.push(one)
  }
  return newcomers
}
