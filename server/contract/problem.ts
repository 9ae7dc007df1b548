import { z } from 'zod'

/** An error as RFC 9457 writes it (`application/problem+json`). `detail` names the thing and the next step. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  /** Which part of the request was wrong, where there is one. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional()
})
export type Problem = z.infer<typeof Problem>
