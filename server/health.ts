import type { Health } from '#contract/health.ts'
import type { Source } from './answers.ts'
import { entityCount, tieCount } from './network/projection.ts'

/** How the server is; counts what the asker may see, which is everything. */
export function health(source: Source): Health {
  const projection = source.projection()
  return {
    status: projection && source.isMatching() ? 'ok' : 'starting',
    engine: source.engine,
    revision: projection?.revision ?? 0,
    entities: projection ? entityCount(projection) : 0,
    ties: projection ? tieCount(projection) : 0
  }
}
