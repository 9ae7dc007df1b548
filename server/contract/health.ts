import { z } from 'zod'

/** How the server is: `starting` until cards, search and paths answer fully. */
export const Health = z.object({
  status: z.enum(['starting', 'ok']),
  engine: z.enum(['embedded', 'neo4j']),
  /** Revision of the graph that answers are made from; 0 for a store never written. */
  revision: z.number().int(),
  entities: z.number().int(),
  ties: z.number().int()
})
export type Health = z.infer<typeof Health>
