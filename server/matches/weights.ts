import type { FeatureName } from '#contract/learning.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import { FEATURES, featureAt } from './features.ts'

/** How much each feature counts, by its place. */
export type Weights = Float64Array

const weightsOf = (given: Partial<Record<FeatureName, number>>): Weights => {
  const weights = new Float64Array(FEATURES)
  for (const [name, weight] of Object.entries(given)) weights[featureAt[name as FeatureName]] = weight
  return weights
}

/**
 * For people and people, organizations and organizations, where a network has too short a past to learn from: learnt from the past of
 * three networks, each counted alike; docs/evaluation.md says which.
 */
const usualMeetings = weightsOf({
  walk: 1.2,
  lasting: 1.5,
  joins: 0.74,
  texts: 0.42,
  projects: 0.13,
  shared: 0.21,
  programmes: 0.75,
  city: 0.56,
  role: -0.14,
  contacts: 0.32,
  far: -0.16,
  circle: -0.35,
  activity: 0.89,
  recent: 0.2,
  newlyMet: -0.16,
  current: 0.22,
  latest: -0.12,
  first: -0.37
})

/** For projects and projects: twins are alike by what they say, and by who and what they share. */
const usualTwins = weightsOf({ texts: 10, shared: 5, walk: 1 })

/** For two of different kinds, of whom no past tells: what is near and what is alike, in equal parts. */
const usualOthers = weightsOf({
  walk: 1.2,
  lasting: 0.8,
  texts: 1.5,
  projects: 0.5,
  shared: 0.6,
  programmes: 0.4,
  city: 0.4,
  contacts: 0.3,
  recent: 0.2
})

/** For one who is tied to nobody yet: all that is known is what it says of itself. */
const usualNewcomers = weightsOf({ texts: 4, projects: 1, walk: 0.3, shared: 0.5, city: 0.4, activity: 0.3, recent: 0.3 })

const project = types.indexOf('project')
const learnable = new Set((['person', 'organization'] as const).map((type) => types.indexOf(type)))

/** Whether a network's past can tell how those of a kind come to meet. */
export const isLearnable = (kind: number): boolean => learnable.has(kind)

/** The weights that hold for two kinds before anything is learnt. */
export function usualWeights(kind: number, other: number, isNewcomer = false): Weights {
  if (isNewcomer) return usualNewcomers
  if (kind !== other) return usualOthers
  return kind === project ? usualTwins : isLearnable(kind) ? usualMeetings : usualOthers
}
