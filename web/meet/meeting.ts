import type { EntityRef } from '#contract/entity.ts'
import { type MatchesAnswer, type Meeting, type MeetingType, meetingTypes } from '#contract/matches.ts'

/** How many meetings of the week are shown at once, and how many of one. */
export const MOST_OF_WEEK = 6
export const MOST_OF_ONE = 4

/** Two, whichever is named first. */
export const keyOf = (one: string, other: string): string => JSON.stringify([one, other].sort())
export const keyOfMeeting = ({ of, with: other }: Meeting): string => keyOf(of.id, other.id)

/** The two of a meeting, by their ids. */
export const idsOf = ({ of, with: other }: Meeting): [string, string] => [of.id, other.id]

/** Whom somebody should meet, as meetings of the two; of whom nothing can be said why, nothing is said. */
export const meetingsIn = ({ for: of, matches }: MatchesAnswer): Meeting[] =>
  matches.filter(({ reasons }) => reasons.length > 0).map((match) => ({ of, with: match }))

/** Whether others are suggested to things of this kind. */
export const canMeet = ({ type }: Pick<EntityRef, 'type'>): boolean => meetingTypes.includes(type as MeetingType)
