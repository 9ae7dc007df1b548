import { z } from 'zod'

/** The languages the product speaks, the first one first. */
export const languages = ['fr', 'en'] as const
/** A language the product speaks, by its ISO 639-1 code. */
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** One text in every language the product speaks. */
export type Words = Record<Language, string>

/** Who may see a thing: each level also sees what the ones before it see. */
export const audiences = ['everyone', 'members', 'connectors'] as const
/** Who may see a thing. */
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>
