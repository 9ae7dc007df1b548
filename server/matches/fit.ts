import { FEATURES } from './features.ts'
import type { Weights } from './weights.ts'

/** A list of rows of features, and which of them came true. */
export interface Example {
  values: Float64Array
  chosen: number[]
}

/** How closely learnt weights keep to the usual ones: the greater, the more a past has to say before they move. */
const KEEPING = 0.02
const MOST_STEPS = 12
const CLOSE_ENOUGH = 1e-5

/**
 * The weights under which what was chosen is most likely among what could be: logistic regression with a choice among many (conditional
 * logit: McFadden 1974), held near `usual`, by Newton's method. Every example counts the same, however long its list.
 */
export function fitted(examples: readonly Example[], usual: Weights): Weights {
  let weights: Weights = Float64Array.from(usual)
  let loss = lossOf(examples, weights, usual)
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = slopes(examples, weights, usual)
    const move = solved(curvature, gradient)
    // Half the way where the whole would go too far.
    let [share, next, nextLoss] = [1, weights, loss]
    do {
      next = weights.map((weight, i) => weight - share * (move[i] as number))
      nextLoss = lossOf(examples, next, usual)
      share /= 2
    } while (nextLoss > loss && share > CLOSE_ENOUGH)
    if (!(nextLoss < loss)) break
    const gained = loss - nextLoss
    weights = next
    loss = nextLoss
    if (gained < CLOSE_ENOUGH) break
  }
  return weights
}

/** How likely each row is to be chosen. */
function chances(values: Float64Array, weights: Weights): Float64Array {
  const rows = values.length / FEATURES
  const chances = new Float64Array(rows)
  let greatest = Number.NEGATIVE_INFINITY
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let i = 0; i < FEATURES; i++) sum += (weights[i] as number) * (values[row * FEATURES + i] as number)
    chances[row] = sum
    greatest = Math.max(greatest, sum)
  }
  let total = 0
  for (let row = 0; row < rows; row++) {
    chances[row] = Math.exp((chances[row] as number) - greatest)
    total += chances[row] as number
  }
  for (let row = 0; row < rows; row++) chances[row] = (chances[row] as number) / total
  return chances
}

function lossOf(examples: readonly Example[], weights: Weights, usual: Weights): number {
  let loss = 0
  for (let i = 0; i < FEATURES; i++) loss += (KEEPING / 2) * ((weights[i] as number) - (usual[i] as number)) ** 2
  for (const { values, chosen } of examples) {
    const chance = chances(values, weights)
    for (const row of chosen) loss -= Math.log(Math.max(chance[row] as number, Number.MIN_VALUE)) / chosen.length / examples.length
  }
  return loss
}

function slopes(examples: readonly Example[], weights: Weights, usual: Weights): { gradient: Float64Array; curvature: Float64Array } {
  const gradient = Float64Array.from(weights, (weight, i) => KEEPING * (weight - (usual[i] as number)))
  const curvature = new Float64Array(FEATURES * FEATURES)
  for (let i = 0; i < FEATURES; i++) curvature[i * FEATURES + i] = KEEPING
  const mean = new Float64Array(FEATURES)
  for (const { values, chosen } of examples) {
    const chance = chances(values, weights)
    const share = 1 / examples.length
    mean.fill(0)
    for (let row = 0; row < chance.length; row++) {
      const weight = (chance[row] as number) * share
      if (weight < 1e-9) continue
      for (let i = 0; i < FEATURES; i++) {
        const value = values[row * FEATURES + i] as number
        if (value === 0) continue
        mean[i] = (mean[i] as number) + weight * value
        for (let j = 0; j <= i; j++)
          curvature[i * FEATURES + j] = (curvature[i * FEATURES + j] as number) + weight * value * (values[row * FEATURES + j] as number)
      }
    }
    for (let i = 0; i < FEATURES; i++) {
      gradient[i] = (gradient[i] as number) + (mean[i] as number)
      for (let j = 0; j <= i; j++)
        curvature[i * FEATURES + j] = (curvature[i * FEATURES + j] as number) - ((mean[i] as number) * (mean[j] as number)) / share
    }
    for (const row of chosen)
      for (let i = 0; i < FEATURES; i++)
        gradient[i] = (gradient[i] as number) - (share / chosen.length) * (values[row * FEATURES + i] as number)
  }
  return { gradient, curvature }
}

/** Solves for the step by Cholesky's decomposition of the curvature, of which the lower half is given. */
function solved(curvature: Float64Array, gradient: Float64Array): Float64Array {
  const lower = Float64Array.from(curvature)
  const at = (i: number, j: number): number => lower[i * FEATURES + j] as number
  for (let i = 0; i < FEATURES; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j)
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      lower[i * FEATURES + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j)
    }
  }
  const solution = Float64Array.from(gradient)
  for (let i = 0; i < FEATURES; i++) {
    for (let k = 0; k < i; k++) solution[i] = (solution[i] as number) - at(i, k) * (solution[k] as number)
    solution[i] = (solution[i] as number) / at(i, i)
  }
  for (let i = FEATURES - 1; i >= 0; i--) {
    for (let k = i + 1; k < FEATURES; k++) solution[i] = (solution[i] as number) - at(k, i) * (solution[k] as number)
    solution[i] = (solution[i] as number) / at(i, i)
  }
  return solution
}
