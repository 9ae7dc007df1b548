/**
 * Folded words so common in French or English that a text is not found by them, and that a query does not insist on.
 * Kept to articles, prepositions and the like: a word that can also name a thing ("son", "est") is none.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `le la les l un une des du de d a au aux et ou en dans sur par pour avec sans ce cet cette ces se s sa ses
   il elle ils elles on nous vous qu que qui dont ne n c j m t y jusqu lorsqu puisqu
   the an of and or in at to for by with from as is are be this that its it`.split(/\s+/)
)
