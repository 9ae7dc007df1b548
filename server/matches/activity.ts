import { ALWAYS } from '../network/days.ts'
import { entityCount, type Projection } from '../network/projection.ts'
import { sharedFloat32, sharedUint16, sharedUint8 } from '../text/packed.ts'
import { type Circles, circleSize } from './circle.ts'
import { fieldsAt } from '../network/projection.ts'
import { fold } from '../text/fold.ts'
import { isCurrent, type Members, NEWLY_DAYS } from './members.ts'
import { eachOf } from './rows.ts'
import { isMeetingKind } from './terms.ts'

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
export function activityOf(projection: Projection, members: Members, circles: Circles, asOf: number): Activity {
  const entities = entityCount(projection)
  const numbers = new Map<string, number>()
  const citySizes: number[] = [0]
  const number = (text: unknown): number => {
    const key = fold(String(text ?? '')).trim()
    if (!key) return 0
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size + 1)
    citySizes.push(0)
    return numbers.size
  }
  const activity: Activity = {
    projects: sharedUint16(entities),
    recent: sharedUint16(entities),
    newlyMet: sharedUint16(entities),
    isCurrent: sharedUint8(entities),
    latest: sharedFloat32(entities),
    first: sharedFloat32(entities),
    cities: new Uint32Array(new SharedArrayBuffer(entities * 4)),
    roles: new Uint32Array(new SharedArrayBuffer(entities * 4)),
    citySizes: new Uint32Array(0),
    circles: new Uint32Array(new SharedArrayBuffer(entities * 4))
  }
  const seenBy = new Int32Array(entities).fill(-1)
  for (let entity = 0; entity < entities; entity++) {
    const kind = projection.kinds[entity] as number
    if (!isMeetingKind(kind)) continue
    const fields = fieldsAt(projection, entity)
    const city = number(fields.city)
    activity.cities[entity] = city
    citySizes[city] = (citySizes[city] as number) + 1
    activity.roles[entity] = number(fields.role ?? fields.kind)
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
  activity.citySizes = new Uint32Array(new SharedArrayBuffer(citySizes.length * 4))
  activity.citySizes.set(citySizes)
  return activity
}
