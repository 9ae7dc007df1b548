import { ALWAYS } from '../network/days.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { sharedFloat32, sharedUint16, sharedUint32, sharedUint8 } from '../text/packed.ts'
import { type Circles, circleSize } from './circle.ts'
import { isCurrent, type Members, NEWLY_DAYS } from './members.ts'
import { eachOf } from './rows.ts'
import { isMeetingKind, type Said } from './said.ts'

/** What each has been doing, by entity. */
export interface Activity {
  /** In how many projects, and how many of them began within the last 18 months. */
  projects: Uint16Array
  recent: Uint16Array
  /** How many were met in projects within the last 18 months. */
  newlyMet: Uint16Array
  /** 1 where a project goes on. */
  isCurrent: Uint8Array
  /** 0 to 1: how recent the latest and how recent the first beginning is, halving about every 1.4 years (e^(−years/2)). */
  latest: Float32Array
  first: Float32Array
  /** Numbers of the city and of the role or kind as they are written; 0 where there is none. */
  cities: Uint32Array
  roles: Uint32Array
  /** By number of a city: how many are there. */
  citySizes: Uint32Array
  circles: Uint32Array
}

const DAYS_A_YEAR = 365.25
const faded = (day: number, asOf: number): number => Math.exp(-Math.max(0, asOf - day) / (2 * DAYS_A_YEAR))

/** What everybody has been doing, as the day `asOf` knew it. */
export function activityOf(projection: Projection, said: Said, members: Members, circles: Circles, asOf: number): Activity {
  const entities = entityCount(projection)
  const { cities, roles } = said
  const citySizes = sharedUint32(1 + cities.reduce((most, city) => Math.max(most, city), 0))
  const activity: Activity = {
    projects: sharedUint16(entities),
    recent: sharedUint16(entities),
    newlyMet: sharedUint16(entities),
    isCurrent: sharedUint8(entities),
    latest: sharedFloat32(entities),
    first: sharedFloat32(entities),
    cities,
    roles,
    citySizes,
    circles: sharedUint32(entities)
  }
  const seenBy = new Int32Array(entities).fill(-1)
  for (let entity = 0; entity < entities; entity++) {
    const kind = projection.kinds[entity] as number
    if (!isMeetingKind(kind)) continue
    const city = cities[entity] as number
    citySizes[city] = (citySizes[city] as number) + 1
    activity.circles[entity] = circleSize(circles, entity)
    let [latest, first, recent, newlyMet] = [ALWAYS, Number.POSITIVE_INFINITY, 0, 0]
    eachOf(members.offsets, entity, (at) => {
      const since = members.since[at] as number
      if (isCurrent(members.until[at] as number, asOf)) activity.isCurrent[entity] = 1
      const group = members.others[at] as number
      if (since !== ALWAYS) {
        latest = Math.max(latest, since)
        first = Math.min(first, since)
        if (since > asOf - NEWLY_DAYS) recent += 1
      }
      eachOf(members.offsets, group, (place) => {
        const other = members.others[place] as number
        if (other === entity || seenBy[other] === entity || projection.kinds[other] !== kind) return
        if (Math.max(since, members.since[place] as number) <= asOf - NEWLY_DAYS) return
        seenBy[other] = entity
        newlyMet += 1
      })
    })
    activity.projects[entity] = (members.offsets[entity + 1] as number) - (members.offsets[entity] as number)
    activity.recent[entity] = recent
    activity.newlyMet[entity] = newlyMet
    activity.latest[entity] = latest === ALWAYS ? 0 : faded(latest, asOf)
    activity.first[entity] = first === Number.POSITIVE_INFINITY ? 0 : faded(first, asOf)
  }
  return activity
}
