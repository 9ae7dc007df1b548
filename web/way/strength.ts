/** From the strongest down: what is said of a way or of one of its steps, and from which chance on. */
const levels = [
  ['very-strong', 0.6],
  ['strong', 0.35],
  ['fair', 0.15],
  ['slender', 0.05],
  ['faint', 0]
] as const

export type Strength = (typeof levels)[number][0]

export const strengthOf = (chance: number): Strength => levels.find(([, least]) => chance >= least)?.[0] ?? 'faint'

/** A way through others is called as two of its steps would be: two strong steps make a strong way. */
export const strengthOfWay = (chance: number, steps: number): Strength => strengthOf(steps > 1 ? Math.sqrt(chance) : chance)
