import { type FeatureLearnt, featureNames, type KindLearnt, LearningAnswer, LearningQuery } from '#contract/learning.ts'
import { types } from '#contract/vocabulary/kinds.ts'
import type { AddAnswer } from './answers.ts'
import type { Learnt } from './matches/learn.ts'
import { usualWeights } from './matches/weights.ts'
import { dayOf, today } from './network/days.ts'

/** Of fewer suggestions nothing is said of how often they came true. */
const ENOUGH = 100

function kindLearnt(kind: number, { weights, isLearnt, queries, needed, suggested, met }: Learnt): KindLearnt {
  const usual = usualWeights(kind, kind)
  return {
    type: types[kind] as KindLearnt['type'],
    state: isLearnt ? 'learnt' : 'usual',
    meetings: queries,
    needed,
    features: featureNames.map((name, place): FeatureLearnt => {
      const count = suggested[place] as number
      return {
        name,
        weight: weights[place] as number,
        usual: usual[place] as number,
        suggested: count,
        met: met[place] as number,
        isEnough: count >= ENOUGH
      }
    })
  }
}

export function addLearning(add: AddAnswer): void {
  add(
    '/api/learning',
    {
      summary: 'How suggestions are weighed, and how often each reason came true',
      query: LearningQuery,
      answer: LearningAnswer,
      isLearnt: true
    },
    async ({ query, projection, matching }) => {
      const asOf = query.asOf ?? today()
      const { learnt } = await matching(dayOf(asOf))
      return {
        revision: projection.revision,
        asOf,
        kinds: Object.entries(learnt).map(([kind, each]) => kindLearnt(Number(kind), each))
      }
    }
  )
}
