/** The ground that the members of a community share, where colours tell communities: on the screen and on paper alike. */

/** How far it reaches around each of them, of the usual width of the map, and in pixels at the least. */
const REACH = 0.019
const LEAST_REACH = 10
export const reachOf = (pixelsPerUnit: number): number => Math.max(LEAST_REACH, REACH * pixelsPerUnit)

/** Communities of fewer stand on no ground. */
export const FEWEST = 4

/** Of more cards than these their ground is not drawn: it would be most of the work, and all in one. */
export const MOST_ON_CLOUDS = 5000

/** How strong its colour is; of what is dimmed, three tenths of that. */
export const CLOUD_ALPHA = 0.11
export const CLOUD_ALPHA_DIMMED = CLOUD_ALPHA * 0.3

/** What a community is called in one line: its theme, or who is at its centre. */
export const shortCommunity = (name: string): string => name.split(' · ')[0] ?? name
