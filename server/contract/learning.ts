import { z } from 'zod'
import { Day } from './listed.ts'
import { EntityType } from './vocabulary/kinds.ts'

/**
 * What speaks for a meeting, each from 0 to 1 within one list:
 * - walk, lasting: how often a walk with restart comes by; along what is recent, and along everything that ever held
 * - joins: walks come by a project of theirs that takes people in
 * - texts, projects: how alike their texts are; how alike the texts of the one are to a present project of the other
 * - shared: what both are within, the rarer the more; programmes: programmes where both have been active of late
 * - city, role: whether these are the same, the rarer the more
 * - contacts: whom both have met (Adamic and Adar, "Friends and neighbors on the Web", 2003)
 * - far: whether nobody is known whom both have met
 * - circle, activity, recent, newlyMet: how many they have met, how many projects they are in, and those of the last 18 months
 * - current, latest, first: whether a project goes on, how recent the latest is, how recent the first
 */
export const featureNames = [
  'walk',
  'lasting',
  'joins',
  'texts',
  'projects',
  'shared',
  'programmes',
  'city',
  'role',
  'contacts',
  'far',
  'circle',
  'activity',
  'recent',
  'newlyMet',
  'current',
  'latest',
  'first'
] as const
export const FeatureName = z.enum(featureNames)
export type FeatureName = z.infer<typeof FeatureName>

/** As which day the past is learnt from. */
export const LearningQuery = z.object({ asOf: Day.optional().describe('Answer as this day would have; left out, today') })

/** How much one feature counts, and how often what it spoke for came true. */
export const FeatureLearnt = z.object({
  name: FeatureName,
  weight: z.number(),
  /** What it counts where nothing was learnt. */
  usual: z.number(),
  /** Of the tens that would have been suggested in the past: for how many suggestions it spoke, and how many of those met. */
  suggested: z.number().int(),
  met: z.number().int(),
  /** False where these are too few to say how often it comes true. */
  isEnough: z.boolean()
})
export type FeatureLearnt = z.infer<typeof FeatureLearnt>

/** What was learnt of how those of a kind come to meet. */
export const KindLearnt = z.object({
  type: EntityType,
  /** `usual` where the past is too short to learn from. */
  state: z.enum(['usual', 'learnt']),
  /** From how many who met somebody for the first time, and how many are needed. Refusals are learnt from too, and not counted for everybody. */
  meetings: z.number().int(),
  needed: z.number().int(),
  features: z.array(FeatureLearnt)
})
export type KindLearnt = z.infer<typeof KindLearnt>

/** How suggestions are weighed, and what the past says of them. */
export const LearningAnswer = z
  .object({ revision: z.number().int(), asOf: z.string(), kinds: z.array(KindLearnt) })
  .describe('How suggestions are weighed, from how much of the past that was learnt, and how often each reason came true')
export type LearningAnswer = z.infer<typeof LearningAnswer>
