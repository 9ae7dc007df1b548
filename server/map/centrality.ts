import type { Adjacency } from './adjacency.ts'

/** Above so many entities, ways are counted from a part of them only. */
const MOST_EXACT = 2000
const PIVOTS = 300

/**
 * On how many of the shortest ways between others each entity stands, of the greatest one (Freeman 1977; by Brandes, "A faster algorithm
 * for betweenness centrality", 2001). Of a large network an estimate from pivots at equal distances (Brandes and Pich 2007).
 */
export function betweennessOf({ offsets, others }: Adjacency): Float32Array {
  const entities = offsets.length - 1
  const total = new Float64Array(entities)
  const ways = new Float64Array(entities)
  const share = new Float64Array(entities)
  const distance = new Int32Array(entities)
  const queue = new Uint32Array(entities)
  const stride = entities <= MOST_EXACT ? 1 : entities / PIVOTS
  for (let pivot = 0; pivot < entities; pivot += stride) {
    const source = Math.floor(pivot)
    distance.fill(-1)
    ways.fill(0)
    share.fill(0)
    distance[source] = 0
    ways[source] = 1
    queue[0] = source
    let length = 1
    for (let head = 0; head < length; head++) {
      const at = queue[head] as number
      for (let i = offsets[at] as number; i < (offsets[at + 1] as number); i++) {
        const other = others[i] as number
        if (distance[other] === -1) {
          distance[other] = (distance[at] as number) + 1
          queue[length++] = other
        }
        if (distance[other] === (distance[at] as number) + 1) ways[other] = (ways[other] as number) + (ways[at] as number)
      }
    }
    for (let head = length - 1; head > 0; head--) {
      const at = queue[head] as number
      for (let i = offsets[at] as number; i < (offsets[at + 1] as number); i++) {
        const before = others[i] as number
        if (distance[before] !== (distance[at] as number) - 1) continue
        const part = ((ways[before] as number) / (ways[at] as number)) * (1 + (share[at] as number))
        share[before] = (share[before] as number) + part
      }
      total[at] = (total[at] as number) + (share[at] as number)
    }
  }
  return ofGreatest(total)
}

const DAMPING = 0.85
const ROUNDS = 60

/** How often a walk along ties comes by, the heavier ones more often, of the greatest one (Page, Brin 1998). */
export function pagerankOf({ offsets, others, weights }: Adjacency): Float32Array {
  const entities = offsets.length - 1
  const leaving = new Float64Array(entities)
  for (let entity = 0; entity < entities; entity++)
    for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++)
      leaving[entity] = (leaving[entity] as number) + (weights[i] as number)
  let rank = new Float64Array(entities).fill(1 / entities)
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(entities)
    let idle = 0
    for (let entity = 0; entity < entities; entity++) {
      const from = rank[entity] as number
      if (leaving[entity] === 0) idle += from
      else
        for (let i = offsets[entity] as number; i < (offsets[entity + 1] as number); i++) {
          const other = others[i] as number
          next[other] = (next[other] as number) + (from * (weights[i] as number)) / (leaving[entity] as number)
        }
    }
    const everybody = (1 - DAMPING + DAMPING * idle) / entities
    rank = next.map((walked) => everybody + DAMPING * walked)
  }
  return ofGreatest(rank)
}

function ofGreatest(values: Float64Array): Float32Array {
  const greatest = values.reduce((most, value) => Math.max(most, value), 0)
  return Float32Array.from(values, (value) => (greatest > 0 ? value / greatest : 0))
}
