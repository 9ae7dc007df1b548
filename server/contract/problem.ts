import { z } from 'zod'

/** An error as RFC 9457 writes it (`application/problem+json`). `detail` names the thing and the next step. */
export const Problem = z.object({
  type: z.string().describe('A URI of the kind of error; about:blank where the status says it all'),
  title: z.string().describe('The status in words'),
  status: z.number().int(),
  detail: z.string().describe('What was wrong, and the next step'),
  instance: z.string().optional(),
  /** Which part of the request was wrong, where there is one. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional()
})
export type Problem = z.infer<typeof Problem>
