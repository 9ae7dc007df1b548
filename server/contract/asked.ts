import { z } from 'zod'

/** A whole number in a URL, of which `says` tells what it must be. */
const wholeNumber = (says: string, minimum: number, maximum?: number) =>
  z.coerce
    .number({ error: says })
    .refine((number) => Number.isInteger(number) && number >= minimum && number <= (maximum ?? number), { error: says })
    .meta({ type: 'integer', minimum, ...(maximum !== undefined && { maximum }) })

/** A whole number from `least` on, without a bound above. */
export const wholeFrom = (least: number) => wholeNumber(`is not a whole number; write ${least} or a greater one`, least)

/** How many at the most, `usual` where it is left out: one above `most` is lowered to it. */
export const upTo = (most: number, usual: number) =>
  wholeNumber(`is not a whole number from 1 on; write one up to ${most}`, 1)
    .default(usual)
    .transform((number) => Math.min(number, most))

/** A whole number from 1 to `most`: one above is refused. */
export const within = (most: number) => wholeNumber(`is not a whole number from 1 to ${most}, the most`, 1, most)

/** A text that a URL gives once; `missing` says what to write where it is not given. */
export const once = (missing = 'is missing') =>
  z.string({ error: ({ input }) => (input === undefined ? missing : 'is given more than once; write it once') })
