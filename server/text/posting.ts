const PLACE_BITS = 28
const TERM_BITS = 24

/** How many documents numbers of 32 bits have room for beside a level. */
export const MOST_PLACES = 2 ** PLACE_BITS
/** How many terms they have room for beside a slot. */
export const MOST_TERMS = 2 ** TERM_BITS

/** A document that has a term, as one number: by level, then place, so that the lesser number is the better result. */
export const posting = (level: number, place: number): number => ((level << PLACE_BITS) | place) >>> 0
/** The place in a posting. */
export const placeOf = (posting: number): number => posting & (MOST_PLACES - 1)
/** The level in a posting. */
export const levelOf = (posting: number): number => posting >>> PLACE_BITS

/** The deepest level at which a document at this place still comes before a bound; negative where at none. */
export const deepestBelow = (bound: number, place: number): number => Math.floor((bound - 1 - place) / MOST_PLACES)

/** A term that a document has and the slot it stands in, as one number: by slot, then term. */
export const entry = (slot: number, term: number): number => ((slot << TERM_BITS) | term) >>> 0
/** The term in an entry. */
export const termIn = (entry: number): number => entry & (MOST_TERMS - 1)
/** The slot in an entry. */
export const slotIn = (entry: number): number => entry >>> TERM_BITS
